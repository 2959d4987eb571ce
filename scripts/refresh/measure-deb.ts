/**
 * What a .deb adds to a layer: bytes of the layer's tar and of its gzip, apart for what slim images keep and what they
 * leave out, with what dpkg itself writes for it (its files below /var/lib/dpkg/info, twice its entry in `status`).
 */
import { spawn } from 'node:child_process';
import { createGzip, gzipSync } from 'node:zlib';
import { readStanzas } from './debian-index.js';
import { isKeptInSlim } from './slim-paths.js';
import { inBlocks, readTar, type TakePiece, type TarMember, tarBytes } from './tar-members.js';

export interface Bytes {
  readonly tar: number;
  readonly gzip: number;
}

export interface MeasuredPackage {
  readonly name: string;
  readonly version: string;
  /** What every image gets, directories left out. */
  readonly kept: Bytes;
  /** What only images with documentation get. */
  readonly docs: Bytes;
  /** Every directory, with whether slim images keep it. */
  readonly directories: readonly (readonly [path: string, isKept: boolean])[];
  /** Tar bytes of its Python sources. */
  readonly python: number;
  /** Packages whose Python sources its maintainer script compiles. */
  readonly compiles: readonly string[];
  /** Bytes of its entry in dpkg's status. */
  readonly status: number;
  /** Bytes that ldconfig's caches grow by. */
  readonly libraryCache: number;
  /** Links and files that update-alternatives makes, as its maintainer script spells them out. */
  readonly alternatives: number;
  /** Bytes of its debconf templates; undefined where nothing of it asks debconf, by itself or through ucf. */
  readonly templates: number | undefined;
}

/** Counts what passes, and what gzip makes of it. */
class Counter {
  tar = 0;
  private gzip = createGzip({ level: 6 });
  private compressed = 0;
  private readonly ended: Promise<unknown>;

  constructor() {
    this.gzip.on('data', (data: Buffer) => {
      this.compressed += data.length;
    });
    this.ended = new Promise((resolve) => this.gzip.once('end', resolve));
  }

  async write(piece: Buffer): Promise<void> {
    if (!this.gzip.write(piece)) await new Promise((resolve) => this.gzip.once('drain', resolve));
  }

  async bytes(): Promise<Bytes> {
    this.gzip.end();
    await this.ended;
    return { tar: this.tar, gzip: this.tar === 0 ? 0 : this.compressed };
  }
}

/** Reads a .deb with dpkg-deb, in one pass over each of its two archives. */
export function measureDeb(file: string): Promise<MeasuredPackage> {
  return measureArchives(
    () => dpkgDeb('--fsys-tarfile', file),
    () => dpkgDeb('--ctrl-tarfile', file),
  );
}

type Open = () => AsyncIterable<Buffer>;

/**
 * Measures the tar of a package's files and that of its control files. Each is opened when it is read: Node drops the
 * output of a program that ends before anybody reads it.
 */
export async function measureArchives(files: Open, control: Open): Promise<MeasuredPackage> {
  const reading = new Reading();
  await readTar(files(), (member, piece) => reading.file(member, piece));
  await readTar(control(), (member, piece) => reading.control(member, piece));
  return reading.result();
}

function dpkgDeb(option: string, file: string): AsyncIterable<Buffer> {
  return spawn('dpkg-deb', [option, file], { stdio: ['ignore', 'pipe', 'inherit'] }).stdout;
}

/** The folders that ldconfig reads. */
const LIBRARY = /^((?:\/usr)?\/lib(?:\/x86_64-linux-gnu)?)\/(lib[^/]*\.so[^/]*)$/;

class Reading {
  private readonly kept = new Counter();
  private readonly docs = new Counter();
  private readonly directories: [string, boolean][] = [];
  private readonly controlFiles = new Map<string, { readonly size: number; readonly pieces: Buffer[] }>();
  private readonly paths: string[] = [];
  private python = 0;
  private libraryCache = 0;
  private last: TarMember | undefined;

