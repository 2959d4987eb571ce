/**
 * The language service's part of the lint worker, loaded when an editor first asks. An editor asks several things about
 * the same text, so the last parsed file is kept.
 */
import {
  type Completion,
  completionsAt,
  definitionAt,
  type Fold,
  foldsOf,
  formatEdits,
  type Hover,
  hoverAt,
  type RenameAnswer,
  referencesAt,
  renamableAt,
  renameAt,
} from '../language/index.js';
import { type BuildInput, type Dockerfile, parseDockerfile, type Span } from '../model/index.js';
import type { Edit } from '../rules/rule.js';

/** What an editor asks about a place, or about the whole file, where `at` does not matter. */
export interface LanguageQuestion<Ask extends keyof LanguageAnswers = keyof LanguageAnswers> {
  readonly ask: Ask;
  /** An offset. */
  readonly at: number;
  /** For `rename`: the other name. */
  readonly name?: string;
}

export interface LanguageAnswers {
  readonly completions: readonly Completion[];
  readonly hover: Hover | undefined;
  readonly definition: Span | undefined;
  readonly references: readonly Span[];
  readonly renamable: ReturnType<typeof renamableAt>;
  readonly rename: RenameAnswer;
  readonly folds: readonly Fold[];
  readonly format: readonly Edit[];
}

const ANSWERS: {
  readonly [Ask in keyof LanguageAnswers]: (file: Dockerfile, question: LanguageQuestion) => LanguageAnswers[Ask];
} = {
  completions: (file, { at }) => completionsAt(file, at),
  hover: (file, { at }) => hoverAt(file, at),
  definition: (file, { at }) => definitionAt(file, at),
  references: (file, { at }) => referencesAt(file, at),
  renamable: (file, { at }) => renamableAt(file, at),
  rename: (file, { at, name = '' }) => renameAt(file, at, name),
  folds: (file) => foldsOf(file),
  format: (file) => formatEdits(file),
};

let last: Dockerfile | undefined;

/** The answer to a question about a build input. */
export function answerQuestion(input: BuildInput, question: LanguageQuestion): LanguageAnswers[keyof LanguageAnswers] {
  if (!last || !isSame(last.input, input)) last = parseDockerfile(input);
  return ANSWERS[question.ask](last, question);
}

function isSame(one: BuildInput, other: BuildInput): boolean {
  return one.text === other.text && JSON.stringify({ ...one, text: '' }) === JSON.stringify({ ...other, text: '' });
}
