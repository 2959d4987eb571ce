/** `RUN --mount=…`: one mount, its keys and what BuildKit refuses in it (instructions/commands_runmount.go). */
import type { Problem } from './problems.js';
import type { Scope } from './scope.js';
import type { Span } from './span.js';
import { suggest } from './suggest.js';
import { parseWord, type Word } from './syntax/word.js';
import { isByteSize, isGoBoolean, isOctal, isUnsigned32 } from './values.js';

export type MountType = 'bind' | 'cache' | 'tmpfs' | 'secret' | 'ssh';

export interface Mount {
  readonly at: Span;
  readonly type: MountType;
  /** The folder or file in the container: `target`, `dst` or `destination`. */
  readonly target: Word | undefined;
  /** Stage or image: `from`. */
  readonly from: Word | undefined;
  /** By canonical key: `dst` and `destination` are under `target`, `src` under `source`, `ro` under `readonly`, `rw` under `readwrite`. */
  readonly keys: ReadonlyMap<string, Word>;
}

const ALIASES: Record<string, string> = {
  dst: 'target',
  destination: 'target',
  src: 'source',
  ro: 'readonly',
  rw: 'readwrite',
};
/** Keys that only some types take; the others are read for every type. */
const TYPES_OF: Record<string, readonly MountType[]> = {
  from: ['bind', 'cache', 'tmpfs', 'ssh'],
  sharing: ['cache'],
  size: ['tmpfs'],
  required: ['secret', 'ssh'],
  mode: ['cache', 'secret', 'ssh'],
  uid: ['cache', 'secret', 'ssh'],
  gid: ['cache', 'secret', 'ssh'],
};
/** Keys that must stand behind `type=`: until then the mount counts as a bind mount. */
const BEHIND_TYPE = new Set(['size', 'required']);
/** The types of a mount; `bind` where none is written. */
export const MOUNT_TYPES: readonly MountType[] = ['bind', 'cache', 'tmpfs', 'secret', 'ssh'];
const ALL_KEYS = ['type', 'target', 'source', 'readonly', 'readwrite', 'id', 'env', ...Object.keys(TYPES_OF)].concat(
  Object.keys(ALIASES),
);
const BOOLEAN_KEYS = new Set(['readonly', 'readwrite', 'required']);

/** How builds that run at once share a cache mount. */
export const SHARING = ['shared', 'private', 'locked'];

/** The keys that a mount of a type takes, by their canonical names. */
export function mountKeysOf(type: MountType): string[] {
  const everywhere = ALL_KEYS.filter((key) => key !== 'type' && !TYPES_OF[key] && !ALIASES[key]);
  const own = Object.keys(TYPES_OF).filter((key) => TYPES_OF[key]?.includes(type));
  return [...everywhere, ...own];
}

type MountProblem = Extract<Problem, { variant: 'mount' }>;

interface Entry {
  readonly key: string;
  readonly keyText: string;
  readonly at: Span;
  readonly value: Word | undefined;
}

/** Reads the value of a `--mount` flag; undefined where its type is not known. */
export function readMount(
  at: Span,
  value: Word | undefined,
  escape: '\\' | '`',
  scope: Scope,
  problems: Problem[],
): Mount | undefined {
  if (!value) return undefined;
  const entries = readEntries(value, escape);
  const typeIndex = entries.findIndex((entry) => entry.key === 'type');
  const typeEntry = entries[typeIndex];
  const typeText = typeEntry?.value?.text.toLowerCase() ?? 'bind';
  const report = (entry: Entry, reason: MountProblem['reason'], suggestion?: string) =>
    problems.push({
      variant: 'mount',
      reason,
      at: entry.at,
      key: entry.keyText,
      value: entry.value?.text ?? '',
      type: typeText,
      suggestion,
    });
  const type = MOUNT_TYPES.find((known) => known === typeText);
  if (!type) {
    if (typeEntry && !typeEntry.value?.variables.length)
      report(typeEntry, 'unknown-type', suggest(typeText, MOUNT_TYPES));
    return undefined;
  }
  for (const [index, entry] of entries.entries()) {
    if (entry.value?.invalidVariableAt)
      problems.push({ variant: 'modifier', at: entry.value.invalidVariableAt, text: entry.value.raw });
    const isEarly = index < typeIndex && BEHIND_TYPE.has(entry.key) && TYPES_OF[entry.key]?.includes(type);
    if (isEarly) report(entry, 'key-before-type');
    else checkEntry(entry, type, report);
  }
  const keys = new Map(entries.flatMap((entry) => (entry.value ? [[entry.key, entry.value] as const] : [])));
  const mount: Mount = { at, type, target: keys.get('target'), from: keys.get('from'), keys };
  const whole: Entry = { key: 'target', keyText: 'target', at, value: keys.get('target') };
  const reason = type === 'secret' ? secretProblem(mount) : targetProblem(mount, scope);
  if (reason) report(whole, reason);
  return mount;
}

