/** What a newer description of an image makes of its row in src/data/image-sizes.ts and in src/data/sources.ts. */
import type { ImageSize } from '../../src/data/image-sizes.js';
import type { LocalImage, RemoteImage } from './repo-info.js';

export interface Description {
  /** The image as `docker pull` names it: `node:26-slim`. */
  readonly reference: string;
  readonly remote: RemoteImage | undefined;
  readonly local: LocalImage | undefined;
}

/** A row of both tables as text, or the reason why it stays as it is. */
export type Refreshed = { readonly size: string; readonly source: string } | { readonly kept: string };

const number = (value: number): string => String(value).replace(/\B(?=(\d{3})+$)/g, '_');

/** Where repo-info keeps what it says of a reference; undefined where the image is no official one. */
export function describedIn(reference: string): { readonly remote: string; readonly local: string } | undefined {
  const [repository = '', tag = 'latest'] = reference.split(':');
  if (repository.includes('/')) return undefined;
  return { remote: `${repository}/remote/${tag}`, local: `${repository}/local/${tag}` };
}

/**
 * The new row. It takes the compressed size of the registry, and the unpacked size of the pulled image where that was
 * built no earlier than the one that the row has.
 */
export function refreshRow({ reference, remote, local }: Description, row: ImageSize, unpackedBuilt = ''): Refreshed {
  const files = describedIn(reference);
  if (!files) return { kept: 'not an official image' };
  if (!remote) return { kept: `no linux/amd64 image in ${files.remote}.md` };
  if (row.built !== undefined && remote.built < row.built)
    return { kept: `${files.remote}.md is older: built ${remote.built}, the row has ${row.built}` };
  const isLocalOlder = local !== undefined && local.built < (unpackedBuilt || (row.unpacked ? (row.built ?? '') : ''));
  if (isLocalOlder) return { kept: `${files.local}.md is older: built ${local.built}` };
  if (!local && row.unpacked !== undefined) return { kept: `no ${files.local}.md for the unpacked size` };
  const unpacked = local ? [`unpacked: ${number(local.bytes)}`] : [];
  const fields = [`compressed: ${number(remote.bytes)}`, ...unpacked, `built: '${remote.built}'`];
  return { size: `{ ${fields.join(', ')} }`, source: sourceText(files, remote, local) };
}

function sourceText(
  files: { readonly remote: string; readonly local: string },
  remote: RemoteImage,
  local: LocalImage | undefined,
): string {
  const compressed = `info('${files.remote}', 'linux/amd64 ${remote.digest}')`;
  if (!local) return `size(${compressed})`;
  const day = local.built === remote.built ? '' : `, built: '${local.built}'`;
  return `size(${compressed}, { source: info('${files.local}', 'image ${local.id}')${day} })`;
}

/** Puts a row's value in the place of the one that a table has; `text` is the file in which the table is. */
export function replaceRow(text: string, table: string, reference: string, value: string): string {
  const key = `\n  '${reference}': `;
  const start = text.indexOf(key, text.indexOf(`export const ${table}`));
  if (start === -1) throw new Error(`no row for ${reference} in ${table}`);
  const end = text.slice(start + 1).search(/,\n(?: {2}'|})/) + start + 1;
  return `${text.slice(0, start)}${key}${value}${text.slice(end)}`;
}
