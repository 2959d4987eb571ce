import { expect, test } from 'vitest';
import { isChosen, readChoice, writeChoice } from '../../src/site/rule-filter.js';

const rule = {
  topic: 'bloat',
  severities: ['warning', 'off'],
  isFixable: true,
  words: 'package-cache-left leave no package lists dl3009 sc2086',
};

test.each([
  ['', true],
  ['?topic=bloat', true],
  ['?topic=caching', false],
  ['?severity=off', true],
  ['?severity=error', false],
  ['?fixable=1', true],
  ['?q=DL3009', true],
  ['?q=cache+lists', true],
  ['?q=cache+latest', false],
  ['?unknown=1', true],
])('%s: %s', (query, expected) => {
  expect(isChosen(rule, readChoice(query))).toBe(expected);
});

test('the address says no more than was chosen', () => {
  expect(writeChoice(readChoice(''))).toBe('');
  expect(writeChoice(readChoice('?q=latest&topic=&other=1'))).toBe('?q=latest');
});
