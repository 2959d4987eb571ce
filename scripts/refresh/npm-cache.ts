/** Reads npm's cache: how many bytes it keeps of each answer of the registry. */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';

export interface CachedAnswers {
  /** Bytes by the last part of an archive's address: `express-5.1.0.tgz`, with the scope in front: `@babel/core-7.28.0.tgz`. */
  readonly archives: ReadonlyMap<string, number>;
  /** Descriptions of a package and all its versions, by its name. */
  readonly descriptions: ReadonlyMap<string, { readonly bytes: number; readonly gzip: number }>;
}

interface CacheEntry {
  readonly key: string;
  readonly integrity: string;
  readonly size: number;
}

/** Reads the cache below a folder that was npm's `--cache`. */
export function readNpmCache(folder: string): CachedAnswers {
  const archives = new Map<string, number>();
  const descriptions = new Map<string, { bytes: number; gzip: number }>();
  const index = join(folder, '_cacache', 'index-v5');
  for (const name of readdirSync(index, { recursive: true, encoding: 'utf8' })) {
    if (name.split('/').length !== 3) continue;
    for (const line of readFileSync(join(index, name), 'utf8').split('\n')) {
      const entry = entryOf(line);
      const path = entry && decodeURIComponent(new URL(entry.key.replace(/^.*request-cache:/, '')).pathname).slice(1);
      if (!entry || path === undefined) continue;
      const [, packageName = '', file] = /^(.*?)\/-\/(.*)$/.exec(path) ?? [];
      if (file === undefined) descriptions.set(path, { bytes: entry.size, gzip: gzipBytes(folder, entry) });
      else archives.set(packageName.startsWith('@') ? `${packageName.split('/')[0]}/${file}` : file, entry.size);
    }
  }
  return { archives, descriptions };
}

/** A line is a checksum, a tab and JSON. Other entries than answers point to the same files. */
function entryOf(line: string): CacheEntry | undefined {
  const json = line.split('\t')[1];
  const entry = json === undefined ? undefined : (JSON.parse(json) as CacheEntry);
  return entry?.key.includes('request-cache:') ? entry : undefined;
}

function gzipBytes(folder: string, { integrity }: CacheEntry): number {
  const [algorithm = '', digest = ''] = integrity.split('-');
  const hex = Buffer.from(digest, 'base64').toString('hex');
  const file = join(folder, '_cacache', 'content-v2', algorithm, hex.slice(0, 2), hex.slice(2, 4), hex.slice(4));
  return existsSync(file) ? gzipSync(readFileSync(file), { level: 6 }).length : 0;
}
