import { emptyContinuationLine } from '../../src/rules/empty-continuation-line.js';
import { testRule } from '../support/rule-table.js';

testRule(emptyContinuationLine, {
  without: ['continuation'],
  finds: [
    { source: 'FROM a\nRUN a && «\\»\n\n    b\n', repaired: 'FROM a\nRUN a && \\\n    b\n', safety: 'safe' },
    { source: 'FROM a\nRUN a «\\»\n  \t\n\n    b \\\n    c\n', repaired: 'FROM a\nRUN a \\\n    b \\\n    c\n' },
    {
      source: 'FROM a\nENV A=b «\\»\n\n  C=d \\\n\n  E=f',
      repaired: 'FROM a\nENV A=b \\\n  C=d \\\n  E=f',
      title: 'once an instruction',
    },
    {
      source: 'FROM a\nRUN a «\\» \n# why\n\n    b',
      repaired: 'FROM a\nRUN a \\ \n# why\n    b',
      title: 'a comment in between',
    },
    {
      source: 'FROM a\nRUN a «\\»\n\nCMD b',
      repaired: 'FROM a\nRUN a \\\nCMD b',
      title: 'CMD is a part of RUN, with or without the line',
    },
    { source: '# escape=`\nFROM a\nRUN a «`»\n\n  b', repaired: '# escape=`\nFROM a\nRUN a `\n  b' },
    { source: 'FROM a\nONBUILD RUN a «\\»\n\n  b' },
  ],
  silent: [
    'FROM a\n\nRUN a \\\n    b\n\n\nRUN c',
    { source: 'FROM a\nRUN a \\\n    # a comment\n    b', title: 'a comment is no blank line' },
    'FROM a\nRUN a \\\n    #\n    b',
    'FROM a\nRUN <<EOF\na\n\nb\nEOF',
    'FROM a\nCOPY <<EOF /x\n\n\nEOF',
    'FROM a\nRUN a\\\\\n\nRUN b',
  ],
});
