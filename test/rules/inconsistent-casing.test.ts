import { inconsistentCasing } from '../../src/rules/inconsistent-casing.js';
import { testRule } from '../support/rule-table.js';

testRule(inconsistentCasing, {
  without: ['lower-case'],
  finds: [
    {
      source: 'FROM a\n«run» true\nCOPY a /a',
      variant: 'instruction',
      repaired: 'FROM a\nRUN true\nCOPY a /a',
      safety: 'safe',
    },
    { source: 'from a\n«RUN» true\ncopy a /a', variant: 'instruction', repaired: 'from a\nrun true\ncopy a /a' },
    { source: 'FROM a\n«run» true', variant: 'instruction', title: 'as many: capitals' },
    { source: 'FROM a\n«Run» true\n«Copy» a /a', variant: 'instruction' },
    { source: 'FROM a «as» b', variant: 'as', repaired: 'FROM a AS b' },
    { source: 'from a «AS» b', variant: 'as', repaired: 'from a as b' },
    {
      source: 'FROM a AS «Build»\nFROM b\nCOPY --from=Build /a /a\nRUN --mount=from=BUILD,target=/b true',
      variant: 'stage-name',
      repaired: 'FROM a AS build\nFROM b\nCOPY --from=build /a /a\nRUN --mount=from=build,target=/b true',
    },
    { source: 'FROM a\nEXPOSE 80 «53/UDP»', variant: 'protocol', repaired: 'FROM a\nEXPOSE 80 53/udp' },
    { source: 'FROM a\nENV P=80/TCP\nEXPOSE «$P»', variant: 'protocol', noFix: true },
    {
      source: '# «Syntax»=docker/dockerfile:1\nFROM a',
      variant: 'directive',
      repaired: '# syntax=docker/dockerfile:1\nFROM a',
    },
  ],
  silent: [
    'FROM a AS b\nRUN true\nEXPOSE 80/tcp',
    'from a as b\nrun true\nexpose 80/tcp',
    { source: 'arg V=1\nFROM a\nRUN true', title: 'an ARG above FROM does not count' },
    { source: 'FROM a\nONBUILD run true', title: 'nor does a trigger' },
    { source: '# syntax=docker/dockerfile:1\nFROM a' },
    { source: '# A comment\nFROM a\nRUN echo FROM as', title: 'words of a command' },
    { source: 'FROM a\nEXPOSE 80/HTTP', title: 'refused: build-error' },
    { source: 'FROM a AS b\nFROM b\nCOPY --from=b /A /a' },
    'FROM a\nHEALTHCHECK cmd true',
  ],
});
