/** The exercise in the making: what was typed, what comes of it, and what is known of that. One for the page. */
import { computed, effect, signal } from '@preact/signals';
import type { Trial } from '../../exercises/trial.js';
import type { Grade } from '../../grading/index.js';
import type { KindView } from '../../grading/kind-view.js';
import { Latest } from '../latest.js';
import { conditionKindsOfWorker, tryInWorker } from '../linter.js';
import { remember, remembered } from '../memory.js';
import { Notices } from '../notice-line.js';
import { remarksOn } from './condition-remarks.js';
import { conditionId, type ExerciseDraft, emptyDraft, exerciseOf, readDraft } from './draft.js';

const KEY = 'plimsoll.make-exercise.1';

export const notices = new Notices();
export const draft = signal<ExerciseDraft>(readDraft(remembered(KEY)) ?? emptyDraft());
export const kinds = signal<readonly KindView[]>([]);
export const exercise = computed(() =>
  exerciseOf(draft.value, (kind) => kinds.value.find((one) => one.kind === kind)?.fields ?? []),
);

/** How it is graded as it is, or as it was a moment ago. */
export const trial = signal<Trial | undefined>(undefined);
const trying = new Latest(tryInWorker, (found) => {
  trial.value = found;
});
effect(() => {
  if (exercise.value.start.text.trim()) trying.ask(exercise.value);
  else trial.value = undefined;
});

/** What is to be said of each condition. */
export const remarks = computed(() => {
  const { context = [] } = exercise.value.build;
  return draft.value.conditions.map((condition, index) => {
    const kind = kinds.value.find((one) => one.kind === condition.kind);
    const gradeIn = (grade: Grade | undefined) =>
      grade?.conditions.find(({ id }) => id === conditionId(condition, index));
    const graded = { start: gradeIn(trial.value?.start), idle: gradeIn(trial.value?.idle) };
    return kind ? remarksOn(condition, kind, context, graded) : [];
  });
});

effect(() => {
  if (remember(KEY, JSON.stringify(draft.value))) return;
  const words =
    'This browser keeps nothing more: no storage is allowed, or none is left. Copy the link before you leave.';
  notices.say({ kind: 'problem', text: words });
});

export function change(changed: Partial<ExerciseDraft>): void {
  draft.value = { ...draft.value, ...changed };
}

void conditionKindsOfWorker().then((found) => {
  kinds.value = found;
});
