/** An exercise in the making, as its form holds it, and the exercise that comes of it. */
import type { Exercise, Step } from '../../exercises/exercise.js';
import { ownId } from '../../exercises/own-exercise.js';
import type { FieldView } from '../../grading/kind-view.js';
import type { WrittenConditions } from '../../grading/written.js';
import { isRecord } from '../../model/record.js';
import { readContextList } from '../context-list.js';
import { newId } from '../draft-store.js';

export interface DraftCondition {
  readonly kind: string;
  /** As typed, by the names of the fields. */
  readonly values: Readonly<Record<string, string>>;
  /** What to do, for the list of steps; empty: it is something that must stay true. */
  readonly step: string;
}

export interface ExerciseDraft {
  readonly id: string;
  readonly title: string;
  readonly minutes: string;
  readonly brief: string;
  readonly start: string;
  /** Empty: it has none. */
  readonly dockerignore: string;
  /** A path and a size in bytes in each line. */
  readonly context: string;
  readonly conditions: readonly DraftCondition[];
  /** One in each line. */
  readonly hints: string;
  readonly solution: string;
  /** Empty: it is that of the start. */
  readonly solutionIgnore: string;
  readonly why: string;
}

export function emptyDraft(): ExerciseDraft {
  return {
    id: ownId(newId().slice(0, 12)),
    title: '',
    minutes: '10',
    brief: '',
    start: '',
    dockerignore: '',
    context: '',
    conditions: [],
    hints: '',
    solution: '',
    solutionIgnore: '',
    why: '',
  };
}

/** Reads a stored draft. Undefined: there is none. */
export function readDraft(text: string | undefined): ExerciseDraft | undefined {
  try {
    const value: unknown = JSON.parse(text ?? 'null');
    if (!isRecord(value) || !Array.isArray(value['conditions'])) return undefined;
    const empty = emptyDraft();
    const texts = Object.keys(empty).filter((key) => key !== 'conditions' && typeof value[key] === 'string');
    const conditions = value['conditions'].filter(isDraftCondition);
    return { ...empty, ...Object.fromEntries(texts.map((key) => [key, value[key]])), conditions };
  } catch {
    return undefined;
  }
}

function isDraftCondition(value: unknown): value is DraftCondition {
  return (
    isRecord(value) &&
    typeof value['kind'] === 'string' &&
    typeof value['step'] === 'string' &&
    isRecord(value['values'])
  );
}

/** The value of a field as it is typed; undefined where nothing is. */
export function valueOf({ kind }: FieldView, typed: string): unknown {
  const text = typed.trim();
  if (text === '') return undefined;
  if (kind === 'list')
    return text
      .split(',')
      .map((one) => one.trim())
      .filter((one) => one !== '');
  if (kind === 'number') return Number.isFinite(Number(text)) ? Number(text) : text;
  return kind === 'flag' ? text === 'yes' : text;
}

/** The id of a condition in the exercise. */
export function conditionId({ kind }: DraftCondition, index: number): string {
  return `${kind}-${index + 1}`;
}

export type FieldsOf = (kind: string) => readonly FieldView[];

/** The exercise, as far as it is there. */
export function exerciseOf(draft: ExerciseDraft, fieldsOf: FieldsOf): Exercise {
  const named = draft.conditions.map((condition, index) => ({ condition, id: conditionId(condition, index) }));
  const conditions: WrittenConditions = Object.fromEntries(
    named.map(({ id, condition }) => [id, { [condition.kind]: valuesOf(condition, fieldsOf) }]),
  );
  const steps = named.flatMap(({ id, condition }): Step[] =>
    condition.step.trim() ? [{ do: condition.step.trim(), holds: [id] }] : [],
  );
  const { files } = readContextList(draft.context);
  const hasIgnoreFile = `${draft.dockerignore}${draft.solutionIgnore}`.trim() !== '';
  const ignoreFile = (dockerignore: string) => (hasIgnoreFile ? { dockerignore } : {});
  const solutionIgnore = draft.solutionIgnore.trim() === '' ? draft.dockerignore : draft.solutionIgnore;
  const solved = draft.solution.trim() || (draft.solutionIgnore.trim() && draft.start);
  return {
    id: draft.id,
    title: draft.title.trim(),
    track: undefined,
    minutes: Number(draft.minutes) > 0 ? Number(draft.minutes) : 10,
    goal: draft.brief.trim().split(/\n\s*\n/)[0] ?? '',
    brief: draft.brief.trim(),
    start: { text: draft.start, ...ignoreFile(draft.dockerignore) },
    build: files.length > 0 ? { context: files } : {},
    conditions,
    steps,
    hints: draft.hints
      .split('\n')
      .map((hint) => hint.trim())
      .filter((hint) => hint !== ''),
    solution: solved
      ? {
          answer: { text: draft.solution.trim() ? draft.solution : draft.start, ...ignoreFile(solutionIgnore) },
          why: draft.why.trim() || '…',
        }
      : undefined,
    alternatives: [],
    uses: [],
    rules: [],
    guides: [],
    discuss: [],
  };
}

function valuesOf({ kind, values }: DraftCondition, fieldsOf: FieldsOf): Record<string, unknown> {
  const filled = fieldsOf(kind).map((field) => [field.name, valueOf(field, values[field.name] ?? '')] as const);
  return Object.fromEntries(filled.filter(([, value]) => value !== undefined));
}
