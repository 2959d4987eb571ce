/**
 * Programs that a stage builds with Go or Rust and that need the C library of the image they were built in: which call
 * builds them, and where they lie afterwards. What can't be known (a path with a variable, a C compiler that may not be
 * there) counts as needing none.
 */

import { isWithin, pathOf } from '../image/files/command-paths.js';
import { absolutePath, changesFolder } from '../image/files/container-path.js';
import {
  baseName,
  type Dockerfile,
  type PackageCall,
  type Run,
  SharedMap,
  type ShellCommand,
  type Stage,
  type StageUse,
  type Word,
} from '../model/index.js';
import { ByStage } from './by-stage.js';
import type { RuleContext } from './context.js';

export interface LinkedBinary {
  readonly language: 'go' | 'rust';
  readonly call: PackageCall;
  readonly run: Run;
  readonly libc: 'glibc' | 'musl';
  /** Somebody asked for it: `CGO_ENABLED=1`. */
  readonly isAsked: boolean;
}

const ROOT = { workdir: '/' };

interface Place {
  /** The file, or the folder that gets it. */
  readonly path: string;
  readonly isFolder: boolean;
}

/** Programs that a COPY, or one of its sources, takes from another stage and that need its C library. */
export function linkedBinariesIn(context: RuleContext, { stage, instruction }: StageUse, only?: Word): LinkedBinary[] {
  if (!stage || instruction.keyword !== 'COPY') return [];
  const sources = (only ? [only] : instruction.sources).flatMap(
    (source) => absolutePath(ROOT, instruction.scope.expand(source)) ?? [],
  );
  return placedBinaries(context, stage)
    .filter(({ places }) => sources.some((source) => places.some((place) => holds(source, place))))
    .map(({ binary }) => binary);
}

interface PlacedBinary {
  readonly binary: LinkedBinary;
  /** Where it is built, and where it is moved to. */
  readonly places: readonly Place[];
}

const known = new WeakMap<Stage, readonly PlacedBinary[]>();

/** What is there at the end of a stage; worked out once. */
function placedBinaries(context: RuleContext, stage: Stage): readonly PlacedBinary[] {
  const done = known.get(stage);
  if (done) return done;
  const { binaries, moves } = buildsAtEnd.at(stage, context);
  const placed = binaries.map(({ binary, built }) => {
    const later = moves.filter(({ run }) => run.index >= binary.run.index);
    return { binary, places: [...built, ...later.flatMap(({ run, command }) => movedTo(run, command, built))] };
  });
  known.set(stage, placed);
  return placed;
}

interface Builds {
  readonly binaries: readonly { readonly binary: LinkedBinary; readonly built: readonly Place[] }[];
  /** `cp`, `mv` and `install`. */
  readonly moves: readonly { readonly run: Run; readonly command: ShellCommand }[];
  readonly settings: Settings;
}

/** How many builds, and how many moves, a chain of stages is remembered with. */
const LAST_BUILDS = 30;

/** What a stage and those it is built FROM build and move, the stage itself first. */
const buildsAtEnd = new ByStage<Builds, RuleContext>((stage, below, context) => {
  const settings = new Settings(below?.settings);
  const binaries: Builds['binaries'][number][] = [];
  const moves: Builds['moves'][number][] = [];
  for (const run of stage.instructions) {
    if (run.keyword !== 'RUN') continue;
    const calls = new Map(context.packageCallsOf(run).map(({ call, command }) => [command, call]));
    settings.enter(run);
    for (const command of run.command.script?.commands ?? []) {
      const call = calls.get(command);
      const binary = call && linkedBinary(context.dockerfile, settings, run, call);
      if (call && binary) binaries.push({ binary, built: builtPlaces(settings, run, call) });
      if (['cp', 'mv', 'install'].includes(command.name ?? '')) moves.push({ run, command });
      settings.takeIn(command);
    }
  }
  return {
    binaries: [...binaries.slice(-LAST_BUILDS), ...(below?.binaries ?? [])].slice(0, LAST_BUILDS),
    moves: [...moves.slice(-LAST_BUILDS), ...(below?.moves ?? [])].slice(0, LAST_BUILDS),
    settings,
  };
});

function builtPlaces(settings: Settings, run: Run, call: PackageCall): Place[] {
  return call.manager === 'go' ? goPlaces(run, call) : rustPlaces(settings, run, call);
}

