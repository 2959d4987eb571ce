/**
 * What a tag says: `3.14-slim-bookworm` is version 3.14, flavour slim, on Debian 12.
 * The words of a tag are the same all over Docker Hub, so this needs no table of repositories.
 */
import { CODENAMES } from '../../data/lifecycles.js';
import type { Distribution } from './base-image.js';

export interface TagParts {
  /** `3.14`, without `v` and without what follows the digits. */
  readonly version: string | undefined;
  /** The version is written to the end: `8u392` is version 8, and not any build of it. */
  readonly isWholeVersion: boolean;
  readonly distribution: Distribution | undefined;
  readonly release: string | undefined;
  readonly codename: string | undefined;
  /** It names a distribution or a supplier of which nothing is known here: `azurelinux3.0`. */
  readonly isForeign: boolean;
  /** Everything else, in order: `slim`, `fpm`, `jre`. */
  readonly flavours: readonly string[];
}

interface Named {
  readonly distribution: Distribution;
  readonly release?: string | undefined;
  readonly codename?: string;
  /** The word is also a flavour: `bookworm-slim` is not, `nanoserver` is. */
  readonly flavour?: string;
}

const NUMBERED: readonly [RegExp, Distribution][] = [
  [/^alpine(\d+\.\d+)?$/, 'alpine'],
  [/^debian-?(\d+)?$/, 'debian'],
  [/^ubuntu(\d+\.\d+)?$/, 'ubuntu'],
  [/^ubi(\d+)?$/, 'rhel'],
  [/^al(2|20\d\d)$/, 'amazonlinux'],
  [/^oraclelinux(\d+)?$/, 'oracle'],
  [/^oracle$/, 'oracle'],
  [/^centos(\d+)(?:\.[\d.]+)?$/, 'centos'],
  [/^stream(\d+)$/, 'centos'],
];
const FOREIGN =
  /^(?:azurelinux[\d.]*|cbl|mariner[\d.]*|azulzulu|graalvm|graal|microsoft|ibm|ibmjava|sapmachine|liberica\w*|openjdk)$/;
const WINDOWS = /^(?:windowsservercore|nanoserver|ltsc20\d\d|windows)$/;

/** The distribution that one word of a tag names. */
function distributionOf(word: string): Named | undefined {
  for (const distribution of ['debian', 'ubuntu'] as const) {
    const releases: Readonly<Record<string, string>> = CODENAMES[distribution];
    if (Object.hasOwn(releases, word)) return { distribution, release: releases[word], codename: word };
  }
  if (WINDOWS.test(word)) return { distribution: 'windows', flavour: word };
  for (const [pattern, distribution] of NUMBERED) {
    const match = pattern.exec(word);
    if (match) return { distribution, release: match[1] };
  }
  return undefined;
}

const VERSION = /^v?(\d+(?:\.\d+)*)(.*)$/;

function versionOf(word: string): { version: string; isWhole: boolean } | undefined {
  const match = VERSION.exec(word);
  return match?.[1] === undefined
    ? undefined
    : { version: match[1], isWhole: match[2] === '' || /^_\d+$/.test(match[2] ?? '') };
}

/** `alpine-3.24`, as Temurin writes it, becomes one word. */
const wordsOf = (tag: string): string[] =>
  tag
    .replace(/\b(alpine|debian)-(\d+(?:\.\d+)?)(?=-|$)/g, '$1$2')
    .split('-')
    .filter(Boolean);

export function readTag(tag: string | undefined): TagParts {
  const [first = '', ...rest] = wordsOf(tag ?? '');
  const version = versionOf(first);
  const words = version ? rest : [first, ...rest];
  let named: Named | undefined;
  const flavours: string[] = [];
  for (const word of words) {
    const found = distributionOf(word);
    if (found)
      named =
        found.distribution === named?.distribution
          ? { ...named, ...found, release: found.release ?? named.release }
          : found;
    if (!found || found.flavour) flavours.push(word);
  }
  return {
    version: version?.version,
    isWholeVersion: version?.isWhole ?? false,
    distribution: named?.distribution,
    release: named?.release,
    codename: named?.codename,
    isForeign: words.some((word) => FOREIGN.test(word)),
    flavours: flavours.filter((word) => word !== '' && word !== 'latest'),
  };
}

/** Compares dotted numbers. */
export function compareVersions(left: string, right: string): number {
  const [a, b] = [left.split('.').map(Number), right.split('.').map(Number)];
  for (let index = 0; index < Math.max(a.length, b.length); index++) {
    const difference = (a[index] ?? 0) - (b[index] ?? 0);
    if (difference !== 0) return difference;
  }
  return 0;
}

/** `3` covers `3.14`, and each version covers itself. */
export const coversVersion = (short: string, long: string): boolean => long === short || long.startsWith(`${short}.`);
