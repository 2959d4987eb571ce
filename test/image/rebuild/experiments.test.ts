import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { type CaseChange, nameOf, type RebuildCase, readCases } from '../../experiments/rebuild/cases.js';
import { differences, inputOf } from '../../experiments/rebuild/compare.js';

const FOLDER = 'test/experiments/rebuild';

const { pairs } = JSON.parse(readFileSync(`${FOLDER}/results.json`, 'utf8')) as {
  pairs: Readonly<Record<string, Readonly<Record<string, Readonly<Record<string, string>>>>>>;
};
const all = readCases(`${FOLDER}/cases`).flatMap((one) => one.changes.map((change) => ({ one, change })));
const recordOf = (one: RebuildCase, change: CaseChange) => pairs[one.name]?.[nameOf(change)];

/** What is assumed to be another one was the same, and so was all that stands on it. */
function expectAssumption(different: ReturnType<typeof differences>): void {
  expect(different.filter(({ predicted, recorded }) => predicted !== 'run' || recorded !== 'cached')).toEqual([]);
  expect(different[0]?.why).toContain('assumed');
}

describe('what BuildKit did after a change', () => {
  it('was recorded for every pair', () => {
    const missing = all.filter(({ one, change }) => !recordOf(one, change));
    expect(missing.map(({ one, change }) => `${one.name}: ${nameOf(change)}`)).toEqual([]);
    expect(all.filter(({ change }) => !change.assumes).length).toBeGreaterThanOrEqual(80);
  });

  it.each(all.map(({ one, change }) => [one.name, nameOf(change), one, change] as const))(
    '%s, %s',
    (_name, _change, one, change) => {
      const different = differences(one, change, recordOf(one, change) ?? {});
      if (change.assumes) expectAssumption(different);
      else expect(different).toEqual([]);
    },
  );

  it.each(all.map(({ one, change }) => [one.name, nameOf(change), one, change] as const))(
    '%s, %s, where nothing is known of the context',
    (name, _change, one, change) => {
      const { context: _, ...input } = inputOf(one);
      const different = differences(one, change, recordOf(one, change) ?? {}, input);
      // Only the context shows which files of `COPY . .` a later step is to leave alone.
      if (change.assumes || (name === 'build-script' && different.length > 0)) expectAssumption(different);
      else expect(different).toEqual([]);
    },
  );

  it('is told from what it did not do', () => {
    const [first] = all;
    const recorded = first && recordOf(first.one, first.change);
    const turned = Object.entries(recorded ?? {}).map(([name, record]) => [name, record === 'run' ? 'cached' : 'run']);
    expect(first && differences(first.one, first.change, Object.fromEntries(turned))).not.toEqual([]);
  });
});
