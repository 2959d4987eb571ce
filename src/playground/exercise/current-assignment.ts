/** The assignment that somebody works on in this browser, and the name that goes with the answers. */
import { type Assignment, idOf, readAssignment } from '../../exercises/assignment.js';
import { remember, remembered } from '../memory.js';

const KEY = 'plimsoll.assignment.1';
const NAME = 'plimsoll.name';

export function currentAssignment(): Assignment | undefined {
  try {
    return readAssignment(JSON.parse(remembered(KEY) ?? 'null'));
  } catch {
    return undefined;
  }
}

/** False: this browser stores nothing, so that the assignment lasts as long as the page. */
export function takeAssignment(assignment: Assignment | undefined): boolean {
  remember(KEY, JSON.stringify(assignment ?? null));
  return currentAssignment()?.id === assignment?.id;
}

/** Name or nickname; empty where none was given. */
export function readerName(): string {
  return remembered(NAME) ?? '';
}

export function takeName(name: string): void {
  remember(NAME, name.trim().slice(0, 80));
}

export interface AssignedPlace {
  readonly assignment: Assignment;
  /** From 0. */
  readonly index: number;
  /** The exercise behind this one; undefined: it is the last. */
  readonly next: Assignment['exercises'][number] | undefined;
}

/** Where an exercise stands in the assignment; undefined where it is no part of it. */
export function placeInAssignment(id: string): AssignedPlace | undefined {
  const assignment = currentAssignment();
  const index = assignment?.exercises.findIndex((one) => idOf(one) === id) ?? -1;
  if (!assignment || index === -1) return undefined;
  return { assignment, index, next: assignment.exercises[index + 1] };
}
