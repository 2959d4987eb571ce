import { legacyKeyValue } from '../../src/rules/legacy-key-value.js';
import { testRule } from '../support/rule-table.js';

testRule(legacyKeyValue, {
  finds: [
    { source: 'FROM a\nENV «NODE_ENV» production\n', repaired: 'FROM a\nENV NODE_ENV=production\n', safety: 'safe' },
    { source: 'FROM a\nENV «A» b  c', repaired: 'FROM a\nENV A="b  c"' },
    { source: 'FROM a\nENV «A» "b c"', repaired: 'FROM a\nENV A="b c"', title: 'quoted already' },
    { source: 'FROM a\nENV «A» "b c" d', repaired: 'FROM a\nENV A="b c"\\ d', without: ['escape'] },
    { source: "FROM a\nENV «A» it\\'s me", repaired: "FROM a\nENV A=it\\'s\\ me", without: ['escape'] },
    { source: 'FROM a\nENV «PATH» /opt/bin:$PATH', repaired: 'FROM a\nENV PATH=/opt/bin:$PATH' },
    { source: 'FROM a\nENV «OPTS» -Da=b -Dc=d', repaired: 'FROM a\nENV OPTS="-Da=b -Dc=d"' },
    { source: 'FROM a\nLABEL «version»\t1.0', repaired: 'FROM a\nLABEL version=1.0' },
    { source: 'FROM a\nONBUILD ENV «A» b', repaired: 'FROM a\nONBUILD ENV A=b' },
    { source: 'FROM a\nENV «A» b \\\n    C d', noFix: true, title: 'C is a part of the value of A' },
    { source: 'FROM a\nENV «A» b # c', noFix: true, title: 'the comment has to go first' },
  ],
  silent: [
    'FROM a\nENV A=b C=d',
    'FROM a\nENV A=b \\\n    C=d',
    'FROM a\nLABEL a="b c"',
    { source: 'FROM a\nENV A = b', title: 'space-around-equals speaks' },
    { source: 'FROM a\nENV A =b', title: 'space-around-equals speaks' },
    { source: 'FROM a\nENV A', title: 'build-error speaks' },
    'FROM a\nARG A',
    'FROM a\nENV A=',
  ],
});
