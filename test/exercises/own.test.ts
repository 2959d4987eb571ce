/** Exercises of a team's own: from the form to a folder, and to a link. */
import { describe, expect, it } from 'vitest';
import { parse, stringify } from 'yaml';
import { exerciseFrom } from '../../src/exercises/exercise-folder.js';
import { filesOf } from '../../src/exercises/folder-of.js';
import { gradeAnswer } from '../../src/exercises/grade-answer.js';
import { exerciseFragment, readExerciseFragment } from '../../src/exercises/own-exercise.js';
import { readExercise } from '../../src/exercises/read-exercise.js';
import { readConditions } from '../../src/grading/index.js';
import { kindViews } from '../../src/grading/kind-view.js';
import type { WrittenConditions } from '../../src/grading/written.js';
import { emptyDraft, exerciseOf, readDraft } from '../../src/playground/make-exercise/draft.js';
import { exerciseFolders } from './folders.js';

const fieldsOf = (kind: string) => kindViews().find((one) => one.kind === kind)?.fields ?? [];
const plain = (value: unknown) => JSON.parse(JSON.stringify(value));

describe('the form', () => {
  const draft = {
    ...emptyDraft(),
    id: 'own-1',
    title: ' Our service ',
    brief: 'It is slow.\n\nMake `COPY` {narrow}.',
    start: 'FROM node:24\nCOPY . .\nCMD ["node", "a.js"]\n',
    context: '12 a.js\n3k b/c.js\n',
    hints: 'One\n\nTwo\n',
    conditions: [
      { kind: 'rebuilt-steps', values: { file: 'README.md', atMost: '0' }, step: 'Copy less.' },
      { kind: 'dependencies', values: { managers: 'npm, pnpm', locked: 'yes', withoutDevelopment: '' }, step: '' },
    ],
  };

  it('makes an exercise whose conditions can be read', () => {
    const exercise = exerciseOf(draft, fieldsOf);
    expect(readConditions(exercise.conditions).problems).toEqual([]);
    expect(exercise.conditions['dependencies-2']).toEqual({
      dependencies: { managers: ['npm', 'pnpm'], locked: true },
    });
    expect(exercise.steps).toEqual([{ do: 'Copy less.', holds: ['rebuilt-steps-1'] }]);
    expect(exercise.build.context).toEqual([
      { path: 'a.js', bytes: 12 },
      { path: 'b/c.js', bytes: 3000 },
    ]);
    expect(exercise.hints).toEqual(['One', 'Two']);
  });

  it('says what is missing in a condition', () => {
    const half = { ...draft, conditions: [{ kind: 'rebuilt-steps', values: { file: 'a' }, step: '' }] };
    expect(readConditions(exerciseOf(half, fieldsOf).conditions).problems).toEqual([
      'rebuilt-steps-1: rebuilt-steps: atMost is a number from 0 up.',
    ]);
  });

  it('takes a solution that is one in the .dockerignore', () => {
    const { start, solution } = exerciseOf({ ...draft, solutionIgnore: '.git\n' }, fieldsOf);
    expect(start).toEqual({ text: draft.start, dockerignore: '' });
    expect(solution?.answer).toEqual({ text: draft.start, dockerignore: '.git\n' });
    const both = exerciseOf({ ...draft, dockerignore: '*.md\n', solution: 'FROM node:24-slim\n' }, fieldsOf);
    expect(both.solution?.answer).toEqual({ text: 'FROM node:24-slim\n', dockerignore: '*.md\n' });
    expect(exerciseOf(draft, fieldsOf).solution).toBeUndefined();
  });

  it('is kept, and a spoiled one is left', () => {
    expect(readDraft(JSON.stringify(draft))).toEqual(draft);
    expect(readDraft('{"conditions":[{}],"title":3}')).toMatchObject({ title: '', conditions: [] });
    expect(readDraft('nonsense')).toBeUndefined();
  });

  it('makes a folder that reads as the same exercise', () => {
    const exercise = exerciseOf(draft, fieldsOf);
    const files = filesOf(exercise, (value) => stringify(value));
    expect(files['brief.mdx']).toBe('It is slow.\n\nMake `COPY` \\{narrow\\}.\n');
    const { exercise: read, problems } = exerciseFrom('99-own-1', files, parse);
    expect(problems).toEqual([]);
    expect(plain({ ...read, brief: exercise.brief })).toEqual(plain(exercise));
  });
});

describe('an exercise', () => {
  it.each(exerciseFolders())('comes back from a link: $folder', async ({ exercise }) => {
    // It takes the place of none of the site's.
    const own = { ...exercise, id: `own-${exercise.id}` };
    expect(plain(await readExerciseFragment(await exerciseFragment(exercise)))).toEqual(plain(own));
    expect(plain(await readExerciseFragment(await exerciseFragment(own)))).toEqual(plain(own));
  });

  it('is not solved while a condition of it can’t be read', () => {
    const start = { text: 'FROM node:24-slim\nCMD ["node", "a.js"]\n' };
    const gradeWith = (conditions: WrittenConditions) => gradeAnswer({ start, build: {}, conditions }, start, {});
    expect(gradeWith({ runs: { program: { command: 'node' } } }).isSolved).toBe(true);
    const { isSolved, conditions } = gradeWith({
      runs: { program: { command: 'node' } },
      later: { 'not-yet-known': {} },
    });
    expect(isSolved).toBe(false);
    expect(conditions.map(({ id, holds }) => [id, holds])).toEqual([
      ['runs', true],
      ['later', false],
    ]);
  });

  it('that can’t be used is told apart', async () => {
    expect(readExercise({ title: 'x', conditions: {} }).exercise).toBeUndefined();
    expect(readExercise(3)).toEqual({ exercise: undefined, problems: ['This is no exercise.'] });
    expect(await readExerciseFragment('#exercise1.AAAA')).toBe('damaged');
    expect(await readExerciseFragment('')).toBeUndefined();
  });
});
