import { describe, expect, it } from 'vitest';
import { gradeAnswer } from '../../src/exercises/grade-answer.js';
import { tryExercise } from '../../src/exercises/trial.js';
import { kindViews } from '../../src/grading/kind-view.js';
import { remarksOn } from '../../src/playground/make-exercise/condition-remarks.js';
import { conditionId, emptyDraft, exerciseOf } from '../../src/playground/make-exercise/draft.js';

const START = 'FROM node:24-slim\nCOPY . .\nCMD ["node", "app.js"]\n';
const fieldsOf = (kind: string) => kindViews().find((one) => one.kind === kind)?.fields ?? [];

/** What the form says of a condition; what keeps it from being used has a `!` in front. */
async function remarks(kind: string, values: Record<string, string>, step = ''): Promise<readonly string[]> {
  const condition = { kind, values, step };
  const draft = { ...emptyDraft(), title: 'x', start: START, context: '9 app.js\n9 .git/HEAD\n' };
  const exercise = exerciseOf({ ...draft, conditions: [condition] }, fieldsOf);
  const trial = await tryExercise(exercise, async (answer) => gradeAnswer(exercise, answer, {}));
  const view = kindViews().find((one) => one.kind === kind);
  if (!view) throw new Error(`There is no kind ${kind}.`);
  const [start, idle] = [trial.start, trial.idle].map((grade) =>
    grade.conditions.find(({ id }) => id === conditionId(condition, 0)),
  );
  const found = remarksOn(condition, view, exercise.build.context ?? [], { start, idle });
  return found.map(({ text, isRefusal }) => (isRefusal ? `! ${text}` : text));
}

const BLANK = '! Fill in at least one field: as it stands, nearly every file meets it.';

describe('a condition in the form', () => {
  it.each([
    ['program', {}],
    ['base', { tagged: '' }],
    ['not-installed', { packages: ' ' }],
  ])('that asks for nothing is refused: %s', async (kind, values) => {
    expect(await remarks(kind, values)).toEqual([BLANK]);
  });

  it('that says all by its kind needs no field', async () => {
    expect(await remarks('not-root', {}, 'Give it a user.')).toEqual([]);
    expect(await remarks('takes-arguments', {})).toEqual([]);
  });

  it('lacks what has to be there', async () => {
    expect(await remarks('rebuilt-steps', { atMost: 'few' })).toEqual([
      '! Fill in “File of the context”.',
      '! “Steps that may run” is a number from 0 up.',
    ]);
    expect(await remarks('image-size', { megabytes: '-1' })).toEqual(['! “At most” is a number from 0 up.']);
  });

  it.each([
    ['not-sent', { files: 'logs' }],
    ['not-in-image', { files: 'logs, tmp' }],
    ['not-sent', { files: './.git' }],
  ])('that nothing can break is refused: %s', async (kind, values) => {
    expect(await remarks(kind, values)).toEqual([expect.stringMatching(/^! Not among .*So nothing can break this\.$/)]);
  });

  it('tells of files that are not there, and knows folders', async () => {
    expect(await remarks('program', { file: 'apps.js' }, 'Start it.')).toEqual([
      'Not among the files beside the Dockerfile: apps.js. That is right only where the build makes it.',
    ]);
    expect(await remarks('not-sent', { files: '.git/' }, 'Hide it.')).toEqual([]);
  });

  it('tells of steps with nothing to do, and of what no step is about', async () => {
    expect(await remarks('program', { file: 'app.js' })).toEqual([]);
    expect(await remarks('program', { file: 'app.js' }, 'Start it.')).toEqual([
      'It holds at the start already: for this step nothing is left to do.',
    ]);
    expect(await remarks('not-sent', { files: '.git' })).toEqual([
      'It does not hold at the start, and no step says what to do for it.',
    ]);
  });
});

describe('a trial', () => {
  it('knows what a COPY names and no file is', async () => {
    const files =
      'COPY app.js b*.js .git /srv/\nCOPY --from=x other /srv/\nADD https://example.com/a /srv/\nCOPY ./src .\n';
    const draft = { ...emptyDraft(), start: `FROM node:24 AS x\n${files}`, context: '9 app.js\n9 .git/HEAD\n' };
    const missingIn = async (changed: Partial<typeof draft>) => {
      const exercise = exerciseOf({ ...draft, ...changed }, fieldsOf);
      return (await tryExercise(exercise, async (answer) => gradeAnswer(exercise, answer, {}))).missing;
    };
    expect(await missingIn({})).toEqual(['b*.js', 'src']);
    expect(await missingIn({ dockerignore: '.git\n' })).toEqual(['b*.js', '.git', 'src']);
    expect(await missingIn({ context: '' })).toEqual([]);
    expect(await missingIn({ start: 'FROM node:24\nCOPY . .\n', solution: 'FROM node:24\nCOPY c .\n' })).toEqual(['c']);
  });
});
