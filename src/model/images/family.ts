/** The family that a repository belongs to, and which of its parts hold for a tag. */
import { FAMILIES, type Family, type Part } from '../../data/base-images.js';
import { compareVersions } from './tag.js';

export interface FoundFamily {
  readonly family: Family;
  /** What the repository's own name says: `nodejs24-debian13`. */
  readonly version: string | undefined;
  readonly release: string | undefined;
}

/** The mirror of Docker's official images on Amazon's registry holds the same images. */
export const plainRepository = (familiarName: string): string =>
  familiarName.replace(/^public\.ecr\.aws\/docker\/library\//, '');

export function findFamily(repository: string): FoundFamily | undefined {
  for (const [name, family] of Object.entries<Family>(FAMILIES)) {
    const { repositories = [name] } = family;
    if (!(repositories instanceof RegExp)) {
      if (repositories.includes(repository)) return { family, version: undefined, release: undefined };
      continue;
    }
    const match = repositories.exec(repository);
    if (match) return { family, version: match.groups?.version, release: match.groups?.release };
  }
  return undefined;
}

/** What the conditions of `when` ask about. */
export interface Circumstances {
  readonly repository: string;
  readonly flavours: readonly string[];
  readonly distribution: string | undefined;
  readonly version: string | undefined;
}

function wordHolds(word: string, { repository, flavours, distribution, version }: Circumstances): boolean {
  if (word.startsWith('<')) return version !== undefined && compareVersions(version, word.slice(1)) < 0;
  if (word === 'full') return (distribution === 'debian' || distribution === 'ubuntu') && !flavours.includes('slim');
  if (word === 'unprivileged') return repository.endsWith('-unprivileged');
  return flavours.includes(word) || distribution === word;
}

const holds = (condition: string, circumstances: Circumstances): boolean =>
  condition
    .split(' ')
    .every((word) =>
      word.startsWith('!') ? !wordHolds(word.slice(1), circumstances) : wordHolds(word, circumstances),
    );

/** The family with everything that holds in these circumstances; later parts win, and what they add is collected. */
export function partFor(family: Family, circumstances: Circumstances): Part {
  let part: Part = family;
  for (const [condition, more] of Object.entries(family.when ?? {})) {
    if (!holds(condition, circumstances)) continue;
    const adds = more.adds === undefined ? part.adds : more.adds && part.adds && [...part.adds, ...more.adds];
    part = { ...part, ...more, ...(adds !== undefined && { adds }) };
  }
  return part;
}
