/** Measures the last layer of an image that Docker has: what of it is installed, and what is a cache. */
import { createGzip } from 'node:zlib';
import { readTar, type TarMember, tarBytes } from '../../../scripts/refresh/tar-members.js';
import { countBytes, withLayers } from '../saved-image.js';
import type { PartBytes, Row } from './results.js';

const CACHE = /^\/root\/\.(?:npm|cache)(?:\/|$)/;
const BYTECODE = /^\/tmp\/node-compile-cache(?:\/|$)/;

/** Measures the topmost layer. */
export function measureTopLayer(image: string): Promise<Pick<Row, 'installed' | 'cached' | 'compiled' | 'blob'>> {
  return withLayers(image, async (layers) => {
    const top = layers.at(-1);
    if (!top) throw new Error(`${image} has no layer`);
    const [installed, cached, compiled] = [new Part(), new Part(), new Part()];
    const partOf = (path: string) => (CACHE.test(path) ? cached : BYTECODE.test(path) ? compiled : installed);
    await readTar(top.open(), (member, piece) => partOf(member.path).take(member, piece));
    const blob = await countBytes(top.openCompressed());
    return { installed: await installed.bytes(), cached: await cached.bytes(), compiled: await compiled.bytes(), blob };
  });
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
