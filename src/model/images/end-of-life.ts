/** Until when an image's program and its distribution are supported, and what to write instead. */
import { LIFECYCLES, type Lifecycle, type Product } from '../../data/lifecycles.js';
import type { Distribution, EndOfLife } from './base-image.js';
import { parseImageName } from './reference.js';
import { codenameOf } from './releases.js';
import { type ResolvedImage, resolveImage } from './resolve.js';
import { compareVersions, coversVersion } from './tag.js';

/** The cycle that a version belongs to: 3.14 for 3.14.7, and the newest one for 3. */
function cycleOf(lifecycle: Lifecycle, version: string): string | undefined {
  const known = [lifecycle.current, ...Object.keys(lifecycle.ends)].filter((cycle) => cycle !== '');
  const exact = known.find((cycle) => coversVersion(cycle, version));
  if (exact !== undefined) return exact;
  if (coversVersion(version, lifecycle.current)) return lifecycle.current;
  return known
    .filter((cycle) => coversVersion(version, cycle))
    .sort(compareVersions)
    .at(-1);
}

function entry(lifecycle: Lifecycle, cycle: string, replacement: string | undefined): EndOfLife | undefined {
  const ends = lifecycle.ends[cycle];
  if (ends === undefined) return undefined;
  const [date, later] = typeof ends === 'string' ? [ends, undefined] : ends;
  return {
    product: `${lifecycle.name} ${cycle}`,
    date,
    ...(later !== undefined && { extended: { name: lifecycle.extended ?? 'extended support', date: later } }),
    replacement: cycle === lifecycle.current ? undefined : replacement,
  };
}

const joined = (repository: string, words: readonly (string | undefined)[]): string =>
  `${repository}:${words.filter((word) => word !== undefined && word !== '').join('-')}`;

/** Flavours of the tag in which the newest version exists too, in the order of the repository's tags. */
function keptFlavours({ family, parts, distribution }: ResolvedImage): string[] {
  const words = new Set(distribution === 'alpine' ? [...parts.flavours, 'alpine'] : parts.flavours);
  return (family.flavours ?? []).filter((flavour) => words.has(flavour.split('-').at(-1) ?? flavour));
}

/** `node:26-slim` for `node:20-bullseye-slim`. */
function newestTag(resolved: ResolvedImage, current: string): string {
  return joined(resolved.written, [current, ...keptFlavours(resolved)]);
}

/** openjdk is not built any more; Temurin continues its releases. */
function afterOpenjdk({ parts, version }: ResolvedImage): string {
  const major = version?.split('.')[0] ?? '';
  const lasting = ['8', '11', '17', '21', '25'].includes(major) ? major : LIFECYCLES.temurin.current;
  const kind = parts.flavours.includes('jre') ? 'jre' : 'jdk';
  return `eclipse-temurin:${lasting}-${kind}${parts.distribution === 'alpine' ? '-alpine' : ''}`;
}

const DISTRIBUTION_PRODUCTS: Partial<Record<Distribution, Product>> = {
  debian: 'debian',
  ubuntu: 'ubuntu',
  alpine: 'alpine',
  fedora: 'fedora',
  rhel: 'rhel',
  amazonlinux: 'amazonlinux',
  oracle: 'oracle',
  opensuse: 'opensuse',
};

function distributionProduct({ family, repository, distribution, release }: ResolvedImage): Product | undefined {
  if (family.isDistribution && family.product) return family.product;
  if (distribution === 'centos') return repository === 'centos' && release !== undefined ? 'centos' : 'centosStream';
  return distribution && DISTRIBUTION_PRODUCTS[distribution];
}