/** Whether a copied path is a built program, or a folder that it lies in. */
function holds(source: string, { path, isFolder }: Place): boolean {
  if (isFolder) return isWithin(path, source) || source.slice(0, source.lastIndexOf('/')) === path;
  return isWithin(path, source);
}

function linkedBinary(
  dockerfile: Dockerfile,
  settings: Settings,
  run: Run,
  call: PackageCall,
): LinkedBinary | undefined {
  const libc = run.scope.base?.libc;
  if (libc !== 'glibc' && libc !== 'musl') return undefined;
  const verb = call.subcommand?.text ?? '';
  if (call.manager === 'go' && ['build', 'install'].includes(verb)) {
    const isAsked = usesCgo(dockerfile, settings, run, call);
    return isAsked === undefined ? undefined : { language: 'go', call, run, libc, isAsked };
  }
  const isRust = call.manager === 'cargo' && ['build', 'b', 'install'].includes(verb);
  // On musl, Rust links statically by itself.
  return isRust && libc === 'glibc' && !isStaticRust(settings, run, call)
    ? { language: 'rust', call, run, libc, isAsked: false }
    : undefined;
}

const ARCHITECTURE = /^linux\/([a-z0-9]+)/;
const C_COMPILERS = new Set(['gcc', 'g++', 'clang', 'build-base', 'build-essential', 'alpine-sdk']);

/** Whether cgo is on: true where somebody asked for it, false where it is so by itself, undefined where it is off. */
function usesCgo(
  { input }: Dockerfile,
  settings: Settings,
  run: Run,
  { options, command }: PackageCall,
): boolean | undefined {
  const valueOf = (name: string) => settings.valueForGo(run, command, name);
  const told = valueOf('CGO_ENABLED');
  const target = valueOf('GOARCH');
  const system = valueOf('GOOS');
  const built = ARCHITECTURE.exec(input.platform ?? 'linux/amd64')?.[1];
  const isCross = (system && system !== 'linux') || (target && !target.includes('$') && target !== built);
  const linkerFlags = `${options.value('-ldflags', '--ldflags') ?? ''} ${valueOf('GOFLAGS') ?? ''}`;
  const isStatic = /-static\b/.test(linkerFlags) || /\bnetgo\b/.test(options.value('-tags', '--tags') ?? '');
  if (isStatic || isCross || told === null || (told !== undefined && told !== '1')) return undefined;
  // Without a C compiler, Go switches cgo off.
  return settings.hasCompiler || run.scope.base?.tools?.has('gcc') ? told === '1' : undefined;
}

function isStaticRust(settings: Settings, run: Run, { options, command }: PackageCall): boolean {
  const valueOf = (name: string) => settings.valueOf(run, command, name);
  const target = options.value('--target') ?? valueOf('CARGO_BUILD_TARGET');
  const flags = `${valueOf('RUSTFLAGS') ?? ''} ${valueOf('CARGO_BUILD_RUSTFLAGS') ?? ''} ${options.values('--config').join(' ')}`;
  return target === null || /musl|\$|windows|wasm/.test(target ?? '') || /crt-static/.test(flags);
}

/** What the commands of a stage have set so far, and what was below it. */
class Settings {
  hasCompiler: boolean;
  /** `export A=b` and the like in the RUN that is read. */
  private exported = new Map<string, string>();
  /** `go env -w A=b`, which stays. */
  private goSettings: SharedMap<string>;

  constructor(below: Settings | undefined) {
    this.hasCompiler = below?.hasCompiler ?? false;
    this.goSettings = below?.goSettings ?? SharedMap.empty();
  }

  /** A RUN begins. What it installs counts for all of its commands. */
  enter(run: Run): void {
    this.exported = new Map();
    this.hasCompiler ||= (run.command.script?.commands ?? []).some(installsCompiler);
  }

  takeIn(command: ShellCommand): void {
    const isGo = command.name === 'go';
    if (!isGo && command.name !== 'export') return;
    for (const { text } of command.args) {
      const equals = text.indexOf('=');
      if (equals <= 0) continue;
      const [name, value] = [text.slice(0, equals), text.slice(equals + 1)];
      this.exported.set(name, value);
      if (isGo && isGoSetting(command)) this.goSettings = this.goSettings.with(name, value);
    }
  }

