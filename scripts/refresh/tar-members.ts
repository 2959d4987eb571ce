/** Reads a tar stream piece by piece, so that a package of any size needs little memory. */

export interface TarMember {
  /** Without a leading `.`: `/usr/bin/curl`. */
  readonly path: string;
  readonly kind: 'file' | 'directory' | 'link' | 'other';
  readonly size: number;
}

const BLOCK = 512;

/** Whole blocks: what a file's content takes in a tar. */
export function inBlocks(bytes: number): number {
  return Math.ceil(bytes / BLOCK) * BLOCK;
}

/** What a member takes in a layer's tar: a header, the content, and for a long path an extended header. */
export function tarBytes({ path, kind, size }: TarMember): number {
  const extended = path.length - 1 > 100 ? 2 * BLOCK : 0;
  return BLOCK + extended + (kind === 'file' ? inBlocks(size) : 0);
}

/** Takes a member's header and content as they pass; it may ask the stream to wait. */
export type TakePiece = (member: TarMember, piece: Buffer) => void | Promise<void>;

/** Calls `take` with every piece of every member, headers and padding included. */
export async function readTar(stream: AsyncIterable<Buffer>, take: TakePiece): Promise<void> {
  const reader = new TarReader(take);
  for await (const chunk of stream) await reader.push(chunk);
}

class TarReader {
  private waiting: Buffer = Buffer.alloc(0);
  private member: TarMember | undefined;
  private left = 0;
  /** Content of an entry that only says the next one's long name. */
  private note: { readonly type: string; readonly pieces: Buffer[] } | undefined;
  private longName: string | undefined;

  constructor(private readonly take: TakePiece) {}

  async push(chunk: Buffer): Promise<void> {
    let rest = this.waiting.length > 0 ? Buffer.concat([this.waiting, chunk]) : chunk;
    while (rest.length > 0) {
      if (this.left === 0 && rest.length < BLOCK) break;
      const piece = rest.subarray(0, this.left === 0 ? BLOCK : Math.min(this.left, rest.length));
      rest = rest.subarray(piece.length);
      if (this.left === 0) await this.header(piece);
      else await this.content(piece);
    }
    this.waiting = Buffer.from(rest);
  }

  private async header(block: Buffer): Promise<void> {
    if (block[0] === 0) return;
    const type = String.fromCharCode(block[156] ?? 0);
    const size = sizeOf(block);
    this.left = inBlocks(size);
    if ('LKxg'.includes(type)) {
      this.note = { type, pieces: [] };
      return;
    }
    this.note = undefined;
    this.member = { path: cleanPath(this.longName ?? nameOf(block)), kind: kindOf(type), size };
    this.longName = undefined;
    await this.take(this.member, block);
  }

  private async content(piece: Buffer): Promise<void> {
    this.left -= piece.length;
    if (!this.note) {
      if (this.member) await this.take(this.member, piece);
      return;
    }
    this.note.pieces.push(Buffer.from(piece));
    if (this.left === 0) this.longName = longNameOf(this.note.type, Buffer.concat(this.note.pieces)) ?? this.longName;
  }
}

function textOf(block: Buffer, start: number, length: number): string {
  const end = block.indexOf(0, start);
  return block.toString('utf8', start, end === -1 ? start + length : Math.min(end, start + length));
}

function nameOf(block: Buffer): string {
  const prefix = textOf(block, 257, 6) === 'ustar' ? textOf(block, 345, 155) : '';
  const name = textOf(block, 0, 100);
  return prefix ? `${prefix}/${name}` : name;
}

function sizeOf(block: Buffer): number {
  return Number.parseInt(textOf(block, 124, 12).trim() || '0', 8);
}

function kindOf(type: string): TarMember['kind'] {
  if (type === '0' || type === '\0') return 'file';
  if (type === '5') return 'directory';
  return type === '1' || type === '2' ? 'link' : 'other';
}

function longNameOf(type: string, content: Buffer): string | undefined {
  if (type === 'L') return textOf(content, 0, content.length);
  if (type === 'x') return /\d+ path=(.*)\n/.exec(content.toString('utf8'))?.[1];
  return undefined;
}

function cleanPath(name: string): string {
  return `/${name.replace(/^\.?\//, '').replace(/\/$/, '')}`;
}
