/** Reads a package-lock.json: which packages an install puts where, and what each of them needs. */
import { isFor, nameAt } from '../../src/image/languages/node-project.js';

interface LockedPackage {
  readonly name?: string;
  readonly version?: string;
  readonly dependencies?: Readonly<Record<string, string>>;
  readonly optionalDependencies?: Readonly<Record<string, string>>;
  readonly peerDependencies?: Readonly<Record<string, string>>;
  readonly peerDependenciesMeta?: Readonly<Record<string, { readonly optional?: boolean }>>;
  readonly bundleDependencies?: readonly string[];
  readonly inBundle?: boolean;
  readonly hasInstallScript?: boolean;
  readonly libc?: readonly string[];
  readonly cpu?: readonly string[];
  readonly os?: readonly string[];
  readonly bin?: Readonly<Record<string, string>>;
}

/** A range as package.json has it, without an alias in front. */
export type Ranges = Readonly<Record<string, string>>;

export interface PlacedPackage {
  /** `node_modules/a/node_modules/b`. */
  readonly path: string;
  /** The name of its folder, which is an alias where it was asked for by one. */
  readonly name: string;
  /** The name that the registry knows. */
  readonly registryName: string;
  readonly version: string;
  readonly dependencies: Ranges;
  readonly optional: Ranges;
  /** Peers that npm installs by itself. */
  readonly peers: Ranges;
  readonly hasInstallScript: boolean;
  readonly libc: readonly string[];
  /** It is for one kind of machine. */
  readonly isForPlatform: boolean;
  /** It can be installed on Linux on amd64, with one C library or the other. */
  readonly fits: boolean;
  readonly programs: number;
}

/** Every package of a lock file but those that come inside others. */
export function readLock(text: string): PlacedPackage[] {
  const { packages } = JSON.parse(text) as { readonly packages: Readonly<Record<string, LockedPackage>> };
  return Object.entries(packages).flatMap(([path, locked]) =>
    path === '' || locked.inBundle ? [] : [placed(path, locked)],
  );
}

function placed(path: string, locked: LockedPackage): PlacedPackage {
  const name = nameAt(path);
  const optional = locked.optionalDependencies ?? {};
  const isBundled = (one: string) => locked.bundleDependencies?.includes(one) === true;
  const isOptionalPeer = (peer: string) => locked.peerDependenciesMeta?.[peer]?.optional === true;
  return {
    path,
    name,
    registryName: locked.name ?? name,
    version: locked.version ?? '',
    dependencies: rangesOf(locked.dependencies ?? {}, (one) => !Object.hasOwn(optional, one) && !isBundled(one)),
    optional: rangesOf(optional, () => true),
    peers: rangesOf(locked.peerDependencies ?? {}, (one) => !isOptionalPeer(one)),
    hasInstallScript: locked.hasInstallScript === true,
    libc: locked.libc ?? [],
    isForPlatform: [locked.os, locked.cpu, locked.libc].some((list) => list !== undefined),
    fits: isFor(locked.os, 'linux') && isFor(locked.cpu, 'x64'),
    programs: Object.keys(locked.bin ?? {}).length,
  };
}

function rangesOf(all: Ranges, isMeant: (name: string) => boolean): Ranges {
  const entries = Object.entries(all).filter(([name]) => isMeant(name));
  return Object.fromEntries(entries.map(([name, range]) => [name, range.replace(/^npm:@?[^@]+@?/, '') || '*']));
}
