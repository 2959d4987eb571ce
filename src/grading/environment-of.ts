/** The environment that a container starts with. */
import type { InstructionOf, Span } from '../model/index.js';
import type { Submission } from './submission.js';

export interface Setting {
  /** `null` where it is not known. */
  readonly value: string | null;
  /** The pair of the last ENV that sets it; undefined where the base image does. */
  readonly at: Span | undefined;
}

/** What sets a variable of the container; undefined where nothing does. */
export function settingOf({ shippedStages, target }: Submission, name: string): Setting | undefined {
  const last = [...shippedStages]
    .reverse()
    .flatMap(({ instructions }) => instructions)
    .filter((one): one is InstructionOf<'ENV'> => one.keyword === 'ENV')
    .flatMap(({ pairs, scope }) => pairs.map((pair) => ({ pair, scope })))
    .findLast(({ pair, scope }) => scope.expand(pair.key) === name);
  if (last) return { value: last.pair.value ? last.scope.expand(last.pair.value) : '', at: last.pair.at };
  const fromBase = target?.base?.environment?.[name];
  return fromBase === undefined ? undefined : { value: fromBase, at: undefined };
}
