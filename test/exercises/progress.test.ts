import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  mergeAll,
  mergeProgress,
  NO_PROGRESS,
  type Progress,
  readProgress,
  withAnswer,
  withHints,
  withoutAnswer,
  withSolutionSeen,
  withTry,
} from '../../src/exercises/progress.js';
import {
  readRecordFragment,
  readRecordText,
  recordFragment,
  recordText,
  type WorkRecord,
} from '../../src/exercises/record.js';
import type { Grade } from '../../src/grading/index.js';
import { exerciseFolders } from './folders.js';

const answer = { text: 'FROM alpine:3.24\n' };

function gradeWith(holds: boolean): Grade {
  return {
    conditions: [{ id: 'small', says: [], holds }],
    guards: [{ id: 'builds', says: [], holds: true }],
    isSolved: holds,
  };
}

describe('progress', () => {
  it('counts tries until it is solved, and on what they failed', () => {
    let progress: Progress = withAnswer(NO_PROGRESS, answer, '1');
    progress = withTry(progress, answer, gradeWith(false), '2');
    progress = withTry(progress, answer, gradeWith(false), '3');
    progress = withHints(progress, 1, '4');
    progress = withTry(progress, answer, gradeWith(true), '5');
    expect(progress.solved).toEqual({ at: '5', answer, tries: 2, hints: 1, sawSolution: false });
    expect(progress.stuck).toEqual({ small: 2 });
    expect(withTry(progress, { text: 'x' }, gradeWith(false), '6')).toBe(progress);
  });

  it('keeps the first right answer, whatever is looked at or reset later', () => {
    const solved = withTry(NO_PROGRESS, answer, gradeWith(true), '1');
    const later = withoutAnswer(withSolutionSeen(withAnswer(solved, { text: 'x' }, '2'), '3'), '4');
    expect(later.answer).toBeUndefined();
    expect(later.solved).toEqual(solved.solved);
  });
});

const answers = fc.record({ text: fc.string() });
const times = fc.date({ min: new Date(0), max: new Date(4e12), noInvalidDate: true }).map((date) => date.toISOString());
const progresses: fc.Arbitrary<Progress> = fc
  .record({
    answer: fc.option(answers, { nil: undefined }),
    changed: times,
    tries: fc.nat(),
    hints: fc.nat(9),
    sawSolution: fc.boolean(),
    stuck: fc.dictionary(fc.constantFrom('a', 'b'), fc.integer({ min: 1, max: 9 })),
    solved: fc.option(
      fc.record({ at: times, answer: answers, tries: fc.nat(), hints: fc.nat(9), sawSolution: fc.boolean() }),
      { nil: undefined },
    ),
  })
  .map((one) => JSON.parse(JSON.stringify(one)) as Progress);
const everything = fc.dictionary(fc.constantFrom('one', 'two', 'three'), progresses);

describe('merging', () => {
  it('loses no solved exercise, and no text that was changed later', () => {
    fc.assert(
      fc.property(progresses, progresses, (one, other) => {
        const merged = mergeProgress(one, other);
        expect(merged.solved === undefined).toBe(!one.solved && !other.solved);
        const later = one.changed > other.changed ? one : other;
        if (one.changed !== other.changed && later.answer) expect(merged.answer).toEqual(later.answer);
        expect(merged.tries).toBe(Math.max(one.tries, other.tries));
      }),
    );
  });

  it('changes nothing when it is done again', () => {
    fc.assert(
      fc.property(everything, everything, (one, other) => {
        const merged = mergeAll(one, other);
        expect(mergeAll(merged, other)).toEqual(merged);
        expect(Object.keys(merged).sort()).toEqual([...new Set([...Object.keys(one), ...Object.keys(other)])].sort());
      }),
    );
  });
});

describe('a record', () => {
  const record: WorkRecord = {
    name: 'Ada',
    assignment: { id: 'a1', title: 'First week', exercises: ['manifests-first', 'late-values'] },
    written: '2026-11-30T10:00:00.000Z',
    exercises: { 'manifests-first': withTry(NO_PROGRESS, answer, gradeWith(true), '2026-11-30T09:00:00.000Z') },
  };

  it('comes back from a file and from a link', async () => {
    expect(readRecordText(recordText(record))).toEqual(record);
    const fragment = await recordFragment(record);
    expect(fragment).toMatch(/^#record1\.[\w-]+$/);
    expect(await readRecordFragment(`https://plimsoll.example/team/${fragment}`)).toEqual(record);
  });

  it('brings the exercises with it that are not of the site', () => {
    const [folder] = exerciseFolders();
    if (!folder) throw new Error('There is no exercise.');
    const own = [JSON.parse(JSON.stringify({ ...folder.exercise, id: 'own-1', track: undefined }))];
    expect(readRecordText(recordText({ ...record, own }))).toEqual({ ...record, own });
    const spoiled = recordText(record).replace('{', '{"own": [3, {"title": "x"}],');
    expect(readRecordText(spoiled)).toEqual(record);
  });

  it('of another kind is told apart', async () => {
    for (const text of ['', 'null', '{}', '[]', '{"plimsoll":"drafts"}', '{"plimsoll":"record1","exercises":3}'])
      expect(readRecordText(text)).toBeUndefined();
    expect(await readRecordFragment('')).toBeUndefined();
    expect(await readRecordFragment('#record1.AAAA')).toBe('damaged');
    expect(await readRecordFragment('#record9.AAAA')).toBe('unknown-version');
  });

  it('leaves out what is wrong in it', () => {
    expect(
      readProgress({ changed: '1', tries: -1, hints: 'many', stuck: { a: 0, b: 2 }, solved: { at: '1' } }),
    ).toEqual({
      ...NO_PROGRESS,
      changed: '1',
      stuck: { b: 2 },
    });
    expect(readProgress({ tries: 1 })).toBeUndefined();
  });
});
