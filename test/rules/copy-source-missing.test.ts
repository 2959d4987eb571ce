import { copySourceMissing } from '../../src/rules/copy-source-missing.js';
import { testRule } from '../support/rule-table.js';

const withFiles = (...paths: string[]) => ({ context: paths.map((path) => ({ path, bytes: 1 })) });

testRule(copySourceMissing, {
  finds: [
    { source: 'FROM a\nCOPY «../shared» /a', variant: 'outside-context', noFix: true },
    { source: 'FROM a\nADD «a/../../b» /a', variant: 'outside-context' },
    { source: 'FROM a\nCOPY x «./../y» /a/', variant: 'outside-context' },
    { source: 'FROM a\nCOPY «servr.js» /a', input: withFiles('server.js'), variant: 'not-in-context' },
    { source: 'FROM a\nCOPY src «lib» /a/', input: withFiles('src/x.js'), variant: 'not-in-context' },
    { source: 'FROM a\nARG F=x\nCOPY «$F» /a', input: withFiles('y'), variant: 'not-in-context' },
    { source: 'FROM a\nCOPY «src/y.js» /a', input: withFiles('src/x.js'), variant: 'not-in-context' },
  ],
  silent: [
    'FROM a\nCOPY a/../b /a',
    'FROM a\nCOPY x /a',
    { source: 'FROM a\nCOPY . /a', input: withFiles() },
    { source: 'FROM a\nCOPY src /a', input: withFiles('src/x.js'), title: 'a folder' },
    { source: 'FROM a\nCOPY ./src/ /a', input: withFiles('src/x.js') },
    { source: 'FROM a\nCOPY yarn.lock* /a/', input: withFiles('x'), title: 'a wildcard may match nothing' },
    { source: 'FROM a AS b\nFROM a\nCOPY --from=b ../x /a', input: withFiles('y'), title: 'from a stage' },
    { source: 'FROM a\nADD https://example.com/x /a', input: withFiles('y') },
    { source: 'FROM a\nADD git@example.com:x/y.git /a', input: withFiles('y') },
    { source: 'FROM a\nCOPY x /a', input: { ...withFiles('x'), dockerignore: 'x' }, title: 'copy-ignored-file' },
    { source: 'FROM a\nCOPY <<EOF /a\nx\nEOF', input: withFiles('y') },
    { source: 'FROM a\nARG F\nCOPY $F /a', input: withFiles('y') },
  ],
});
