/** Reads pip's cache: how many bytes it keeps of each answer of the index. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { normalised } from '../../src/image/languages/requirement.js';

export interface PipAnswers {
  /** Bytes by `name version`. */
  readonly wheels: ReadonlyMap<string, number>;
  /** Pages of the index, by name. */
  readonly pages: ReadonlyMap<string, { readonly bytes: number; readonly gzip: number }>;
}

/** What the file names in a wheel begin with, as its list of contents at the end has them. */
const INFO = /([A-Za-z0-9_.]+)-([A-Za-z0-9_.!+]+)\.dist-info\//;

/** Reads the cache below a folder that was pip's `--cache-dir`. pip 23.3 or newer. */
export function readPipCache(folder: string): PipAnswers {
  const wheels = new Map<string, number>();
  const pages = new Map<string, { bytes: number; gzip: number }>();
  const answers = join(folder, 'http-v2');
  for (const name of readdirSync(answers, { recursive: true, encoding: 'utf8' })) {
    if (!name.endsWith('.body')) continue;
    const body = readFileSync(join(answers, name));
    const start = body.toString('latin1', 0, 20_000);
    if (start.startsWith('PK')) {
      const [, wheel = '', version = ''] = INFO.exec(body.toString('latin1', Math.max(0, body.length - 20_000))) ?? [];
      wheels.set(`${normalised(wheel)} ${version}`, body.length);
    } else if (start.startsWith('{')) {
      const { name: project } = JSON.parse(body.toString('utf8')) as { readonly name: string };
      pages.set(normalised(project), { bytes: body.length, gzip: gzipSync(body, { level: 6 }).length });
    }
  }
  return { wheels, pages };
}
