/**
 * The files of a stage, as far as they are known, and the layers in which they are stored. What a layer holds is never
 * taken out of it: a later step can only hide it or store it again, and either way the earlier bytes are a waste.
 */
import { type Size, upTo } from '../amount.js';
import { type Entry, movedTo, partAt, readGlob, restOf, storedAgain, withFiles } from './entry.js';

/** Bytes of one layer that a later one hides or stores again. */
export interface Waste {
  /** Numbers of the layers; the base's is 0. */
  readonly layer: number;
  readonly by: number;
  readonly size: Size;
  readonly what: string;
}

interface Stored {
  readonly entry: Entry;
  /** The layer that holds it. */
  readonly layer: number;
  readonly isVisible: boolean;
}

export class StageFiles {
  private constructor(
    private stored: Stored[],
    private readonly wasted: Waste[],
    private count: number,
  ) {}

  static empty(): StageFiles {
    return new StageFiles([], [], 0);
  }

  /** Those of a stage that is built FROM this one. */
  child(): StageFiles {
    return new StageFiles([...this.stored], [...this.wasted], this.count);
  }

  /** Begins a layer, into which everything from now on goes. */
  beginLayer(): void {
    this.count++;
  }

  /** The number of the layer that was begun last. */
  get layer(): number {
    return this.count - 1;
  }

  get waste(): readonly Waste[] {
    return this.wasted;
  }

  /** What each layer holds. */
  byLayer(): readonly (readonly Entry[])[] {
    const layers: Entry[][] = Array.from({ length: this.count }, () => []);
    for (const { entry, layer } of this.stored) layers[layer]?.push(entry);
    return layers;
  }

  /** What can be seen at a path or below it. */
  visibleAt(path: string): Entry[] {
    const glob = readGlob(path);
    return this.stored.flatMap(({ entry, isVisible }) => (isVisible ? (partAt(entry, glob) ?? []) : []));
  }

  /** Stores files in place of those that were there. What is there already, just so, is not stored again. */
  add(entry: Entry): void {
    if (entry.place !== 'path') {
      this.store(entry);
      return;
    }
    if (this.stored.some((one) => one.isVisible && one.layer < this.layer && isSame(one.entry, entry))) return;
    const fresh = entry.files ? this.without(entry, entry.files) : entry;
    if (!fresh) return;
    const paths = new Set(fresh.files?.map((file) => file.path) ?? (fresh.isFolder ? [] : [fresh.path]));
    if (paths.size > 0) this.hideWhere((known) => filesAmong(known, paths));
    this.store(fresh);
  }

  /** Deletes what is at a path or below it. */
  remove(path: string): void {
    this.hideAt(path, () => true);
  }

  /** Stores what is at a path once more, as a change of owner, mode or time does; all below it too if it is recursive. */
  storeAgain(path: string, isRecursive: boolean): void {
    const isMeant = (part: Entry) => isRecursive || !part.isFolder || part.files?.[0]?.path === path;
    for (const part of this.hideAt(path, isMeant, this.layer)) this.store(storedAgain(part));
  }

  /** Moves what is at a path, and all below it, to another. */
  move(from: string, to: string): void {
    for (const part of this.hideAt(from, () => true)) this.store(movedTo(part, from, to));
  }

  /** Stores a second copy of what is at a path; something else where nothing is known there. */
  copy(from: string, to: string, otherwise: Entry | undefined): void {
    const parts = this.visibleAt(from).filter(({ place }) => place === 'path');
    for (const part of parts) this.store(movedTo(part, from, to));
    if (parts.length === 0 && otherwise) this.add(otherwise);
  }

  /** Says that some of what this layer holds at a path may be gone. */
  removeSome(path: string): void {
    const glob = readGlob(path);
    this.stored = this.stored.map((one) => {
      const isMeant = one.isVisible && one.layer === this.layer && partAt(one.entry, glob);
      return isMeant ? { ...one, entry: { ...one.entry, size: upTo(one.entry.size) } } : one;
    });
  }

  private store(entry: Entry): void {
    this.stored.push({ entry, layer: this.layer, isVisible: true });
  }

  /** Without the files that are there just so; undefined where none is left. */
  private without(entry: Entry, files: NonNullable<Entry['files']>): Entry | undefined {
    const there = this.knownFiles();
    const fresh = files.filter(({ path, origin }) => there.get(path) !== origin);
    if (fresh.length === files.length) return entry;
    return fresh.length > 0 ? withFiles(entry, fresh) : undefined;
  }

  private knownFiles(): ReadonlyMap<string, string> {
    const visible = this.stored.filter(({ isVisible }) => isVisible);
    const files = visible.flatMap(({ entry }) => entry.files ?? []);
    return new Map(files.map(({ path, origin }) => [path, origin]));
  }

  /** Hides what is at a path. Gives what was hidden. With `before`, only what is in earlier layers. */
  private hideAt(path: string, isMeant: (part: Entry) => boolean, before = Infinity): Entry[] {
    const glob = readGlob(path);
    return this.hideWhere((entry, layer) => {
      const part = layer < before ? partAt(entry, glob) : undefined;
      return part && isMeant(part) ? part : undefined;
    });
  }

  /**
   * Hides parts of entries: bytes of this layer are then never stored, those of an earlier one are wasted. Gives what was
   * hidden.
   */
  private hideWhere(choose: (entry: Entry, layer: number) => Entry | undefined): Entry[] {
    const hidden: Entry[] = [];
    this.stored = this.stored.flatMap((one) => {
      const part = one.isVisible && one.entry.place === 'path' ? choose(one.entry, one.layer) : undefined;
      if (!part) return one;
      hidden.push(part);
      return this.hide(one, part);
    });
    return hidden;
  }

  private hide(one: Stored, part: Entry): Stored[] {
    const rest = restOf(one.entry, part);
    const visible = rest ? [{ ...one, entry: rest }] : [];
    if (one.layer === this.layer) return visible;
    this.wasted.push({ layer: one.layer, by: this.layer, size: part.size, what: part.what });
    if (!rest) return [{ ...one, isVisible: false }];
    // Of a folder of which nothing is known, the layer holds all the same bytes, seen or not.
    return part.files ? [...visible, { ...one, entry: part, isVisible: false }] : [one];
  }
}

/** The part of an entry whose files have these paths. */
function filesAmong(entry: Entry, paths: ReadonlySet<string>): Entry | undefined {
  if (!entry.files) return !entry.isFolder && paths.has(entry.path) ? entry : undefined;
  const among = entry.files.filter(({ path }) => paths.has(path));
  return among.length === 0 ? undefined : among.length === entry.files.length ? entry : withFiles(entry, among);
}

function isSame(one: Entry, other: Entry): boolean {
  return one.place === 'path' && one.key === other.key && one.path === other.path;
}
