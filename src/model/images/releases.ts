/** Which distribution release a tag stands on. */
import type { Family } from '../../data/base-images.js';
import { CODENAMES } from '../../data/lifecycles.js';
import { TAG_DEFAULTS, type TagDefaults } from '../../data/tag-defaults.js';
import type { Distribution } from './base-image.js';
import { compareVersions, coversVersion, readTag, type TagParts } from './tag.js';

export interface Release {
  readonly distribution: Distribution | undefined;
  readonly release: string | undefined;
}

/** The last entry of "18.0.0=bullseye 18.16.0=bookworm" at or below the version; a shorter version takes all that it covers. */
function entryFor(list: string, version: string): string | undefined {
  let found: string | undefined;
  for (const entry of list.split(' ')) {
    const [start = '', value] = entry.split('=');
    if (compareVersions(start, version) <= 0 || coversVersion(version, start)) found = value;
  }
  return found;
}

/** Nothing is known of versions after the newest that was listed. */
const isListed = ({ newest }: TagDefaults, version: string): boolean =>
  compareVersions(version, newest) <= 0 || coversVersion(newest, version);

/** The table's name for repositories that share one. */
const tableOf = (repository: string): string =>
  repository.replace(/^(mcr\.microsoft\.com\/dotnet)\/.*/, '$1').replace(/^nginxinc\/nginx-unprivileged$/, 'nginx');

interface Asked {
  readonly repository: string;
  readonly parts: TagParts;
  /** Undefined: the newest. */
  readonly version: string | undefined;
  /** The distribution that the tag's flavour is built on, where that is known. */
  readonly distribution: Distribution | undefined;
}

/** What `node:20` or `node:20-alpine` stood on, when the tag names no release. */
export function releaseByDefault({ repository, parts, version, distribution }: Asked): Release {
  const table: TagDefaults | undefined = TAG_DEFAULTS[tableOf(repository)];
  const wanted = version ?? table?.newest;
  if (!table || wanted === undefined || !isListed(table, wanted)) return { distribution, release: undefined };
  if (distribution === 'alpine') return { distribution, release: table.alpine && entryFor(table.alpine, wanted) };
  const isSlim = parts.flavours.includes('slim');
  const listed = readTag(entryFor((isSlim ? table.slim : undefined) ?? table.plain, wanted));
  const agrees = distribution === undefined || listed.distribution === distribution;
  return agrees ? { distribution: listed.distribution, release: listed.release } : { distribution, release: undefined };
}

/** `3.24` of `3.24.1`, `13` of `13.6`: the part of a version that names the release. */
function releaseNumber(distribution: Distribution | undefined, version: string): string {
  const depth = distribution === 'alpine' || distribution === 'ubuntu' || distribution === 'opensuse' ? 2 : 1;
  return version.split('.').slice(0, depth).join('.');
}

/** Alpine's `20260805` is a snapshot of edge. */
const isSnapshot = (version: string): boolean => /^\d{5,}$/.test(version);

/** The release of a distribution's own image, whose tag is the release. */
export function releaseOfDistribution(family: Family, parts: TagParts, version: string | undefined): Release {
  const ownName = family.distribution as Distribution | undefined;
  if (parts.distribution !== undefined) return { distribution: parts.distribution, release: parts.release };
  if (version === undefined) return { distribution: ownName, release: family.release };
  const distribution = ownName === 'debian' && /^\d\d\.04$/.test(version) ? 'ubuntu' : ownName;
  return { distribution, release: isSnapshot(version) ? undefined : releaseNumber(distribution, version) };
}

/** `trixie` for Debian 13; Alpine and others have none. */
export function codenameOf(distribution: Distribution | undefined, release: string | undefined): string | undefined {
  if (distribution !== 'debian' && distribution !== 'ubuntu') return undefined;
  return Object.entries(CODENAMES[distribution]).find(([, number]) => number === release)?.[0];
}
