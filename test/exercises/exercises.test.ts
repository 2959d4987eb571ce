/** Every exercise: the start fails, right answers pass, wrong ones fail with the message that is meant for them. */
import { readdirSync } from 'node:fs';
import { describe, expect, it, test } from 'vitest';
import type { Answer, Exercise } from '../../src/exercises/exercise.js';
import { inputOf } from '../../src/exercises/exercise.js';
import { gradeAnswer } from '../../src/exercises/grade-answer.js';
import { TRACKS } from '../../src/exercises/tracks.js';
import { type Grade, NOT_BUILT } from '../../src/grading/index.js';
import { loadTables } from '../../src/image/index.js';
import { parseDockerfile } from '../../src/model/index.js';
import { plainText } from '../../src/model/text.js';
import { rules } from '../../src/rules/index.js';
import { answerOf, exerciseFolders } from './folders.js';

const folders = exerciseFolders();
const ids = folders.map(({ exercise }) => exercise.id);

async function gradeOf(exercise: Exercise, answer: Answer): Promise<Grade> {
  return gradeAnswer(exercise, answer, await loadTables(parseDockerfile(inputOf(exercise, answer))));
}

/** The state of each condition that does not hold. */
function failures({ conditions, guards }: Grade): Record<string, string | undefined> {
  const failed = [...conditions, ...guards].filter(({ holds, state }) => !holds && state !== NOT_BUILT);
  return Object.fromEntries(failed.map(({ id, state }) => [id, state]));
}

describe.each(folders)('$folder', ({ folder, exercise, brief, right, wrong }) => {
  const { start, solution, alternatives, steps, conditions, hints } = exercise;

  it('does not begin solved', async () => {
    const grade = await gradeOf(exercise, start);
    expect(grade.isSolved).toBe(false);
    // What holds for every exercise holds at the start, so that the reader sees what the exercise is about.
    expect(grade.guards.filter(({ holds }) => !holds)).toEqual([]);
  });

  it('is solved by its solution', async () => {
    if (!solution) throw new Error('There is no solution.');
    expect(failures(await gradeOf(exercise, solution.answer))).toEqual({});
  });

  it('knows at least two other right answers', () => {
    expect(alternatives.length + right.length).toBeGreaterThanOrEqual(2);
  });

  test.each(alternatives)('is solved by the alternative "$title"', async ({ answer }) => {
    expect(failures(await gradeOf(exercise, answer))).toEqual({});
  });

  test.each(right)('is solved by $title', async (one) => {
    expect(failures(await gradeOf(exercise, answerOf(one)))).toEqual({});
  });

  it('knows at least three wrong answers', () => {
    expect(wrong.length).toBeGreaterThanOrEqual(3);
  });

  test.each(wrong)('is not solved by $title', async (one) => {
    const grade = await gradeOf(exercise, answerOf(one));
    expect(failures(grade)).toEqual(one.fails);
    for (const { holds, now, state } of [...grade.conditions, ...grade.guards])
      if (!holds && state !== NOT_BUILT) expect(plainText(now ?? [])).not.toBe('');
  });

  it('says what it is about in a brief of 80 to 200 words', () => {
    const words = brief.split(/\s+/).filter((word) => /\w/.test(word)).length;
    expect(words).toBeGreaterThanOrEqual(80);
    expect(words).toBeLessThanOrEqual(200);
  });

  it('has a step for each condition that is not met at the start', async () => {
    const grade = await gradeOf(exercise, start);
    const unmet = grade.conditions.filter(({ holds }) => !holds).map(({ id }) => id);
    const named = new Set(steps.flatMap(({ holds }) => holds));
    expect(unmet.filter((id) => !named.has(id))).toEqual([]);
    expect(steps.length).toBeGreaterThanOrEqual(1);
    expect(Object.keys(conditions).length).toBeGreaterThanOrEqual(2);
  });

  it('has no step that is done before anything is', async () => {
    const { conditions: graded } = await gradeOf(exercise, start);
    const met = new Set(graded.flatMap(({ id, holds }) => (holds ? [id] : [])));
    expect(steps.filter(({ holds }) => holds.every((id) => met.has(id))).map((step) => step.do)).toEqual([]);
  });

  it('has hints, takes 5 to 15 minutes, and is a part of a track', () => {
    expect(hints.length).toBeGreaterThanOrEqual(2);
    expect(exercise.minutes).toBeGreaterThanOrEqual(5);
    expect(exercise.minutes).toBeLessThanOrEqual(15);
    expect(TRACKS.map(({ id }) => id)).toContain(exercise.track);
    expect(exercise.discuss.length).toBeGreaterThanOrEqual(1);
  });

  it('names rules that exist, and uses exercises that come before it', () => {
    const known = new Set(rules.map(({ id }) => id));
    expect(exercise.rules.filter((id) => !known.has(id))).toEqual([]);
    expect(exercise.uses.filter((id) => !ids.slice(0, ids.indexOf(exercise.id)).includes(id))).toEqual([]);
    expect(folder).toMatch(/^\d\d-[a-z0-9-]+$/);
  });
});

test('every guide is practised, and each track ends with a file of many problems', () => {
  const guides = readdirSync('content/docs/guides').map((name) => name.replace(/\.mdx$/, ''));
  const practised = new Set(folders.flatMap(({ exercise }) => exercise.guides));
  expect(guides.filter((guide) => !practised.has(guide))).toEqual([]);
  for (const { id } of TRACKS) {
    const last = folders.findLast(({ exercise }) => exercise.track === id)?.exercise;
    expect(Object.keys(last?.conditions ?? {}).length).toBeGreaterThanOrEqual(7);
  }
});

test('no two exercises have the same id', () => {
  expect(new Set(ids).size).toBe(ids.length);
});
