import { duplicateStageName } from '../../src/rules/duplicate-stage-name.js';
import { testRule } from '../support/rule-table.js';

testRule(duplicateStageName, {
  finds: [
    { source: 'FROM debian AS a\nFROM debian AS «a»', noFix: true },
    { source: 'FROM debian AS build\nFROM debian AS «BUILD»', noFix: true },
    { source: 'FROM debian AS a\nFROM debian AS b\nFROM debian AS «a»\nFROM debian AS «a»', noFix: true },
  ],
  silent: [
    'FROM debian AS a\nFROM debian AS b',
    'FROM debian AS a\nFROM a',
    'FROM debian AS debian\nFROM debian AS b',
    'FROM debian\nFROM debian',
  ],
});
