/** The conditions of an exercise: how they are written down, and how they are read. */
import { isRecord } from '../model/record.js';
import { suggest } from '../model/suggest.js';
import type { ConditionKind } from './condition.js';
import { conditionKinds } from './conditions/index.js';
import type { Field } from './field.js';

export interface Condition {
  readonly id: string;
  readonly kind: ConditionKind;
  readonly values: Readonly<Record<string, unknown>>;
  readonly says: string | undefined;
  readonly why: Readonly<Record<string, string>>;
}

export interface ReadConditions {
  readonly conditions: readonly Condition[];
  /** What is wrong, each with its place: `small.image-size: …`. Such a condition is left out. */
  readonly problems: readonly string[];
}

/** Reads conditions that come from outside. */
export function readConditions(written: unknown): ReadConditions {
  if (!isRecord(written)) return { conditions: [], problems: ['conditions: Name each condition, and say its kind.'] };
  const problems: string[] = [];
  const conditions = Object.entries(written).flatMap(([id, value]) => {
    const read = readCondition(id, value);
    if (typeof read !== 'string') return [read];
    problems.push(`${id}: ${read}`);
    return [];
  });
  return { conditions, problems };
}

function readCondition(id: string, written: unknown): Condition | string {
  if (!isRecord(written)) return 'A condition is its kind and the values of it.';
  const { says, why, ...rest } = written;
  const [name, ...more] = Object.keys(rest);
  if (name === undefined || more.length > 0) return 'A condition has one kind.';
  const kind = conditionKinds.find((one) => one.kind === name);
  if (!kind) return unknownKind(name);
  const values = readValues(kind, rest[name]);
  if (typeof values === 'string') return `${name}: ${values}`;
  const reasons = isRecord(why) ? why : {};
  const stray = Object.keys(reasons).find((state) => !Object.hasOwn(kind.states, state));
  if (stray !== undefined) return `${name} has no state ${stray}. It has ${Object.keys(kind.states).join(', ')}.`;
  return {
    id,
    kind,
    values,
    says: typeof says === 'string' ? says : undefined,
    why: reasons as Record<string, string>,
  };
}

function unknownKind(name: string): string {
  const names = conditionKinds.map(({ kind }) => kind);
  const meant = suggest(name, names);
  return `There is no condition ${name}.${meant ? ` Did you mean ${meant}?` : ` There are ${names.join(', ')}.`}`;
}

function readValues({ fields }: ConditionKind, written: unknown): Readonly<Record<string, unknown>> | string {
  const given = isRecord(written) ? written : {};
  const stray = Object.keys(given).find((name) => !Object.hasOwn(fields, name));
  if (stray !== undefined) return `It has no ${stray}. It has ${Object.keys(fields).join(', ')}.`;
  const values: Record<string, unknown> = {};
  for (const [name, field] of Object.entries(fields)) {
    const value = (field as Field<unknown>).read(given[name]);
    if (value === undefined && (!field.isOptional || given[name] !== undefined)) return `${name} is ${field.wants}.`;
    if (value !== undefined) values[name] = value;
  }
  return values;
}
