/** Sizes of tar archives, which is what layers are. Each member has a header and is filled up to whole blocks. */
import type { Amount, Size } from './amount.js';

const BLOCK = 512;

/** Bytes of a member with so many bytes of content; folders and links have none. */
export function tarBytes(content: number): number {
  return BLOCK + Math.ceil(content / BLOCK) * BLOCK;
}

/** Two empty blocks end an archive. */
export const TAR_END = 2 * BLOCK;

/** gzip makes nothing noticeably larger; how much smaller is not known before it is tried. */
export function gzipOf({ max }: Amount): Amount {
  return { min: 0, max };
}

/** Files of which only the content's size is known. */
export function sizeOfFiles(contents: readonly number[], folders: number): Size {
  const bytes = contents.reduce((sum, content) => sum + tarBytes(content), folders * BLOCK);
  const unpacked = { min: bytes, max: bytes };
  return { unpacked, compressed: gzipOf(unpacked) };
}
