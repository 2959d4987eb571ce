/** Rows of a table of base images, from what the model knows of each. */
import { DISTRIBUTION_SOURCES, IMAGE_SIZE_SOURCES, type Source } from '../data/sources.js';
import type { BaseImage } from '../model/images/base-image.js';
import { knowBaseImage, SCRATCH } from '../model/images/knowledge.js';
import { parseImageName } from '../model/images/reference.js';

export interface BaseImageRow {
  readonly reference: string;
  readonly compressed: string;
  readonly libc: string;
  readonly shell: string;
  readonly packageManager: string;
  readonly user: string;
  readonly certificates: string;
  /** Of the compressed size. */
  readonly source: Source | undefined;
}

const NOT_KNOWN = 'not known';

/** The row of an image; a cell that the tables do not fill says so, an image that they do not have is an error. */
export function baseImageRow(reference: string): BaseImageRow {
  const image = imageOf(reference);
  if (!image) throw new Error(`The tables in src/data know nothing of ${reference}.`);
  return {
    reference,
    compressed: megabytes(image.compressedBytes),
    libc: image.libc ?? NOT_KNOWN,
    shell: shellsOf(image),
    packageManager: image.packageManager ?? NOT_KNOWN,
    user: image.defaultUser ?? NOT_KNOWN,
    certificates: yesOrNo(image.hasCaCertificates),
    source: sourceOf(image),
  };
}

function sourceOf({ reference, measuredAs }: BaseImage): Source | undefined {
  return reference === 'scratch' ? DISTRIBUTION_SOURCES.scratch : measuredAs && IMAGE_SIZE_SOURCES[measuredAs];
}

/** `/bin/sh`, and bash where it is there beside another one. */
function shellsOf(image: BaseImage): string {
  if (!image.shell) return NOT_KNOWN;
  return image.hasBash && image.shell !== 'bash' ? `${image.shell}, bash` : image.shell;
}

function imageOf(reference: string): BaseImage | undefined {
  if (reference === 'scratch') return SCRATCH;
  const name = parseImageName(reference);
  return typeof name === 'string' ? undefined : knowBaseImage(name);
}

function megabytes(bytes: number | undefined): string {
  if (bytes === undefined) return NOT_KNOWN;
  return bytes === 0 ? '0' : (bytes / 1e6).toFixed(1);
}

function yesOrNo(value: boolean | undefined): string {
  return value === undefined ? NOT_KNOWN : value ? 'yes' : 'no';
}
