/** The folders of content/exercises, as tests read them. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import type { Answer, Exercise } from '../../src/exercises/exercise.js';
import { type ExerciseFiles, exerciseFrom } from '../../src/exercises/exercise-folder.js';

const ROOT = 'content/exercises';

/** An answer that a test tries. */
export interface TriedAnswer {
  readonly title: string;
  readonly dockerfile: string;
  readonly dockerignore?: string;
}

export interface WrongAnswer extends TriedAnswer {
  /** The state of each condition and guard that does not hold, by its id. */
  readonly fails: Readonly<Record<string, string>>;
}

export interface ExerciseFolder {
  readonly folder: string;
  readonly exercise: Exercise;
  readonly brief: string;
  readonly right: readonly TriedAnswer[];
  readonly wrong: readonly WrongAnswer[];
}

export function exerciseFolders(): readonly ExerciseFolder[] {
  return readdirSync(ROOT).sort().map(readFolder);
}

function readFolder(folder: string): ExerciseFolder {
  const files: ExerciseFiles = Object.fromEntries(
    readdirSync(join(ROOT, folder)).map((name) => [name, readFileSync(join(ROOT, folder, name), 'utf8')]),
  );
  const { exercise, problems } = exerciseFrom(folder, files, parse);
  if (!exercise || problems.length > 0) throw new Error(`${folder}: ${problems.join(' ')}`);
  const { right, wrong } = parse(files['answers.yaml'] ?? '') ?? {};
  return { folder, exercise, brief: files['brief.mdx'] ?? '', right: right ?? [], wrong: wrong ?? [] };
}

/** What is handed in. */
export function answerOf({ dockerfile, dockerignore }: TriedAnswer): Answer {
  return { text: dockerfile, ...(dockerignore !== undefined && { dockerignore }) };
}
