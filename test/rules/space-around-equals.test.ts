import { spaceAroundEquals } from '../../src/rules/space-around-equals.js';
import { testRule } from '../support/rule-table.js';

testRule(spaceAroundEquals, {
  finds: [
    { source: 'FROM a\nENV «A = b»', repaired: 'FROM a\nENV A=b', safety: 'suggested' },
    { source: 'FROM a\nENV «A =b»', repaired: 'FROM a\nENV A=b' },
    { source: 'FROM a\nENV «A = b c»', repaired: 'FROM a\nENV A="b c"' },
    { source: 'FROM a\nENV «A = "b c"»', repaired: 'FROM a\nENV A="b c"' },
    { source: 'FROM a\nLABEL «version = 1»', repaired: 'FROM a\nLABEL version=1' },
    { source: 'FROM a\nENV «A = b C = d»', noFix: true, title: 'which ones are pairs is not sure' },
    { source: 'ARG «V= 1»\nFROM a', repaired: 'ARG V=1\nFROM a' },
    { source: 'FROM a\nENV «PATH = /a:$PATH»', repaired: 'FROM a\nENV PATH=/a:$PATH' },
  ],
  silent: [
    'FROM a\nENV A=b C=d',
    'FROM a\nENV A b',
    { source: 'FROM a\nENV A= b', title: 'refused: build-error' },
    { source: 'FROM a\nARG V = 1', title: 'refused: build-error' },
    { source: 'FROM a\nARG V= W=1', title: 'two arguments, the first empty' },
    { source: 'FROM a\nARG V W', title: 'two arguments' },
    'FROM a\nENV A "= b"',
    'FROM a\nENV A="b = c"',
    'FROM a\nRUN A = b',
    'FROM a\nENV A=',
  ],
});
