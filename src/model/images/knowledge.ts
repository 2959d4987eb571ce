/**
 * What is known of a base image, from the tables in src/data: what the distribution gives, what the image adds, until
 * when both are supported, and how large it is. What no table says is undefined.
 */
import type { Part } from '../../data/base-images.js';
import { DISTRIBUTIONS, type DistributionFacts, TRACKED_TOOLS } from '../../data/distributions.js';
import { IMAGE_SIZES, type ImageSize, type MeasuredReference } from '../../data/image-sizes.js';
import type { BaseImage, Distribution, SmallerVariant } from './base-image.js';
import { endsOfLife } from './end-of-life.js';
import { type ImageName, parseImageName } from './reference.js';
import { codenameOf } from './releases.js';
import { type ResolvedImage, resolveImage } from './resolve.js';
import { smallerTag } from './smaller-variants.js';
import { compareVersions } from './tag.js';

/** Programs of which `tools` says whether they are there. Of any other name it says nothing. */
export const trackedTools: ReadonlySet<string> = new Set(TRACKED_TOOLS);

/** Tags that mean the same image have the same identity: `node:26-trixie-slim` and `node:26-slim`. */
function identityOf({ family, repository, parts, version, distribution, release }: ResolvedImage): string {
  // distroless: the release is in the name or implied, and the user makes no difference to the files.
  const isDistroless = distribution === 'distroless';
  const name = isDistroless ? repository.replace(/-debian\d+$/, '') : repository;
  const flavours = parts.flavours
    .filter((word) => family.moving?.[word] === undefined && !(isDistroless && word === 'nonroot'))
    .sort();
  return [name, family.isDistribution ? undefined : version, distribution, release, ...flavours].join(' ');
}

const resolveText = (reference: string): ResolvedImage | undefined => {
  const name = parseImageName(reference);
  return typeof name === 'string' ? undefined : resolveImage(name);
};

let measuredByIdentity: Map<string, MeasuredReference> | undefined;

function measuredAs(image: ResolvedImage): MeasuredReference | undefined {
  measuredByIdentity ??= new Map(
    (Object.keys(IMAGE_SIZES) as MeasuredReference[]).flatMap((reference) => {
      const measured = resolveText(reference);
      return measured ? [[identityOf(measured), reference] as const] : [];
    }),
  );
  return measuredByIdentity.get(identityOf(image));
}

function sizeOf(reference: MeasuredReference | undefined): ImageSize {
  return reference === undefined ? {} : IMAGE_SIZES[reference];
}

function toolsOf(
  { part, release }: ResolvedImage,
  facts: DistributionFacts | undefined,
): ReadonlySet<string> | undefined {
  if (!facts?.tools || !part.adds) return undefined;
  // Where the release is not known it may be one that has adduser: nothing may be called missing that could be there.
  const mayHaveAdduser =
    facts.adduserUpTo !== undefined && (release === undefined || compareVersions(release, facts.adduserUpTo) <= 0);
  const hasShell = part.shell !== 'none';
  return new Set([
    ...(hasShell ? facts.tools : []),
    ...(mayHaveAdduser && hasShell ? ['adduser', 'addgroup'] : []),
    ...part.adds,
  ]);
}

/** `yum` before dnf took its place. */
function packageManagerOf(
  { part, distribution, release }: ResolvedImage,
  facts: DistributionFacts | undefined,
): BaseImage['packageManager'] {
  if (part.packageManager !== undefined) return part.packageManager as BaseImage['packageManager'];
  const isOld =
    release !== undefined &&
    ((distribution === 'amazonlinux' && release !== '2023') ||
      ((distribution === 'centos' || distribution === 'rhel' || distribution === 'oracle') &&
        compareVersions(release, '8') < 0));
  return isOld ? 'yum' : facts?.packageManager;
}

function smallerVariantsOf(image: ResolvedImage): SmallerVariant[] {
  if (image.release === undefined) return [];
  const codename = codenameOf(image.distribution, image.release);
  const tag = smallerTag({ family: image.family, parts: image.parts, tag: image.tag, codename });
  if (tag === undefined) return [];
  const reference = `${image.written}:${tag}`;
  const smaller = resolveText(reference);
  return [{ reference, compressedBytes: smaller && sizeOf(measuredAs(smaller)).compressed }];
}

/** A distribution's own image sets PATH alone, but for `container=oci` in those of the Red Hat family. */
const BARE_ENVIRONMENT = {};

/** A distribution has no bash or certificates, but an image of which not all is known may have added them. */
const unlessAdded = (value: boolean | undefined, part: Part): boolean | undefined =>
  value === false && !part.adds ? undefined : value;

/** Every stage of every version of a file asks for its image; most of them are the same few. */
const known = new Map<string, BaseImage | undefined>();
const MOST_KNOWN = 500;

/** What the tables say of an image; undefined where they do not know its repository. The same object for the same name. */
export function knowBaseImage(name: ImageName): BaseImage | undefined {
  if (known.has(name.text)) return known.get(name.text);
  if (known.size >= MOST_KNOWN) known.clear();
  const image = lookUp(name);
  known.set(name.text, image);
  return image;
}

function lookUp(name: ImageName): BaseImage | undefined {
  const image = resolveImage(name);
  if (!image) return undefined;
  const { part, family, distribution, release } = image;
  const facts: DistributionFacts | undefined = distribution && DISTRIBUTIONS[distribution];
  const measured = measuredAs(image);
  const { compressed, unpacked } = sizeOf(measured);
  return {
    reference: name,
    distribution,
    release,
    codename: codenameOf(distribution, release),
    libc: part.libc ?? facts?.libc,
    shell: part.shell === undefined ? facts?.shell : (part.shell ?? undefined),
    hasBash: part.bash ?? (part.shell === 'none' ? false : unlessAdded(facts?.bash, part)),
    packageManager: packageManagerOf(image, facts),
    defaultUser: part.user,
    users: part.users ?? [],
    runtime: family.runtime === undefined ? undefined : { name: family.runtime, version: image.version },
    hasBuildTools: part.buildTools,
    entrypoint: part.entrypoint,
    cmd: part.cmd,
    dropsRoot: part.dropsRoot,
    environment: part.environment ?? (family.isDistribution ? BARE_ENVIRONMENT : undefined),
    workdir: part.workdir,
    stopSignal: part.stopSignal,
    hasCaCertificates: part.caCertificates ?? unlessAdded(facts?.caCertificates, part),
    hasTimeZones: part.timeZones ?? unlessAdded(facts?.timeZones, part),
    tools: toolsOf(image, facts),
    compressedBytes: compressed,
    unpackedBytes: unpacked,
    measuredAs: measured,
    endOfLife: endsOfLife(image),
    smallerVariants: smallerVariantsOf(image),
  };
}

/** The empty image. */
export const SCRATCH: BaseImage = {
  reference: 'scratch',
  distribution: 'scratch' satisfies Distribution,
  release: undefined,
  codename: undefined,
  libc: 'none',
  shell: 'none',
  hasBash: false,
  packageManager: 'none',
  defaultUser: 'root',
  users: [],
  runtime: undefined,
  hasBuildTools: false,
  entrypoint: undefined,
  cmd: undefined,
  environment: {},
  workdir: '/',
  stopSignal: undefined,
  hasCaCertificates: false,
  hasTimeZones: false,
  tools: new Set(),
  compressedBytes: 0,
  unpackedBytes: 0,
  measuredAs: undefined,
  endOfLife: [],
  smallerVariants: [],
};
