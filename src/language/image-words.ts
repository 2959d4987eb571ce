/** What the tables know of a base image, as facts for people. What they do not know is left out. */
import { type BaseImage, distributionName, type EndOfLife } from '../model/index.js';
import { SIZE_WORDS } from '../report/size-words.js';
import { bytesText } from '../rules/sizes.js';

/** `80.5 MB to pull, 257.9 MB on disk`; undefined where no size is known. */
export function sizeText({ compressedBytes, unpackedBytes }: BaseImage): string | undefined {
  const known = [
    compressedBytes !== undefined && `${bytesText(compressedBytes)} ${SIZE_WORDS.compressed}`,
    unpackedBytes !== undefined && `${bytesText(unpackedBytes)} ${SIZE_WORDS.unpacked}`,
  ].filter((part) => part !== false);
  return known.length > 0 ? known.join(', ') : undefined;
}

/** `Node.js 24 is supported until 2028-04-30`, or `Node.js 20 has not been supported since 2026-04-30`. */
export function supportText({ product, date, extended }: EndOfLife, today: string): string {
  const last = date < today ? `has not been supported since ${date}` : `is supported until ${date}`;
  const more = extended && extended.date >= today ? ` (${extended.name} until ${extended.date})` : '';
  return `${product} ${last}${more}`;
}

const SHELL_TEXT: Partial<Record<NonNullable<BaseImage['shell']>, string>> = {
  dash: '/bin/sh is dash',
  ash: '/bin/sh is BusyBox ash',
  bash: '/bin/sh is bash',
  none: 'no shell',
};

/** Each known fact of an image, in the order in which one asks. */
export function imageFacts(base: BaseImage, today: string): string[] {
  if (base.reference === 'scratch') return ['Nothing: no files, no shell, no user database.'];
  const { distribution, release, codename, libc, shell, defaultUser } = base;
  const name = distribution && distributionName(distribution);
  const system = name && [name, release, codename && `(${codename})`].filter(Boolean).join(' ');
  return [
    [system, libc && libc !== 'none' && libc, shell && SHELL_TEXT[shell]].filter(Boolean).join(', '),
    defaultUser === undefined ? '' : `Runs as ${defaultUser}`,
    sizeText(base) ?? '',
    ...base.endOfLife.map((end) => supportText(end, today)),
  ].filter((fact) => fact !== '');
}
