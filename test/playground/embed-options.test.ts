import { expect, test } from 'vitest';
import { readEmbedOptions } from '../../src/playground/embed-options.js';

const USUAL = { preset: undefined, isReadOnly: false, showsFindings: true, showsLoadLine: false, problems: [] };

test.each([
  ['', {}],
  ['?theme=dark', {}],
  ['?readonly', { isReadOnly: true }],
  ['?readonly=0', {}],
  ['?findings=0&loadline=1', { showsFindings: false, showsLoadLine: true }],
  ['?rules=strict', { preset: 'strict' }],
  ['?utm_source=somewhere', {}],
])('reads %s', (query, options) => {
  expect(readEmbedOptions(query)).toEqual({ ...USUAL, ...options });
});

test.each([
  ['?theme=blue', 'The address says theme=blue, and theme is one of auto, light, dark.'],
  ['?readonly=yes', 'The address says readonly=yes, and readonly is 0 or 1.'],
])('says what is wrong with %s, and goes on', (query, problem) => {
  expect(readEmbedOptions(query)).toEqual({ ...USUAL, problems: [problem] });
});

test('names the presets where the address names another one', () => {
  const { preset, problems } = readEmbedOptions('?rules=lax');
  expect(preset).toBeUndefined();
  expect(problems).toEqual([expect.stringMatching(/rules=lax, and rules is one of recommended, strict/)]);
});
