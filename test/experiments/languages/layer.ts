/** Measures the last layer of an image that Docker has: what of it is installed, and what is a cache. */
import { execFileSync } from 'node:child_process';
import { createReadStream, mkdtempSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createGunzip, createGzip } from 'node:zlib';
import { readTar, type TarMember, tarBytes } from '../../../scripts/refresh/tar-members.js';
import type { PartBytes, Row } from './results.js';

const CACHE = /^\/root\/\.(?:npm|cache)(?:\/|$)/;
const BYTECODE = /^\/tmp\/node-compile-cache(?:\/|$)/;

/** Measures the topmost layer. */
export async function measureTopLayer(image: string): Promise<Pick<Row, 'installed' | 'cached' | 'compiled' | 'blob'>> {
  const folder = mkdtempSync(join(tmpdir(), 'layer-'));
  try {
    const saved = join(folder, 'image.tar');
    execFileSync('docker', ['save', '--output', saved, image], { stdio: 'inherit' });
    execFileSync('tar', ['-xf', saved, '-C', folder, 'manifest.json']);
    const [manifest] = JSON.parse(readFileSync(join(folder, 'manifest.json'), 'utf8'));
    const layer: string = manifest.Layers.at(-1);
    execFileSync('tar', ['-xf', saved, '-C', folder, layer]);
    const [installed, cached, compiled] = [new Part(), new Part(), new Part()];
    const partOf = (path: string) => (CACHE.test(path) ? cached : BYTECODE.test(path) ? compiled : installed);
    const content = createReadStream(join(folder, layer)).pipe(createGunzip());
    await readTar(content, (member, piece) => partOf(member.path).take(member, piece));
    const blob = statSync(join(folder, layer)).size;
    return { installed: await installed.bytes(), cached: await cached.bytes(), compiled: await compiled.bytes(), blob };
  } finally {
    rmSync(folder, { recursive: true });
  }
}

class Part {
  private tar = 0;
  private compressed = 0;
  private last: TarMember | undefined;
  private readonly gzip = createGzip({ level: 6 });
  private readonly ended = new Promise((resolve) => this.gzip.once('end', resolve));

  constructor() {
    this.gzip.on('data', (data: Buffer) => {
      this.compressed += data.length;
    });
  }

  async take(member: TarMember, piece: Buffer): Promise<void> {
    if (member !== this.last) this.tar += tarBytes(member);
    this.last = member;
    if (!this.gzip.write(Buffer.from(piece))) await new Promise((resolve) => this.gzip.once('drain', resolve));
  }

  async bytes(): Promise<PartBytes> {
    this.gzip.end();
    await this.ended;
    return { unpacked: this.tar, compressed: this.tar === 0 ? 0 : this.compressed };
  }
}
