import { expect, test } from 'vitest';
import { closureOfPython } from '../../../src/image/languages/pypi-closure.js';
import { pypiTable } from './small-tables.js';

const table = pypiTable([
  ['web', '3.0', 'sansio core<2', 'fast:loop sansio[speed];odd:gone'],
  ['core', '1.9', '', ''],
  ['core', '2.1', '', ''],
  ['sansio', '1.0', 'web', 'speed:loop'],
  ['loop', '1.0', '', ''],
]);

function closure(
  name: string,
  more: { extras?: string[]; specifiers?: string; there?: string[]; alone?: boolean } = {},
) {
  const { extras = [], specifiers = '', there = [], alone = false } = more;
  const options = { isThere: (one: string) => there.includes(one), withDependencies: !alone };
  const { packages, inOtherVersions, missing } = closureOfPython(table, [{ name, extras, specifiers }], options);
  return {
    names: packages.map((one) => `${one.name}==${one.version}`).sort(),
    others: [...inOtherVersions].map((one) => one.name),
    missing,
  };
}

test('takes the newest version that everybody agrees to', () => {
  expect(closure('web').names).toEqual(['core==1.9', 'sansio==1.0', 'web==3.0']);
  expect(closure('core').names).toEqual(['core==2.1']);
});

test('takes extras along', () => expect(closure('web', { extras: ['fast'] }).names).toContain('loop==1.0'));

test('takes another version where the table has none that will do, and says so', () => {
  expect(closure('core', { specifiers: '==0.5' })).toMatchObject({ names: ['core==2.1'], others: ['core'] });
});

test('leaves out what is there', () => expect(closure('web', { there: ['core'] }).names).not.toContain('core==1.9'));

test('leaves dependencies out where it is told to', () =>
  expect(closure('web', { alone: true }).names).toEqual(['web==3.0']));

test.each([
  [{ extras: ['odd'] }, ['gone']],
  [{ extras: ['unheard-of'] }, ['web[unheard-of]']],
])('misses what the table does not have: %o', (more, missing) => expect(closure('web', more).missing).toEqual(missing));
