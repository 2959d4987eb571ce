/**
 * Programs that a stage builds with Go or Rust and that need the C library of the image they were built in: which call
 * builds them, and where they lie afterwards. What can't be known (a path with a variable, a C compiler that may not be
 * there) counts as needing none.
 */
import {
  type Dockerfile,
  lineage,
  type PackageCall,
  type Run,
  type ShellCommand,
  type Stage,
  type StageUse,
  type Word,
} from '../model/index.js';
import { isWithin, pathOf } from './command-paths.js';
import { absolutePath, baseName, changesFolder } from './container-path.js';
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
  const members = [...lineage(stage)].map((member) => buildsOf(context, member));
  const moves = members.flatMap((member) => member.moves);
  return members.flatMap(({ binaries }) =>
    binaries
      .filter(({ binary, built }) => {
        const moved = moves.flatMap(({ run, command }) =>
          run.index < binary.run.index ? [] : movedTo(run, command, built),
        );
        return sources.some((source) => [...built, ...moved].some((place) => holds(source, place)));
      })
      .map(({ binary }) => binary),
  );
}

interface Builds {
  readonly binaries: readonly { readonly binary: LinkedBinary; readonly built: readonly Place[] }[];
  /** `cp`, `mv` and `install`. */
  readonly moves: readonly { readonly run: Run; readonly command: ShellCommand }[];
}

const known = new WeakMap<Stage, Builds>();

/** What a stage itself builds and moves; worked out once. */
function buildsOf(context: RuleContext, stage: Stage): Builds {
  const done = known.get(stage);
  if (done) return done;
  const runs = [...lineage(stage)].flatMap(runsOf);
  const builds: Builds = {
    binaries: runsOf(stage).flatMap((run) =>
      context.packageCallsOf(run).flatMap(({ call }) => {
        const binary = linkedBinary(context.dockerfile, runs, run, call);
        return binary ? [{ binary, built: call.manager === 'go' ? goPlaces(run, call) : rustPlaces(run, call) }] : [];
      }),
    ),
    moves: runsOf(stage).flatMap((run) =>
      (run.command.script?.commands ?? [])
        .filter(({ name }) => ['cp', 'mv', 'install'].includes(name ?? ''))
        .map((command) => ({ run, command })),
    ),
  };
  known.set(stage, builds);
  return builds;
}

function runsOf({ instructions }: Stage): Run[] {
  return instructions.filter((instruction) => instruction.keyword === 'RUN');
}

/** Whether a copied path is a built program, or a folder that it lies in. */
function holds(source: string, { path, isFolder }: Place): boolean {
  if (isFolder) return isWithin(path, source) || source.slice(0, source.lastIndexOf('/')) === path;
  return isWithin(path, source);
}

function linkedBinary(
  dockerfile: Dockerfile,
  runs: readonly Run[],
  run: Run,
  call: PackageCall,
): LinkedBinary | undefined {
  const libc = run.scope.base?.libc;
  if (libc !== 'glibc' && libc !== 'musl') return undefined;
  const verb = call.subcommand?.text ?? '';
  if (call.manager === 'go' && ['build', 'install'].includes(verb)) {
    const isAsked = usesCgo(dockerfile, runs, run, call);
    return isAsked === undefined ? undefined : { language: 'go', call, run, libc, isAsked };
  }
  const isRust = call.manager === 'cargo' && ['build', 'b', 'install'].includes(verb);
  // On musl, Rust links statically by itself.
  return isRust && libc === 'glibc' && !isStaticRust(run, call)
    ? { language: 'rust', call, run, libc, isAsked: false }
    : undefined;
}

const ARCHITECTURE = /^linux\/([a-z0-9]+)/;
const C_COMPILERS = new Set(['gcc', 'g++', 'clang', 'build-base', 'build-essential', 'alpine-sdk']);