function secretProblem({ keys }: Mount): MountProblem['reason'] | undefined {
  const isSet = (key: string) => Boolean(keys.get(key)?.raw);
  if (isSet('source') && isSet('id')) return 'source-and-id';
  return isSet('source') || isSet('id') || isSet('target') ? undefined : 'no-source';
}

/** The root can't be mounted over. A mount without a target is put over the working directory. */
function targetProblem({ type, target }: Mount, scope: Scope): MountProblem['reason'] | undefined {
  if (type === 'ssh') return undefined;
  const path = target ? scope.expand(target) : '';
  if (path === null || (!path.startsWith('/') && scope.workdir !== '/')) return undefined;
  if (path === '') return 'no-target';
  const isRoot =
    path === '/' || (!path.startsWith('/') && path.split('/').every((part) => part === '' || part === '.'));
  return isRoot ? 'target-root' : undefined;
}

function checkEntry(
  entry: Entry,
  type: MountType,
  report: (entry: Entry, reason: MountProblem['reason'], suggestion?: string) => void,
): void {
  const { key, keyText, value } = entry;
  if (key === 'type' && value) return;
  if (!ALL_KEYS.includes(keyText) && (value || keyText)) report(entry, 'unknown-key', suggest(keyText, ALL_KEYS));
  else if (TYPES_OF[key] && !TYPES_OF[key].includes(type)) report(entry, 'key-not-for-type');
  else if (!value && !BOOLEAN_KEYS.has(key)) report(entry, 'no-value');
  else if (value && key === 'from' && value.variables.length > 0) report(entry, 'variable-in-from');
  else if (value && value.variables.length === 0) {
    const reason = valueProblem(key, value.text);
    if (reason) report(entry, reason, key === 'sharing' ? suggest(value.text, SHARING) : undefined);
  }
}

function valueProblem(key: string, text: string): MountProblem['reason'] | undefined {
  if (BOOLEAN_KEYS.has(key)) return isGoBoolean(text) ? undefined : 'not-boolean';
  if (key === 'sharing') return SHARING.includes(text.toLowerCase()) ? undefined : 'sharing';
  if (key === 'mode') return isOctal(text) ? undefined : 'number';
  if (key === 'uid' || key === 'gid') return isUnsigned32(text) ? undefined : 'number';
  if (key === 'size') return isByteSize(text) ? undefined : 'size';
  return undefined;
}

/** Splits `type=cache,target=/a` at every comma: the builder takes quotes away before it looks. */
function readEntries(value: Word, escape: '\\' | '`'): Entry[] {
  const source = value.raw;
  const isFaithful = source.length === value.at.end - value.at.start;
  const entries: Entry[] = [];
  let start = 0;
  for (const text of source.split(',')) {
    const at = isFaithful ? { start: value.at.start + start, end: value.at.start + start + text.length } : value.at;
    entries.push(readEntry(text, at, escape));
    start += text.length + 1;
  }
  return entries;
}

function readEntry(text: string, at: Span, escape: '\\' | '`'): Entry {
  const equals = text.indexOf('=');
  const keyText = unquoted(equals === -1 ? text : text.slice(0, equals)).toLowerCase();
  const valueText = equals === -1 ? undefined : unquoted(text.slice(equals + 1));
  return {
    key: ALIASES[keyText] ?? keyText,
    keyText,
    at,
    value: valueText === undefined ? undefined : parseWord(valueText, at.start + equals + 1, escape),
  };
}

function unquoted(text: string): string {
  return text.replace(/["']/g, '');
}
