/** Reads a Dockerfile from disk or standard input, and says in one line what keeps it from being read. */
import { readFile, stat } from 'node:fs/promises';
import { buffer } from 'node:stream/consumers';

/** Larger than any Dockerfile that a person wrote: 5 MiB. */
const LARGEST = 5 * 1024 * 1024;

export type ReadResult = { readonly text: string } | { readonly problem: string };

export async function readDockerfile(path: string): Promise<ReadResult> {
  if (path === '-') return decode(await buffer(process.stdin));
  try {
    const info = await stat(path);
    if (info.isDirectory()) return { problem: 'is a folder; name the Dockerfile in it' };
    if (!info.isFile()) return { problem: 'is no regular file' };
    if (info.size > LARGEST) return tooLarge(info.size);
    return decode(await readFile(path));
  } catch (error) {
    return { problem: reasonOf(error as NodeJS.ErrnoException) };
  }
}

function tooLarge(bytes: number): ReadResult {
  return { problem: `is too large (${(bytes / 1024 / 1024).toFixed(1)} MiB, at most ${LARGEST / 1024 / 1024} MiB)` };
}

function decode(bytes: Buffer): ReadResult {
  if (bytes.length > LARGEST) return tooLarge(bytes.length);
  if (bytes.includes(0)) return { problem: 'is a binary file, or text in UTF-16; a Dockerfile is UTF-8 text' };
  try {
    return { text: new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes) };
  } catch {
    return { problem: 'is no UTF-8 text' };
  }
}

/** What keeps a file from being read, as the end of a sentence. */
export function reasonOf({ code, message }: NodeJS.ErrnoException): string {
  switch (code) {
    case 'ENOENT':
    case 'ENOTDIR':
      return 'does not exist';
    case 'EACCES':
    case 'EPERM':
      return 'may not be read: permission denied';
    case 'ELOOP':
      return 'is a link that leads to itself';
    default:
      return `could not be read: ${message}`;
  }
}