/** The same image on a distribution release that is supported. */
function onNewerRelease(resolved: ResolvedImage, current: string, codename: string | undefined): string | undefined {
  const { family, written, parts, version, distribution } = resolved;
  if (current === '') return undefined;
  if (family.isDistribution)
    return joined(written, [
      parts.codename ? codename : `${family.releasePrefix ?? ''}${current}`,
      ...keptFlavours(resolved),
    ]);
  const lifecycle = family.product && LIFECYCLES[family.product];
  const cycle = version !== undefined && family.built?.find((built) => coversVersion(built, version));
  if (!cycle) return lifecycle && lifecycle.current !== '' ? newestTag(resolved, lifecycle.current) : undefined;
  const flavours = keptFlavours(resolved);
  if (distribution === 'alpine') return joined(written, [cycle, ...flavours]);
  if (codename === undefined || !family.codenames?.includes(codename)) return undefined;
  return joined(written, family.codenameFirst ? [cycle, codename, ...flavours] : [cycle, ...flavours, codename]);
}

function programEnd(resolved: ResolvedImage): EndOfLife | undefined {
  const { family, version } = resolved;
  if (!family.product || family.isDistribution || version === undefined) return undefined;
  const lifecycle: Lifecycle = LIFECYCLES[family.product];
  const cycle = cycleOf(lifecycle, version);
  if (cycle === undefined) return undefined;
  if (family.product === 'openjdk') return entry(lifecycle, cycle, afterOpenjdk(resolved));
  const newest = newestTag(resolved, laterThan(cycle, lifecycle));
  return entry(lifecycle, cycle, isOnSameDistribution(resolved, newest) ? newest : undefined);
}

/** Not `mysql:9.7`, which is on Oracle Linux, for `mysql:8.0-debian`. Windows takes the same tag as Linux. */
function isOnSameDistribution({ parts }: ResolvedImage, reference: string): boolean {
  const { distribution } = parts;
  if (parts.isForeign) return false;
  const name = parseImageName(reference);
  const other = typeof name === 'string' ? undefined : resolveImage(name)?.distribution;
  return distribution === 'windows' || distribution === undefined || other === undefined || distribution === other;
}

/** The release to move to. Where the lasting one is older, as with MongoDB's short-lived releases, the newest: data moves forwards only. */
function laterThan(cycle: string, { current, ends }: Lifecycle): string {
  if (compareVersions(current, cycle) >= 0) return current;
  return Object.keys(ends).sort(compareVersions).at(-1) ?? current;
}

/** distroless names its Debian release and the version in the repository, and has dates of its own. */
function distrolessEnd({ family, written, tag, version, release }: ResolvedImage): EndOfLife | undefined {
  if (!family.product || release === undefined) return undefined;
  const lifecycle: Lifecycle = LIFECYCLES[family.product];
  const [newest] = family.built ?? [];
  const isBuilt = version === undefined || newest === undefined || family.built?.includes(version);
  const repository = isBuilt ? written : written.replace(/(?<=nodejs|java)\d+/, newest);
  const onDebian = repository.replace(/-debian\d+$/, `-debian${lifecycle.current}`);
  return entry(lifecycle, release, tag === undefined ? onDebian : `${onDebian}:${tag}`);
}

function distributionEnd(resolved: ResolvedImage): EndOfLife | undefined {
  const product = distributionProduct(resolved);
  const { distribution, release } = resolved;
  if (product === undefined || release === undefined) return undefined;
  const lifecycle: Lifecycle = LIFECYCLES[product];
  const cycle = cycleOf(lifecycle, release);
  if (cycle === undefined) return undefined;
  const replacement = onNewerRelease(resolved, lifecycle.current, codenameOf(distribution, lifecycle.current));
  return entry(lifecycle, cycle, replacement);
}

/** Every date that is known, past or to come: what has ended depends on the day. */
export function endsOfLife(resolved: ResolvedImage): EndOfLife[] {
  const ends =
    resolved.distribution === 'distroless'
      ? [distrolessEnd(resolved)]
      : [programEnd(resolved), distributionEnd(resolved)];
  return ends.filter((end) => end !== undefined);
}
