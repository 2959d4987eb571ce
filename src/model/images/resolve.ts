/** A reference, resolved to a family, a version, flavours and a distribution release. */
import type { Family, Part } from '../../data/base-images.js';
import type { Distribution } from './base-image.js';
import { type FoundFamily, findFamily, partFor, plainRepository } from './family.js';
import type { ImageName } from './reference.js';
import { type Release, releaseByDefault, releaseOfDistribution } from './releases.js';
import { readTag, type TagParts } from './tag.js';

export interface ResolvedImage {
  readonly family: Family;
  /** As people write it, without the mirror. */
  readonly repository: string;
  /** As this reference writes it, without what Docker adds. */
  readonly written: string;
  readonly tag: string | undefined;
  readonly parts: TagParts;
  readonly version: string | undefined;
  readonly distribution: Distribution | undefined;
  readonly release: string | undefined;
  /** The family with what holds for this tag. */
  readonly part: Part;
}

/** Moving tags that name a version no table gives. */
const UNKNOWN_VERSION = /^(?:lts|rc|nightly|edge|devel|testing|unstable|sid|experimental|rawhide|canary|current)$/;

interface Version {
  readonly version: string | undefined;
  /** The tag says something that the tables cannot follow, so no default holds. */
  readonly isUnknown: boolean;
}

function versionOf({ family, version }: FoundFamily, parts: TagParts, name: ImageName): Version {
  const moving = family.moving ?? {};
  if (version !== undefined) return { version, isUnknown: false };
  if (parts.version !== undefined)
    return {
      version: moving[parts.version] ?? parts.version,
      isUnknown: !parts.isWholeVersion || parts.flavours.includes('rc'),
    };
  if (name.tag === undefined && name.digest !== undefined) return { version: undefined, isUnknown: true };
  const named = parts.flavours.map((word) => moving[word]).find((found) => found !== undefined);
  if (named !== undefined) return { version: named, isUnknown: false };
  if (parts.flavours.some((word) => UNKNOWN_VERSION.test(word))) return { version: undefined, isUnknown: true };
  return { version: moving.latest, isUnknown: false };
}

function releaseOf(found: FoundFamily, repository: string, parts: TagParts, version: Version): Release {
  const { family } = found;
  if (parts.isForeign) return { distribution: undefined, release: undefined };
  if (found.release !== undefined) return { distribution: family.distribution as Distribution, release: found.release };
  const { distribution: named, release } = parts;
  const flavoured = partFor(family, {
    repository,
    flavours: parts.flavours,
    distribution: named,
    version: version.version,
  }).distribution;
  const distribution = named ?? (flavoured as Distribution | undefined);
  if (version.isUnknown) return { distribution, release };
  if (family.isDistribution) return releaseOfDistribution(family, parts, version.version);
  if (named !== undefined && release !== undefined) return { distribution: named, release };
  const isOwn = named === undefined && flavoured === family.distribution;
  const byDefault = releaseByDefault({
    repository,
    parts,
    version: version.version,
    distribution: isOwn ? undefined : distribution,
  });
  return {
    distribution: byDefault.distribution ?? distribution,
    release: byDefault.release ?? (isOwn ? family.release : undefined),
  };
}

/** What a family says of its Linux images does not hold for those on Windows. */
function familyOn(family: Family, distribution: Distribution | undefined): Family {
  if (distribution !== 'windows' || family.distribution === 'windows') return family;
  const { when, buildTools } = family;
  return { ...(when && { when }), ...(buildTools !== undefined && { buildTools }) };
}

/** Undefined: nothing is known of the repository. */
export function resolveImage(name: ImageName): ResolvedImage | undefined {
  const repository = plainRepository(name.familiarName);
  const found = findFamily(repository);
  if (!found) return undefined;
  const parts = readTag(name.tag);
  const version = versionOf(found, parts, name);
  const { distribution, release } = releaseOf(found, repository, parts, version);
  const circumstances = { repository, flavours: parts.flavours, distribution, version: version.version };
  const part = partFor(familyOn(found.family, distribution), circumstances);
  const written = name.familiarName;
  return {
    family: found.family,
    repository,
    written,
    tag: name.tag,
    parts,
    version: version.version,
    distribution,
    release,
    part,
  };
}
