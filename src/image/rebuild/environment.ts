/**
 * The variables of a stage before and after the change, one beside the other. What is not known before the build is a
 * text of its own, the same on both sides, so that only what the change touches differs.
 */
import type { Arg, Env, KeyValue, Lookup, Word } from '../../model/index.js';
import { expand, overlaps, SharedMap } from '../../model/index.js';
import type { Effect } from './effect.js';
import type { Keys } from './keys.js';

/** A text before and after the change; undefined where nothing sets it. */
export interface Both<Text = string | undefined> {
  readonly before: Text;
  readonly after: Text;
}

/** Stands at the end of a text that the change makes another one. */
const CHANGED = '\u0001';

export function differs({ before, after }: Both): boolean {
  return before !== after;
}

export function same(text: string): Both<string> {
  return { before: text, after: text };
}

export function changed({ before, after }: Both): Both<string> {
  return { before: before ?? '', after: `${after ?? ''}${CHANGED}` };
}

/** Variables that differ: a stack without those that have been set again since. */
interface Differing {
  readonly name: string;
  readonly below: Differing | undefined;
}

interface Settings {
  readonly variables: SharedMap<Both>;
  readonly differing: Differing | undefined;
  /** The same for two environments that the same lines have made. */
  readonly key: number;
}

/** Never changed, only replaced: stages that are built FROM another begin with its environment. */
export class Environment {
  private constructor(private readonly settings: Settings) {}

  static empty(keys: Keys): Environment {
    return new Environment({ variables: SharedMap.empty(), differing: undefined, key: keys.of('environment') });
  }

  get key(): number {
    return this.settings.key;
  }

  /** A variable that has another value; RUN has all of them in its key. */
  get differing(): string | undefined {
    return this.settings.differing?.name;
  }

  value(name: string): Both | undefined {
    return this.settings.variables.get(name);
  }

  /** The text of a word on both sides. */
  expand(word: Word): Both<string> {
    return expandBoth(word, (name) => this.value(name));
  }

  with(name: string, value: Both, keys: Keys): Environment {
    const variables = this.settings.variables.with(name, value);
    const top: Differing | undefined = differs(value)
      ? { name, below: this.settings.differing }
      : this.settings.differing;
    const key = keys.of('variable', this.key, name, value.before ?? null);
    return new Environment({ variables, differing: topOf(top, variables), key });
  }
}

function topOf(top: Differing | undefined, variables: SharedMap<Both>): Differing | undefined {
  let current = top;
  while (current && !differs(variables.get(current.name) ?? same(''))) current = current.below;
  return current;
}

type LookupBoth = (name: string) => Both | undefined;

export function expandBoth(word: Word, lookup: LookupBoth): Both<string> {
  const before = expandOne(word, (name) => lookup(name)?.before);
  if (!word.variables.some(({ name, operand }) => operand?.includes('$') || differs(lookup(name) ?? same(''))))
    return { before, after: before };
  return { before, after: expandOne(word, (name) => lookup(name)?.after) };
}

/** Where the model can't tell the text, it is the word and the values in it. */
function expandOne(word: Word, lookup: Lookup): string {
  return expand(word, lookup) ?? [word.raw, ...word.variables.map(({ name }) => lookup(name) ?? '')].join('\0');
}

/** What a build argument is set to from outside the file. */
export type GivenArguments = (name: string) => Both;

export function givenArguments(values: Readonly<Record<string, string>> | undefined, effect: Effect): GivenArguments {
  return (name) => {
    const given = values && Object.hasOwn(values, name) ? values[name] : undefined;
    const value = { before: given, after: given };
    return name === effect.argument ? { before: given, after: `${given ?? ''}${CHANGED}` } : value;
  };
}

/** Whether the changed line has a part of a pair on it. */
function isPairChanged(pair: KeyValue, instruction: Arg | Env, { line, instruction: touched }: Effect): boolean {
  const isTouched = touched === instruction || (touched !== undefined && touched === instruction.onbuild);
  return isTouched && line !== undefined && overlaps(pair.at, line);
}

/** Each variable of an ENV is read as it was above the line. */
export function withEnv(environment: Environment, env: Env, effect: Effect, keys: Keys): Environment {
  let result = environment;
  for (const pair of env.pairs) {
    const written = pair.value ? environment.expand(pair.value) : same('');
    const value = isPairChanged(pair, env, effect) ? changed(written) : written;
    result = result.with(environment.expand(pair.key).before, value, keys);
  }
  return result;
}

/** An ARG takes the value given from outside, its default, or the global argument of its name; else it sets nothing. */
export function withArg(
  environment: Environment,
  arg: Arg,
  effect: Effect,
  outside: { readonly given: GivenArguments; readonly global: LookupBoth; readonly keys: Keys },
): Environment {
  let result = environment;
  for (const pair of arg.pairs) {
    const name = pair.key.text;
    const inherited = pair.value ? result.expand(pair.value) : outside.global(name);
    const written = isPairChanged(pair, arg, effect) ? afterChanged(inherited) : inherited;
    const given = outside.given(name);
    const standing = result.value(name);
    const side = (which: keyof Both) => given[which] ?? written?.[which] ?? standing?.[which];
    const value = { before: side('before'), after: side('after') };
    if (value.before !== undefined || value.after !== undefined) result = result.with(name, value, outside.keys);
  }
  return result;
}

function afterChanged(value: Both | undefined): Both {
  return { before: value?.before, after: `${value?.after ?? ''}${CHANGED}` };
}
