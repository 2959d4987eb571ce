/** `RUN --mount=…`: one mount, its keys and what BuildKit refuses in it (instructions/commands_runmount.go). */
import type { Problem } from './problems.js';
import type { Span } from './span.js';
import { suggest } from './suggest.js';
import { parseWord, type Word } from './syntax/word.js';

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
const KEYS_OF: Record<MountType, readonly string[]> = {
  bind: ['target', 'source', 'from', 'readonly', 'readwrite'],
  cache: ['target', 'source', 'from', 'readonly', 'readwrite', 'id', 'sharing', 'mode', 'uid', 'gid'],
  tmpfs: ['target', 'size', 'readonly', 'readwrite'],
  secret: ['target', 'source', 'id', 'required', 'mode', 'uid', 'gid', 'env'],
  ssh: ['target', 'source', 'id', 'required', 'mode', 'uid', 'gid'],
};
const ALL_KEYS = [...new Set(['type', ...Object.values(KEYS_OF).flat(), ...Object.keys(ALIASES)])];
const BOOLEAN_KEYS = new Set(['readonly', 'readwrite', 'required']);
const NUMBER_KEYS = new Set(['uid', 'gid', 'mode']);

interface Entry {
  readonly key: string;
  readonly keyText: string;
  readonly at: Span;
  readonly value: Word | undefined;
}

export function readMount(
  at: Span,
  value: Word | undefined,
  escape: '\\' | '`',
  problems: Problem[],
): Mount | undefined {
  if (!value) return undefined;
  const entries = readEntries(value, escape);
  const typeEntry = entries.find((entry) => entry.key === 'type');
  const typeText = typeEntry?.value?.text.toLowerCase() ?? 'bind';
  const report = (entry: Entry, reason: Extract<Problem, { variant: 'mount' }>['reason'], suggestion?: string) =>
    problems.push({
      variant: 'mount',
      reason,
      at: entry.at,
      key: entry.keyText,
      value: entry.value?.text ?? '',
      type: typeText,
      suggestion,
    });
  if (!Object.hasOwn(KEYS_OF, typeText)) {
    if (typeEntry && !typeEntry.value?.variables.length)
      report(typeEntry, 'unknown-type', suggest(typeText, Object.keys(KEYS_OF)));
    return undefined;
  }
  const type = typeText as MountType;
  for (const entry of entries) checkEntry(entry, type, report);
  const keys = new Map(entries.flatMap((entry) => (entry.value ? [[entry.key, entry.value] as const] : [])));
  const target = keys.get('target') ?? undefined;
  const whole: Entry = { key: 'target', keyText: 'target', at, value: undefined };
  if (!target && (type === 'bind' || type === 'cache' || type === 'tmpfs')) report(whole, 'no-target');
  if (type === 'secret' && !target && !keys.has('id') && !keys.has('source')) report(whole, 'no-source');
  return { at, type, target, from: keys.get('from'), keys };
}

function checkEntry(
  entry: Entry,
  type: MountType,
  report: (entry: Entry, reason: Extract<Problem, { variant: 'mount' }>['reason'], suggestion?: string) => void,
): void {
  const { key, keyText, value } = entry;
  const text = value?.text ?? '';
  const hasVariable = (value?.variables.length ?? 0) > 0;
  if (key === 'type') return;
  if (!ALL_KEYS.includes(keyText)) report(entry, 'unknown-key', suggest(keyText, ALL_KEYS));
  else if (!KEYS_OF[type].includes(key)) report(entry, 'key-not-for-type');
  else if (!value && !BOOLEAN_KEYS.has(key)) report(entry, 'no-value');
  else if (value && BOOLEAN_KEYS.has(key) && !hasVariable && !/^(?:1|0|t|f|true|false)$/i.test(text))
    report(entry, 'not-boolean');
  else if (key === 'sharing' && !hasVariable && !/^(?:shared|private|locked)$/.test(text)) report(entry, 'sharing');
  else if (NUMBER_KEYS.has(key) && !hasVariable && !/^[0-9]+$/.test(text)) report(entry, 'number');
  else if (key === 'from' && hasVariable) report(entry, 'variable-in-from');
}

/** Splits `type=cache,target="/a,b"` at the commas outside quotes. */
function readEntries(value: Word, escape: '\\' | '`'): Entry[] {
  const entries: Entry[] = [];
  const source = value.raw;
  const isFaithful = source.length === value.at.end - value.at.start;
  for (const match of source.matchAll(/(?:"[^"]*"|[^,"])+/g)) {
    const start = value.at.start + match.index;
    const at = isFaithful ? { start, end: start + match[0].length } : value.at;
    const [, keyText = '', equals, text = ''] = /^"?([^="]*)(=)?([\s\S]*?)"?$/.exec(match[0]) ?? [];
    const lower = keyText.trim().toLowerCase();
    const valueStart = at.start + match[0].indexOf('=') + 1;
    entries.push({
      key: ALIASES[lower] ?? lower,
      keyText: lower,
      at,
      value: equals ? parseWord(text, valueStart, escape) : undefined,
    });
  }
  return entries;
}
