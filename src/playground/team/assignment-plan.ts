/** What a lead is putting together; kept until it is another one. */

import { DEFAULT_CONFIGURATION } from '../../config/configuration.js';
import { type Assignment, readAssignment } from '../../exercises/assignment.js';
import { newId } from '../draft-store.js';

export function firstPlan(): Assignment {
  return { id: newId(), title: '', message: '', exercises: [], configuration: DEFAULT_CONFIGURATION };
}

/** Reads a stored plan. Undefined: there is none. */
export function readPlan(text: string | undefined): Assignment | undefined {
  try {
    return readAssignment(JSON.parse(text ?? 'null'));
  } catch {
    return undefined;
  }
}

/** A list with one of its members moved; the list itself where there is no place for it. */
export function moved<Member>(list: readonly Member[], from: number, to: number): readonly Member[] {
  const member = list[from];
  if (member === undefined || to < 0 || to >= list.length) return list;
  const rest = list.filter((_, index) => index !== from);
  return [...rest.slice(0, to), member, ...rest.slice(to)];
}