  readonly file: TakePiece = async (member, piece) => {
    const isKept = isKeptInSlim(member);
    const isNew = member !== this.last;
    this.last = member;
    if (isNew) this.paths.push(member.path);
    if (member.kind === 'directory') {
      this.directories.push([member.path, isKept]);
      return;
    }
    const counter = isKept ? this.kept : this.docs;
    if (isNew) this.count(member, counter);
    await counter.write(piece);
  };

  private count(member: TarMember, counter: Counter): void {
    counter.tar += tarBytes(member);
    if (member.kind === 'file' && member.path.endsWith('.py')) this.python += tarBytes(member);
    const [, , library] = LIBRARY.exec(member.path) ?? [];
    // A link is an entry of ld.so.cache, with its name and its path; a file is one of ldconfig's own cache.
    if (library) this.libraryCache += member.kind === 'link' ? 26 + library.length + member.path.length : 64;
  }

  readonly control: TakePiece = async (member, piece) => {
    if (member.kind !== 'file') return;
    const isControl = member.path === '/control';
    const known = this.controlFiles.get(member.path);
    if (known) known.pieces.push(Buffer.from(piece));
    else {
      this.controlFiles.set(member.path, { size: member.size, pieces: [] });
      if (!isControl) this.kept.tar += tarBytes(member);
    }
    if (!isControl) await this.kept.write(piece);
  };

  async result(): Promise<MeasuredPackage> {
    const control = this.textOf('/control');
    const [fields] = readStanzas(control);
    if (!fields) throw new Error('a package without a control file');
    const scripts = this.textOf('/postinst') + this.textOf('/preinst');
    const hasQuestions = this.controlFiles.has('/config') || this.controlFiles.has('/templates');
    const asksDebconf = hasQuestions || /confmodule|\bucf [-/"$]/.test(scripts);
    const list = Buffer.from(`${this.paths.join('\n')}\n`);
    this.kept.tar += 512 + inBlocks(list.length);
    await this.kept.write(list);
    const kept = await this.kept.bytes();
    const conffiles = this.textOf('/conffiles');
    // dpkg notes the sum of each configuration file: a space, the sum, and the field's name once.
    const status = this.sizeOf('/control') + 29 + this.sizeOf('/conffiles') + conffiles.split('\n').length * 34;
    return {
      name: fields.get('Package') ?? '',
      version: fields.get('Version') ?? '',
      kept: { tar: kept.tar, gzip: kept.gzip + Math.round(gzipSync(control).length * 0.8) },
      docs: await this.docs.bytes(),
      directories: this.directories,
      python: this.python,
      compiles: compiledBy(scripts),
      status,
      libraryCache: this.libraryCache,
      alternatives: alternativesIn(scripts),
      templates: asksDebconf ? this.sizeOf('/templates') : undefined,
    };
  }

  private sizeOf(path: string): number {
    return this.controlFiles.get(path)?.size ?? 0;
  }

  private textOf(path: string): string {
    const file = this.controlFiles.get(path);
    return file ? Buffer.concat(file.pieces).subarray(0, file.size).toString('utf8') : '';
  }
}

/** `py3compile -p NAME`, or a list of files from `dpkg -L NAME` for the compiler of Python itself. */
function compiledBy(scripts: string): string[] {
  const named = [...scripts.matchAll(/py3compile -p ([a-z0-9][a-z0-9+.-]*)/g)];
  const listed = /py_compile\.py/.test(scripts) ? [...scripts.matchAll(/dpkg -L ([a-z0-9][a-z0-9+.-]*)/g)] : [];
  return [...new Set([...named, ...listed].flatMap(([, name]) => name ?? []))];
}

/** Two links for each program, a file of two blocks for its group; a slave is two links. */
function alternativesIn(scripts: string): number {
  const count = (pattern: RegExp) => (scripts.match(pattern) ?? []).length;
  return count(/--install\b/g) * 2048 + count(/--slave\s+\S*\/bin\//g) * 1024;
}
