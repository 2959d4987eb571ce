/** The flags of an instruction, and what can stand behind their `=`. */

import { flagsOf } from '../../model/flags.js';
import type { Keyword, Span } from '../../model/index.js';
import { MOUNT_TYPES, type MountType, mountKeysOf, SHARING } from '../../model/mount.js';
import { flagWords, MOUNT_KEY_WORDS, MOUNT_TYPE_WORDS } from '../flag-words.js';
import type { Completion } from './completion.js';
import type { WritingContext } from './context.js';
import { imageCompletions, stageCompletions } from './images.js';
import { userCompletions } from './users.js';

export function flagCompletions(context: WritingContext): Completion[] {
  const { word, keyword, offset } = context;
  if (keyword === 'unknown') return [];
  const equals = word.indexOf('=');
  if (equals === -1) return flagNames(context, keyword);
  const written = word.slice(equals + 1);
  const at = { start: offset - written.length, end: context.wordAt.end };
  return valuesOf(context, word.slice(2, equals), written, at);
}

function flagNames({ words, wordAt, word, offset }: WritingContext, keyword: Keyword): Completion[] {
  const flags = Object.entries(flagsOf(keyword));
  const isFree = (name: string, kind: string) =>
    kind === 'list' || !words.some((other) => other === `--${name}` || other.startsWith(`--${name}=`));
  return flags
    .filter(([name, kind]) => isFree(name, kind))
    .map(([name, kind]) => ({
      label: `--${name}`,
      kind: 'flag',
      documentation: flagWords(keyword, name),
      insert: kind === 'boolean' ? `--${name}` : `--${name}=`,
      // A value behind the cursor stays.
      at: { start: wordAt.start, end: word.includes('=') ? wordAt.end : offset },
      continues: kind !== 'boolean',
    }));
}

function values(list: readonly (readonly [string, (string | undefined)?])[], at: Span): Completion[] {
  return list.map(([label, documentation]) => ({ label, kind: 'value', documentation, insert: label, at }));
}

function valuesOf(context: WritingContext, flag: string, written: string, at: Span): Completion[] {
  switch (flag) {
    case 'mount':
      return context.keyword === 'RUN' ? mountCompletions(context, written) : [];
    case 'from':
      return [...stageCompletions(context, at), ...imageCompletions(context, written, at)];
    case 'platform':
      return values(
        [
          ['$BUILDPLATFORM', 'The platform of the builder.'],
          ['$TARGETPLATFORM'],
          ['linux/amd64'],
          ['linux/arm64'],
          ['linux/arm/v7'],
        ],
        at,
      );
    case 'chown':
      return userCompletions(context, at, true);
    case 'chmod':
      return values(
        [
          ['755', 'Everybody may read and run it, the owner write it.'],
          ['644', 'Everybody may read it, the owner write it.'],
          ['+x', 'It may be run.'],
        ],
        at,
      );
    case 'network':
      return values(
        [['default'], ['none', 'No network.'], ['host', 'The network of the builder. It must allow it.']],
        at,
      );
    case 'security':
      return values(
        [
          ['sandbox', 'As other containers. The default.'],
          ['insecure', 'The rights of a privileged container.'],
        ],
        at,
      );
    case 'checksum':
      return values([['sha256:', 'Followed by 64 hexadecimal digits.']], at);
    case 'interval':
    case 'timeout':
    case 'start-period':
    case 'start-interval':
      return values([['5s'], ['10s'], ['30s'], ['1m']], at);
    case 'retries':
      return values([['3'], ['5']], at);
    default:
      return [];
  }
}

/** Keys of a mount, or the values of the key that is being written. */
function mountCompletions(context: WritingContext, written: string): Completion[] {
  const { offset, wordAt, dockerfile } = context;
  const entries = written.split(',');
  const entry = entries.at(-1) ?? '';
  const equals = entry.indexOf('=');
  const rest = /^[^,\s]*/.exec(dockerfile.text.slice(offset, wordAt.end))?.[0] ?? '';
  const at = { start: offset - (equals === -1 ? entry.length : entry.length - equals - 1), end: offset + rest.length };
  const wanted = entries.find((other) => other.startsWith('type='))?.slice('type='.length);
  const type = MOUNT_TYPES.find((known) => known === wanted) ?? 'bind';
  if (equals === -1) return mountKeys(type, entries, at, wanted !== undefined);
  const value = entry.slice(equals + 1);
  switch (entry.slice(0, equals)) {
    case 'type':
      return values(
        MOUNT_TYPES.map((name) => [name, MOUNT_TYPE_WORDS[name]]),
        at,
      );
    case 'from':
      return [...stageCompletions(context, at), ...imageCompletions(context, value, at)];
    case 'sharing':
      return values(
        SHARING.map((name) => [name]),
        at,
      );
    case 'readonly':
    case 'readwrite':
    case 'required':
      return values([['true'], ['false']], at);
    default:
      return [];
  }
}

function mountKeys(type: MountType, entries: readonly string[], at: Span, hasType: boolean): Completion[] {
  const taken = new Set(entries.slice(0, -1).map((entry) => entry.split('=', 1)[0]));
  const keys = [...(hasType ? [] : ['type']), ...mountKeysOf(type)].filter((key) => !taken.has(key));
  return keys.map((key) => ({
    label: key,
    kind: 'key',
    documentation: MOUNT_KEY_WORDS[key],
    insert: `${key}=`,
    at,
    continues: true,
  }));
}
