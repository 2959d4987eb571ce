/** The files of a built image, layer by layer: what a container sees, what only a layer holds, and what that costs. */
import { execFileSync } from 'node:child_process';
import { createWriteStream, mkdtempSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { withLayers } from '../saved-image.js';
import type { Presence } from './results.js';

export interface ImageFile {
  /** Without a slash in front, as in a tar. */
  readonly path: string;
  readonly bytes: number;
}

interface ReadLayer {
  readonly bytes: number;
  readonly entries: readonly ImageFile[];
  readonly hasText: boolean;
}

/** Images share the layers of their bases. */
const read = new Map<string, ReadLayer>();

function readLayer(tar: string, texts: readonly string[]): ReadLayer {
  const hasText = texts.some((text) => holds(tar, text));
  return { bytes: statSync(tar).size, entries: listed(tar), hasText };
}

export class ImageFiles {
  private readonly visible = new Map<string, number>();
  private readonly stored: ImageFile[] = [];
  unpackedBytes = 0;
  hiddenBytes = 0;
  /** Whether a layer holds one of the texts. */
  hasText = false;

  /** Of an image that Docker has; `texts` are looked for in its layers. */
  static async of(image: string, texts: readonly string[] = []): Promise<ImageFiles> {
    const files = new ImageFiles();
    const folder = mkdtempSync(join(tmpdir(), 'layer-'));
    const tar = join(folder, 'layer.tar');
    try {
      await withLayers(image, async (layers) => {
        for (const { name, open } of layers) {
          const key = `${name} ${texts.join()}`;
          if (!read.has(key)) {
            await pipeline(open(), createWriteStream(tar));
            read.set(key, readLayer(tar, texts));
          }
          files.add(read.get(key));
        }
      });
      return files;
    } finally {
      rmSync(folder, { recursive: true });
    }
  }

  /** Whether a file whose path fits is there. */
  presenceOf(fits: (path: string) => boolean): Presence {
    if ([...this.visible.keys()].some(fits)) return 'seen';
    return this.stored.some(({ path }) => fits(path)) ? 'hidden' : 'absent';
  }

  visibleThat(fits: (file: ImageFile) => boolean): readonly string[] {
    return [...this.visible].filter(([path, bytes]) => fits({ path, bytes })).map(([path]) => path);
  }

  storedThat(fits: (file: ImageFile) => boolean): readonly string[] {
    return this.stored.filter(fits).map(({ path }) => path);
  }

  private add(layer: ReadLayer | undefined): void {
    if (!layer) return;
    this.unpackedBytes += layer.bytes;
    for (const { path } of layer.entries) this.hide(path);
    for (const file of layer.entries) {
      if (isWhiteout(file.path)) continue;
      this.hiddenBytes += this.visible.get(file.path) ?? 0;
      this.visible.set(file.path, file.bytes);
      this.stored.push(file);
    }
    this.hasText ||= layer.hasText;
  }

  /** What a whiteout takes away: a path and all below it, or all that a folder had. */
  private hide(path: string): void {
    if (!isWhiteout(path)) return;
    const name = path.slice(path.lastIndexOf('/') + 1);
    const gone = name === OPAQUE ? dirname(path) : join(dirname(path), name.slice(WHITEOUT.length));
    for (const [one, bytes] of this.visible)
      if (one === gone || one.startsWith(`${gone}/`)) {
        this.visible.delete(one);
        this.hiddenBytes += bytes;
      }
  }
}

const WHITEOUT = '.wh.';
const OPAQUE = '.wh..wh..opq';

function isWhiteout(path: string): boolean {
  return path.slice(path.lastIndexOf('/') + 1).startsWith(WHITEOUT);
}

/** `-rwxr-xr-x 0/0  1234 2026-12-01 10:00 usr/bin/tool`; folders end in a slash, links have `-> target` behind them. */
const LINE = /^(?<type>\S)\S+ \S+ +(?<bytes>\d+) \S+ \S+ (?:\.\/)?(?<path>.+?)\/?(?: -> .*| link to .*)?$/;

function listed(tar: string): readonly ImageFile[] {
  const options = ['--numeric-owner', '--quoting-style=literal', '-tvf', tar];
  const lines = execFileSync('tar', options, { encoding: 'utf8', maxBuffer: 2 ** 28 }).split('\n');
  return lines.flatMap((line) => {
    const { type, bytes, path } = LINE.exec(line)?.groups ?? {};
    return path === undefined || type === 'd' ? [] : [{ path, bytes: Number(bytes) }];
  });
}

function holds(tar: string, text: string): boolean {
  try {
    execFileSync('grep', ['--quiet', '--text', '--fixed-strings', text, tar]);
    return true;
  } catch {
    return false;
  }
}
