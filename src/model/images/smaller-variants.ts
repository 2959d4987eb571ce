/** Smaller official images of the same release: `node:26-slim` for `node:26`. Never one with another libc. */
import type { Family } from '../../data/base-images.js';
import type { TagParts } from './tag.js';

interface Tagged {
  readonly family: Family;
  readonly parts: TagParts;
  readonly tag: string | undefined;
  /** Of the distribution release, for a tag that names none. */
  readonly codename: string | undefined;
}

/** The word to exchange or to add, if this tag has a smaller variant. */
function changeFor({ family, parts }: Tagged): { from: string; to: string } | undefined {
  const smaller = family.smaller ?? {};
  const own = parts.flavours.filter((word) => family.moving?.[word] === undefined);
  const isAlpine = parts.distribution === 'alpine';
  if (isAlpine && smaller.alpine && own.length === 0) return { from: '', to: smaller.alpine };
  const [only] = own;
  if (own.length === 1 && only !== undefined && smaller[only]) return { from: only, to: smaller[only] };
  const mayAdd = smaller[''] !== undefined && own.length === 0 && (!isAlpine || family.smaller?.jdk !== undefined);
  return mayAdd && smaller[''] !== undefined ? { from: '', to: smaller[''] } : undefined;
}

/** Puts a word where the repository's tags have it: `26-trixie-slim`, `3.14-slim-trixie`. */
function addWord(words: readonly string[], word: string, family: Family, parts: TagParts): string[] {
  if (family.codenameFirst || parts.distribution === undefined) return [...words, word];
  const beforeDistribution = parts.version === undefined ? 0 : 1;
  return [...words.slice(0, beforeDistribution), word, ...words.slice(beforeDistribution)];
}

/** The tag of the smaller variant. */
export function smallerTag(tagged: Tagged): string | undefined {
  const change = changeFor(tagged);
  if (!change) return undefined;
  const { family, parts, tag, codename } = tagged;
  const written = tag === undefined || tag === 'latest' ? undefined : tag.split('-');
  if (!written)
    return family.isDistribution ? codename && `${codename}-${change.to}` : family.smaller?.jdk ? undefined : change.to;
  if (change.from === '') return addWord(written, change.to, family, parts).join('-');
  return written.map((word) => (word === change.from ? change.to : word)).join('-');
}
