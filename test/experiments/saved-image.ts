/** The layers of an image that Docker has, measured: their tars, and their gzip blobs as a registry stores them. */
import { execFileSync } from 'node:child_process';
import { closeSync, createReadStream, mkdtempSync, openSync, readFileSync, readSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Readable } from 'node:stream';
import { createGunzip, createGzip } from 'node:zlib';

/** A layer as a file. */
export interface SavedLayer {
  /** Of its file in the archive, which is its digest where the image store keeps blobs. */
  readonly name: string;
  /** What the image's history says of it. */
  readonly createdBy: string;
  /** Its tar. */
  open(): Readable;
  /** Its gzip blob; made here where the image store keeps plain tars. */
  openCompressed(): Readable;
}

/** Gives the layers to `use`, the lowest first, and cleans up behind it. */
export async function withLayers<Result>(
  image: string,
  use: (layers: readonly SavedLayer[]) => Promise<Result>,
): Promise<Result> {
  const folder = mkdtempSync(join(tmpdir(), 'layers-'));
  try {
    execFileSync('docker', ['save', '--output', join(folder, 'image.tar'), image], { stdio: 'inherit' });
    execFileSync('tar', ['-xf', 'image.tar'], { cwd: folder });
    return await use(layersIn(folder));
  } finally {
    rmSync(folder, { recursive: true });
  }
}

interface Manifest {
  readonly Config: string;
  readonly Layers: readonly string[];
}

interface Config {
  readonly history: readonly {
    readonly created_by?: string;
    readonly comment?: string;
    readonly empty_layer?: boolean;
  }[];
}

function layersIn(folder: string): SavedLayer[] {
  const json = (name: string): unknown => JSON.parse(readFileSync(join(folder, name), 'utf8'));
  const [manifest] = json('manifest.json') as readonly [Manifest];
  const { history } = json(manifest.Config) as Config;
  const created = history.filter(({ empty_layer: isEmpty }) => !isEmpty);
  return manifest.Layers.map((name, index) => {
    const { created_by: by, comment } = created[index] ?? {};
    return { name, createdBy: by ?? comment ?? '', ...streamsOf(join(folder, name)) };
  });
}

function streamsOf(file: string): Pick<SavedLayer, 'open' | 'openCompressed'> {
  const plain = () => createReadStream(file);
  return isGzip(file)
    ? { open: () => plain().pipe(createGunzip()), openCompressed: plain }
    : { open: plain, openCompressed: () => plain().pipe(createGzip()) };
}

function isGzip(path: string): boolean {
  const start = Buffer.alloc(2);
  const file = openSync(path, 'r');
  readSync(file, start, 0, 2, 0);
  closeSync(file);
  return start.equals(Buffer.from([0x1f, 0x8b]));
}

export async function countBytes(stream: Readable): Promise<number> {
  let bytes = 0;
  for await (const chunk of stream) bytes += (chunk as Buffer).length;
  return bytes;
}
