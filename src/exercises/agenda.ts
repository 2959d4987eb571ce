/** Workshops of different length, made of the exercises that are there. */
import type { Exercise } from './exercise.js';

export interface AgendaItem {
  /** Minutes from the beginning. */
  readonly at: number;
  readonly minutes: number;
  /** What is done; behind the title of an exercise, what comes with it. */
  readonly what: string;
  readonly exercise?: Exercise;
}

/** A part of a workshop: some minutes of something, or an exercise by its id, with a talk behind it. */
type Part = { readonly what: string; readonly minutes: number } | { readonly exercise: string };

/** For talking after an exercise. */
const TALK = 5;

const BEGIN: Part = { what: 'What hurts: everybody names one thing about their own images', minutes: 5 };
const END: Part = {
  what: 'Everybody pastes a Dockerfile of their own into the playground, and picks one thing to change',
  minutes: 10,
};

/** Where the bytes are, what is rebuilt, how it stops. */
export const ONE_HOUR: readonly Part[] = [
  BEGIN,
  { exercise: 'delete-in-the-same-step' },
  { exercise: 'manifests-first' },
  { exercise: 'stop-when-asked' },
  END,
];

export const HALF_A_DAY: readonly Part[] = [
  BEGIN,
  { exercise: 'what-the-builder-sees' },
  { exercise: 'delete-in-the-same-step' },
  { exercise: 'leave-the-tools-behind' },
  { what: 'A break', minutes: 15 },
  { exercise: 'manifests-first' },
  { exercise: 'keep-the-downloads' },
  { exercise: 'stop-when-asked' },
  { what: 'A break', minutes: 15 },
  { exercise: 'not-root' },
  { exercise: 'a-secret-for-one-step' },
  { exercise: 'a-service-in-production' },
  { ...END, minutes: 20 },
];

/** The parts with their times. An error where an exercise is not there. */
export function agendaOf(parts: readonly Part[], exercises: readonly Exercise[]): readonly AgendaItem[] {
  let at = 0;
  return parts.map((part) => {
    const item = itemOf(part, exercises, at);
    at += item.minutes;
    return item;
  });
}

function itemOf(part: Part, exercises: readonly Exercise[], at: number): AgendaItem {
  if ('what' in part) return { at, ...part };
  const exercise = exercises.find(({ id }) => id === part.exercise);
  if (!exercise) throw new Error(`The agenda names an exercise ${part.exercise} that is not there.`);
  return { at, minutes: exercise.minutes + TALK, what: `and ${TALK} minutes to talk about it`, exercise };
}