  /** What a command sees of a variable: its own assignment, one exported above it, or the scope's. Null: not known. */
  valueOf(run: Run, command: ShellCommand, name: string): string | null | undefined {
    const own = command.assignments.findLast((assignment) => assignment.name === name);
    if (own) return own.value?.text ?? '';
    const exported = this.exported.get(name);
    if (exported !== undefined) return exported;
    const variable = run.scope.variable(name);
    return variable && variable.value === undefined ? null : variable?.value;
  }

  /** Go also has settings of its own, which outlast the RUN. */
  valueForGo(run: Run, command: ShellCommand, name: string): string | null | undefined {
    const isOwn = command.assignments.some((assignment) => assignment.name === name);
    return (isOwn ? undefined : this.goSettings.get(name)) ?? this.valueOf(run, command, name);
  }
}

function installsCompiler({ name, args }: ShellCommand): boolean {
  return /^(?:apk|apt-get|apt|dnf|yum|microdnf)$/.test(name ?? '') && args.some(({ text }) => C_COMPILERS.has(text));
}

/** `go env -w CGO_ENABLED=0` */
function isGoSetting({ name, args }: ShellCommand): boolean {
  return name === 'go' && args[0]?.text === 'env' && args[1]?.text === '-w';
}

/** Where a command puts a program that was built. */
function movedTo(run: Run, command: ShellCommand, built: readonly Place[]): Place[] {
  const paths = command.args.filter(({ text }) => !text.startsWith('-')).map((word) => pathOf(run, command, word));
  const target = paths.at(-1);
  const isMoved = paths.slice(0, -1).some((path) => path !== undefined && built.some((place) => holds(path, place)));
  if (target === undefined || !isMoved) return [];
  return [
    { path: target, isFolder: false },
    { path: target, isFolder: true },
  ];
}

function goPlaces(run: Run, { options, subcommand, packages, command }: PackageCall): Place[] {
  if (subcommand?.text === 'install') {
    const folder = run.scope.variable('GOBIN')?.value ?? `${run.scope.variable('GOPATH')?.value ?? '/root/go'}/bin`;
    const names = packages.map(({ word }) => baseName(word.text.replace(/@.*$/, '')));
    return names.map((name) => ({ path: `${folder}/${name}`, isFolder: name === '.' || name === '...' }));
  }
  const output = options.find('-o', '--o')?.valueWord;
  if (output) return placed(pathOf(run, command, output), output.text.endsWith('/'));
  const folder = changesFolder(run) ? undefined : absolutePath(run.scope, '.');
  const operand = command.args.findLast(({ text }) => !text.startsWith('-'))?.text ?? '';
  // `go build ./cmd/server` names its program after the folder, `go build .` after the module.
  return folder !== undefined && /^\.\/.*\w$/.test(operand)
    ? placed(`${folder}/${baseName(operand)}`, false)
    : placed(folder, true);
}

function placed(path: string | undefined, isFolder: boolean): Place[] {
  return path === undefined ? [] : [{ path, isFolder }];
}

function rustPlaces(settings: Settings, run: Run, { options, subcommand, command }: PackageCall): Place[] {
  if (subcommand?.text === 'install') {
    const root = options.value('--root') ?? run.scope.variable('CARGO_HOME')?.value ?? '/root/.cargo';
    return [{ path: `${root}/bin`, isFolder: true }];
  }
  if (changesFolder(run)) return [];
  const target = options.value('--target-dir') ?? settings.valueOf(run, command, 'CARGO_TARGET_DIR') ?? 'target';
  const folder = absolutePath(run.scope, target);
  const profile = options.value('--profile') ?? (options.has('--release', '-r') ? 'release' : 'debug');
  const triple = options.value('--target');
  return folder === undefined ? [] : placed(`${folder}${triple ? `/${triple}` : ''}/${profile}`, true);
}

/** Whether a stage gets libraries by hand: the loader, `.so` files, or a whole file system. */
export function getsLibraries({ instructions }: Stage): boolean {
  return instructions.some(
    (instruction) =>
      (instruction.keyword === 'COPY' || instruction.keyword === 'ADD') &&
      instruction.sources.some(({ text }) =>
        /(?:^|\/)lib(?:64|32)?(?:\/|$)|\.so(?:[.*]|$)|ld-(?:linux|musl)|^\/+\.?$|\.tar(?:\.|$)|\.t[gx]z$|rootfs/.test(
          text,
        ),
      ),
  );
}
