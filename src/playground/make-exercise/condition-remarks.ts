/** What is to be said of a condition in the form: what keeps it from being used, and what its maker may not have meant. */
import type { ConditionGrade } from '../../grading/index.js';
import type { FieldView, KindView } from '../../grading/kind-view.js';
import type { ContextFile } from '../../model/build-input.js';
import { type DraftCondition, valueOf } from './draft.js';

export interface Remark {
  readonly text: string;
  /** With this condition the exercise can't be handed out. */
  readonly isRefusal: boolean;
}

/** How the condition was graded; undefined: not yet. */
export interface GradedCondition {
  /** With what the exercise begins with. */
  readonly start: ConditionGrade | undefined;
  /** With a file that does nothing of use. */
  readonly idle: ConditionGrade | undefined;
}

/** The fields that name files of the context. */
const FILE_FIELDS: ReadonlySet<string> = new Set(['file', 'files', 'beside', 'module', 'archive']);

export function remarksOn(
  condition: DraftCondition,
  { fields }: KindView,
  context: readonly ContextFile[],
  { start, idle }: GradedCondition,
): readonly Remark[] {
  const problems = fields.flatMap(
    (field) => problemIn(field, valueOf(field, condition.values[field.name] ?? '')) ?? [],
  );
  if (problems.length > 0) return problems.map(refusal);
  const named = fields.flatMap((field) => filesIn(field, condition));
  const absent = named.filter((file) => !context.some(({ path }) => isBelow(path, file)));
  if (start?.holds && idle?.holds) {
    if (isBlank(fields, condition)) return [refusal(BLANK)];
    if (named.length > 0 && absent.length === named.length)
      return [refusal(`${lies(absent)} So nothing can break this.`)];
  }
  return [...absentRemarks(absent), ...(start ? stepRemarks(condition.step.trim() !== '', start.holds) : [])].map(
    (text) => ({ text, isRefusal: false }),
  );
}

const BLANK = 'Fill in at least one field: as it stands, nearly every file meets it.';

function refusal(text: string): Remark {
  return { text, isRefusal: true };
}

function problemIn({ label, kind, isOptional }: FieldView, value: unknown): string | undefined {
  if (value === undefined) return isOptional ? undefined : `Fill in “${label}”.`;
  const isWrong = kind === 'number' && (typeof value !== 'number' || value < 0);
  return isWrong ? `“${label}” is a number from 0 up.` : undefined;
}

/** The kind has fields, and none of them is filled in. */
function isBlank(fields: readonly FieldView[], { values }: DraftCondition): boolean {
  return fields.length > 0 && fields.every((field) => valueOf(field, values[field.name] ?? '') === undefined);
}

function filesIn(field: FieldView, { values }: DraftCondition): readonly string[] {
  const value = FILE_FIELDS.has(field.name) ? valueOf(field, values[field.name] ?? '') : undefined;
  return [value].flat().filter((one) => typeof one === 'string');
}

/** As the conditions compare them: `./logs` is none. */
function isBelow(path: string, folder: string): boolean {
  const clean = folder.replace(/\/$/, '');
  return path === clean || path.startsWith(`${clean}/`);
}

function absentRemarks(absent: readonly string[]): readonly string[] {
  return absent.length > 0 ? [`${lies(absent)} That is right only where the build makes it.`] : [];
}

function lies(absent: readonly string[]): string {
  return `Not among the files beside the Dockerfile: ${absent.join(', ')}.`;
}

function stepRemarks(isStep: boolean, holds: boolean): readonly string[] {
  if (isStep && holds) return ['It holds at the start already: for this step nothing is left to do.'];
  if (!isStep && !holds) return ['It does not hold at the start, and no step says what to do for it.'];
  return [];
}