/** Whether cgo is on: true where somebody asked for it, false where it is so by itself, undefined where it is off. */
function usesCgo(
  { input }: Dockerfile,
  runs: readonly Run[],
  run: Run,
  { options, command }: PackageCall,
): boolean | undefined {
  const told = environmentOf(runs, run, command, 'CGO_ENABLED');
  const target = environmentOf(runs, run, command, 'GOARCH');
  const system = environmentOf(runs, run, command, 'GOOS');
  const built = ARCHITECTURE.exec(input.platform ?? 'linux/amd64')?.[1];
  const isCross = (system && system !== 'linux') || (target && !target.includes('$') && target !== built);
  const linkerFlags = `${options.value('-ldflags', '--ldflags') ?? ''} ${environmentOf(runs, run, command, 'GOFLAGS') ?? ''}`;
  const isStatic = /-static\b/.test(linkerFlags) || /\bnetgo\b/.test(options.value('-tags', '--tags') ?? '');
  if (isStatic || isCross || told === null || (told !== undefined && told !== '1')) return undefined;
  return hasCompiler(runs, run) ? told === '1' : undefined;
}

/** Without a C compiler, Go switches cgo off. */
function hasCompiler(runs: readonly Run[], run: Run): boolean {
  if (run.scope.base?.tools?.has('gcc')) return true;
  return commandsAbove(runs, run).some(
    ({ name, args }) =>
      /^(?:apk|apt-get|apt|dnf|yum|microdnf)$/.test(name ?? '') && args.some(({ text }) => C_COMPILERS.has(text)),
  );
}

function isStaticRust(run: Run, { options, command }: PackageCall): boolean {
  const valueOf = (name: string) => environmentOf([], run, command, name);
  const target = options.value('--target') ?? valueOf('CARGO_BUILD_TARGET');
  const flags = `${valueOf('RUSTFLAGS') ?? ''} ${valueOf('CARGO_BUILD_RUSTFLAGS') ?? ''} ${options.values('--config').join(' ')}`;
  return target === null || /musl|\$|windows|wasm/.test(target ?? '') || /crt-static/.test(flags);
}

/** What a command sees of a variable: its own assignment, one exported or set above it, or the scope's. Null: not known. */
function environmentOf(runs: readonly Run[], run: Run, command: ShellCommand, name: string): string | null | undefined {
  const own = command.assignments.findLast((assignment) => assignment.name === name);
  if (own) return own.value?.text ?? '';
  const set = [...commandsAbove([run], run), ...commandsAbove(runs, run).filter(isGoSetting)]
    .filter(({ at, name: program }) => at.start < command.at.start && (program === 'export' || program === 'go'))
    .flatMap(({ args }) => args.map(({ text }) => text))
    .findLast((text) => text.startsWith(`${name}=`));
  if (set !== undefined) return set.slice(name.length + 1);
  const variable = run.scope.variable(name);
  return variable && variable.value === undefined ? null : variable?.value;
}

/** `go env -w CGO_ENABLED=0` */
function isGoSetting({ name, args }: ShellCommand): boolean {
  return name === 'go' && args[0]?.text === 'env' && args[1]?.text === '-w';
}

/** The commands of a RUN and of those above it, in their order. */
function commandsAbove(runs: readonly Run[], run: Run): ShellCommand[] {
  return [...runs]
    .filter(({ index }) => index <= run.index)
    .sort((one, other) => one.index - other.index)
    .flatMap(({ command }) => command.script?.commands ?? []);
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

function rustPlaces(run: Run, { options, subcommand, command }: PackageCall): Place[] {
  if (subcommand?.text === 'install') {
    const root = options.value('--root') ?? run.scope.variable('CARGO_HOME')?.value ?? '/root/.cargo';
    return [{ path: `${root}/bin`, isFolder: true }];
  }
  if (changesFolder(run)) return [];
  const target = options.value('--target-dir') ?? environmentOf([], run, command, 'CARGO_TARGET_DIR') ?? 'target';
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
