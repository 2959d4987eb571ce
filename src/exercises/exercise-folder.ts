/**
 * An exercise as a folder of content/exercises: `exercise.yaml`, `start.Dockerfile`, `solution.Dockerfile`, and where the
 * `.dockerignore` is part of it `start.dockerignore` and `solution.dockerignore`. An alternative names its files.
 */
import { readConditions } from '../grading/index.js';
import { isRecord } from '../model/record.js';
import type { Answer } from './exercise.js';
import { type ReadExercise, readExercise } from './read-exercise.js';

/** Texts by file name. */
export type ExerciseFiles = Readonly<Record<string, string>>;

/** `parse` reads YAML. */
export function exerciseFrom(folder: string, files: ExerciseFiles, parse: (yaml: string) => unknown): ReadExercise {
  const written = parse(files['exercise.yaml'] ?? '');
  if (!isRecord(written)) return { exercise: undefined, problems: ['There is no exercise.yaml.'] };
  const { context, target, buildArguments, platform, solution, alternatives, ...rest } = written;
  const exercise = {
    ...rest,
    id: folder.replace(/^\d+-/, ''),
    build: { context, target, buildArguments, platform },
    start: answerIn(files, 'start'),
    ...(solution !== undefined && { solution: { why: solution, answer: answerIn(files, 'solution') } }),
    ...(Array.isArray(alternatives) && {
      alternatives: alternatives.map((one) => ({ ...one, answer: answerIn(files, String(one?.file)) })),
    }),
  };
  return readExercise(exercise, (conditions) => readConditions(conditions).problems);
}

function answerIn(files: ExerciseFiles, name: string): Answer | undefined {
  const text = files[`${name}.Dockerfile`];
  const dockerignore = files[`${name}.dockerignore`];
  return text === undefined ? undefined : { text, ...(dockerignore !== undefined && { dockerignore }) };
}
