import { trailingComment } from '../../src/rules/trailing-comment.js';
import { testRule } from '../support/rule-table.js';

testRule(trailingComment, {
  finds: [
    {
      source: 'FROM a\nUSER node «# not root»\n',
      severity: 'error',
      repaired: 'FROM a\n# not root\nUSER node\n',
      safety: 'suggested',
    },
    { source: 'FROM a «# base»', repaired: '# base\nFROM a' },
    { source: 'FROM a AS b «# build»', repaired: '# build\nFROM a AS b' },
    { source: 'FROM a\nWORKDIR /app «#here»' },
    {
      source: 'FROM a\nCOPY package.json ./ «# rarely changes»',
      repaired: 'FROM a\n# rarely changes\nCOPY package.json ./',
    },
    { source: 'FROM a\nADD x /y «# z»' },
    { source: 'FROM a\nCMD ["node", "a.js"] «# starts it»', repaired: 'FROM a\n# starts it\nCMD ["node", "a.js"]' },
    { source: 'FROM a\nENTRYPOINT ["a # b"] «# c»', title: 'only the second is outside the quotes' },
    { source: 'FROM a\nRUN ["a"] «# c»\nSHELL ["a"] «# c»\nHEALTHCHECK CMD ["a"] «# c»\nHEALTHCHECK NONE «# c»' },
    { source: 'FROM a\nEXPOSE 80 «# web»\nSTOPSIGNAL SIGTERM «# ask»\nVOLUME /a «# data»' },
    {
      source: 'FROM a\nENV A=b \\\n    C=d «# not e»\n',
      repaired: 'FROM a\nENV A=b \\\n    # not e\n    C=d\n',
      title: 'above its own line',
    },
    { source: "FROM a\nENV A=b «# don't»\nENV A b «# c»\nENV A «# c»" },
    { source: 'FROM a\nLABEL a=b «# c=d»' },
    { source: 'FROM a\nLABEL a b «# c»', severity: 'warning' },
    {
      source: 'ARG A=1 «# x»\nFROM a\nARG B=2 «# y»',
      severity: 'warning',
      repaired: '# x\nARG A=1\nFROM a\n# y\nARG B=2',
    },
    { source: 'FROM a\nMAINTAINER Jo «# x»', severity: 'warning' },
    { source: 'FROM a\nONBUILD USER node «# x»', repaired: 'FROM a\n# x\nONBUILD USER node' },
    { source: 'FROM a\nCOPY <<EOF /x «# c»\na\nEOF', repaired: 'FROM a\n# c\nCOPY <<EOF /x\na\nEOF' },
    { source: 'FROM a\nCOPY a b «# c \\\n d»', noFix: true, title: 'it goes on in the next line' },
  ],
  silent: [
    'FROM a\n# comment\nUSER node',
    { source: 'FROM a\nRUN npm ci # install', title: 'the shell drops it' },
    { source: 'FROM a\nCMD node a.js # start\nENTRYPOINT a # b', title: 'the shell drops it' },
    { source: 'FROM a\nRUN [ -f x ] # not JSON', title: 'no array, but a test' },
    'FROM a\nHEALTHCHECK CMD curl localhost # c',
    { source: 'FROM a\nWORKDIR "/a # b"', title: 'inside quotes' },
    'FROM a\nLABEL a="b # c"',
    { source: 'FROM a\nENV COLOR #fff\nENV A=#b', title: 'a value' },
    'FROM a\nCOPY a#b c#',
    { source: 'FROM a\nENV A=b \\\n    # a line of its own\n    C=d', without: ['escape'] },
    'FROM a\nCMD ["sh", "-c", "a # b"]',
    'FROM a\nCOPY <<EOF /x\na # b\nEOF',
  ],
});
