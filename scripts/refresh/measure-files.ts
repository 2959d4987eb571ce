/** What files on disk take in a layer: bytes of its tar and of its gzip. */
import { readFileSync } from 'node:fs';
import { createGzip } from 'node:zlib';
import { inBlocks, type TarMember, tarBytes } from './tar-members.js';

export interface DiskFile {
  /** Where it is now. */
  readonly file: string;
  /** Where it is in the image. */
  readonly path: string;
  readonly size: number;
  /** It is a second name of a file that is measured elsewhere. */
  readonly isLink?: boolean;
}

export interface LayerBytes {
  readonly tar: number;
  readonly gzip: number;
}

/** Measures files with the folders that hold them, as far as these lie in `root`. */
export async function measureFiles(files: readonly DiskFile[], root: string): Promise<LayerBytes> {
  const gzip = createGzip({ level: 6 });
  let compressed = 0;
  gzip.on('data', (data: Buffer) => {
    compressed += data.length;
  });
  const ended = new Promise((resolve) => gzip.once('end', resolve));
  let tar = 0;
  for (const member of membersOf(files, root)) {
    tar += tarBytes(member);
    const content = member.file === undefined ? Buffer.alloc(0) : readFileSync(member.file);
    const padding = Buffer.alloc(inBlocks(content.length) - content.length);
    if (!gzip.write(Buffer.concat([headerOf(member), content, padding])))
      await new Promise((resolve) => gzip.once('drain', resolve));
  }
  gzip.end();
  await ended;
  return { tar, gzip: tar === 0 ? 0 : compressed };
}

interface Member extends TarMember {
  readonly file: string | undefined;
}

function membersOf(files: readonly DiskFile[], root: string): Member[] {
  const folders = new Set<string>();
  for (const { path } of files)
    for (let folder = parentOf(path); folder.startsWith(`${root}/`) && !folders.has(folder); folder = parentOf(folder))
      folders.add(folder);
  const members = [...folders].map((path): Member => ({ path, kind: 'directory', size: 0, file: undefined }));
  for (const { path, size, file, isLink } of files)
    members.push(isLink ? { path, kind: 'link', size: 0, file: undefined } : { path, kind: 'file', size, file });
  return members.sort((one, other) => (one.path < other.path ? -1 : 1));
}

function parentOf(path: string): string {
  return path.slice(0, path.lastIndexOf('/'));
}

/** As much of a member's header as gzip has to do with. */
function headerOf({ path, kind, size }: TarMember): Buffer {
  const header = Buffer.alloc(512);
  header.write(path.slice(1, 100));
  header.write(
    `0000${kind === 'file' ? '644' : '755'}\u00000000000\u00000000000\u0000${size.toString(8).padStart(11, '0')}`,
    100,
  );
  // The sum differs from header to header, and so do no two of them.
  header.write(`\u000015107432615\u0000${sumOf(path)}\u0000 ${kind === 'file' ? 0 : 5}`, 135);
  header.write('ustar\u000000', 257);
  return header;
}

function sumOf(text: string): string {
  let sum = 0;
  for (let index = 0; index < text.length; index++) sum += text.charCodeAt(index);
  return (sum + 4096).toString(8).padStart(6, '0');
}
