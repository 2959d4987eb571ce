import { copyIgnoredFile } from '../../src/rules/copy-ignored-file.js';
import { testRule } from '../support/rule-table.js';

const ignoring = (dockerignore: string) => ({ dockerignore });

testRule(copyIgnoredFile, {
  finds: [
    { source: 'FROM a\nCOPY «.env» /a', input: ignoring('.env\n'), noFix: true },
    { source: 'FROM a\nADD «dist/app.js» /a', input: ignoring('dist'), title: 'in a folder that is ignored' },
    { source: 'FROM a\nCOPY a «./b» c /d/', input: ignoring('b') },
    { source: 'FROM a\nCOPY «src/x.log» /a', input: ignoring('**/*.log') },
    { source: 'FROM a\nCOPY «.» /a', input: ignoring('*') },
    { source: 'FROM a\nARG F=x\nCOPY «$F» /a', input: ignoring('x') },
    { source: 'FROM a\nCOPY «/x» /a', input: ignoring('x'), title: 'a leading slash means the context' },
    { source: 'FROM a\nCOPY [«"x"», "/a"]', input: ignoring('x') },
  ],
  silent: [
    'FROM a\nCOPY .env /a',
    { source: 'FROM a\nCOPY .env /a', input: ignoring('# .env\n') },
    { source: 'FROM a\nCOPY a /a', input: ignoring('b') },
    { source: 'FROM a\nCOPY a/b /a', input: ignoring('a\n!a/b') },
    { source: 'FROM a AS b\nFROM a\nCOPY --from=b x /a', input: ignoring('x'), title: 'from a stage' },
    { source: 'FROM a\nADD https://example.com/x /a', input: ignoring('x') },
    { source: 'FROM a\nCOPY . /a', input: ignoring('node_modules'), title: 'the rest is there' },
    { source: 'FROM a\nARG F\nCOPY $F /a', input: ignoring('x') },
    { source: 'FROM a\nCOPY <<x /a\nx', input: ignoring('x'), without: ['continuation'] },
  ],
});
