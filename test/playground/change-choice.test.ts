import { expect, test } from 'vitest';
import type { Change } from '../../src/image/index.js';
import { type ChangeChoice, changeOf, chosenOf, FIRST_CHOICE } from '../../src/playground/panels/change-choice.js';

const POSSIBLE = { files: ['src/a.js', 'src/b.js'], args: ['VERSION'], images: ['alpine'], stages: [] };
const NONE = { files: [], args: [], images: [], stages: [] };

const CASES: readonly (readonly [Partial<ChangeChoice>, Change])[] = [
  [{}, { kind: 'file', path: 'src/a.js' }],
  [{ path: ' lib/c.js ' }, { kind: 'file', path: 'lib/c.js' }],
  [{ kind: 'dockerignore' }, { kind: 'dockerignore' }],
  [{ kind: 'argument' }, { kind: 'argument', name: 'VERSION' }],
  [
    { kind: 'argument', argument: 'GONE' },
    { kind: 'argument', name: 'VERSION' },
  ],
  [{ kind: 'base' }, { kind: 'base', image: 'alpine' }],
  [{ kind: 'line' }, { kind: 'line', line: 4 }],
  [{ kind: 'fresh' }, { kind: 'fresh' }],
  [
    { kind: 'fresh', cache: 'max' },
    { kind: 'fresh', cache: 'max' },
  ],
];

test.each(CASES)('%j', (choice, change) => {
  expect(changeOf({ ...FIRST_CHOICE, ...choice }, POSSIBLE, 4)).toEqual(change);
});

test.each([
  [{}, 'Name a file of the build context, such as src/app.js.'],
  [{ path: '  ' }, 'Name a file of the build context, such as src/app.js.'],
  [{ kind: 'argument' }, 'No ARG is declared in this file.'],
  [{ kind: 'base' }, 'This file names no image whose digest could change.'],
  [{ kind: 'line' }, 'Put the cursor into an instruction: its line is the one that changes.'],
] as const)('%j has nothing to change', (choice, words) => {
  expect(changeOf({ ...FIRST_CHOICE, ...choice }, NONE, undefined)).toBe(words);
});

test('a choice that is still possible stays', () => {
  expect(chosenOf(['a', 'b'], 'b')).toBe('b');
  expect(chosenOf(['a', 'b'], 'c')).toBe('a');
  expect(chosenOf([], 'a')).toBeUndefined();
});
