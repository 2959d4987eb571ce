/** What a stage has put on top of its base image so far, as far as the Dockerfile tells. */
import {
  baseName,
  type InstructionOf,
  type PackageCall,
  SharedMap,
  type ShellCommand,
  type Stage,
} from '../model/index.js';

type Copy = InstructionOf<'COPY' | 'ADD'>;

export class BroughtAlong {
  private names: SharedMap<true>;
  private packages = 0;
  private isOpen = false;

  /** Of a stage: what the stage below it brings. */
  constructor(below?: BroughtAlong) {
    this.names = below?.names ?? SharedMap.empty();
    if (!below) return;
    this.packages = below.packages;
    this.isOpen = below.isOpen;
  }

  /** Packages whose dependencies are not known: one of them may bring anything. */
  get hasPackages(): boolean {
    return this.packages > 0;
  }

  /** A program of that name may be there: installed by name, copied, or among things that can't be seen. */
  mayHave(...names: readonly string[]): boolean {
    return this.isOpen || names.some((name) => this.names.has(name));
  }

  private add(name: string): void {
    if (!this.names.has(name)) this.names = this.names.with(name, true);
  }

  takeIn({ action, packages }: PackageCall): void {
    if (action !== 'install') return;
    for (const { name, kind } of packages) {
      this.packages++;
      if (kind === 'name') this.add(name);
      else this.isOpen = true;
    }
  }

  /** A command that makes a file or a link of a name: `ln -s ash /bin/bash`, `cp x /usr/bin/bash`. */
  takeInCommand({ name, args }: ShellCommand): void {
    if (name !== 'ln' && name !== 'cp' && name !== 'mv' && name !== 'install' && name !== 'tar') return;
    if (name === 'tar') this.isOpen = true;
    for (const { text } of args) this.add(baseName(text));
  }

  takeInCopy({ keyword, sources, destination }: Copy): void {
    const to = destination?.text ?? '';
    if (keyword === 'ADD' || /^\/(?:usr\/?|usr\/local\/?)?$/.test(to)) this.isOpen = true;
    for (const word of [...sources, ...(destination ? [destination] : [])]) this.add(baseName(word.text));
  }
}

/** What each stage has brought along at its end, made in the order of the file. */
export class BroughtByStage {
  private readonly atEnd = new Map<Stage, BroughtAlong>();

  /** A fresh account for a stage, with what the stage below brings. */
  open(stage: Stage): BroughtAlong {
    const brought = new BroughtAlong(stage.parent && this.atEnd.get(stage.parent));
    this.atEnd.set(stage, brought);
    return brought;
  }
}
