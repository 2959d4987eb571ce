import { reservedStageName } from '../../src/rules/reserved-stage-name.js';
import { testRule } from '../support/rule-table.js';

testRule(reservedStageName, {
  finds: [
    { source: 'FROM debian AS «scratch»', noFix: true },
    { source: 'FROM debian AS «Context»\nFROM debian AS b', noFix: true },
  ],
  silent: ['FROM scratch AS a', 'FROM debian AS context2', 'FROM debian AS from-scratch', 'FROM debian'],
});
