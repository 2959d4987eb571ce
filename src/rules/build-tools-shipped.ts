import { indexOf } from '../image/files/index-refresh.js';
import {
  lineage,
  type PackageArgument,
  type PackageCall,
  type Run,
  type ShellCommand,
  type Stage,
} from '../model/index.js';
import type { RuleContext } from './context.js';
import { code, codes, text } from './message.js';
import { defineRule } from './rule.js';
import { isOnSdkImage } from './sdk-image.js';
import { isForDevelopment, isToolbox } from './stage-purpose.js';

export const buildToolsShipped = defineRule({
  id: 'build-tools-shipped',
  topic: 'multi-stage',
  stages: 'final',
  severity: 'warning',
  variants: { packages: {}, 'base-image': {}, 'virtual-packages': {} },
  summary: 'Leave compilers and headers in a build stage.',

  *find(context) {
    for (const stage of context.stages) {
      if (isForDevelopment(stage)) continue;
      const weight = isToolbox(stage, context) ? ({ severity: 'info' } as const) : {};
      if (isOnSdkImage(stage)) {
        const { at, name } = stage.baseReference ?? {};
        const runtime = stage.base?.smallerVariants[0]?.reference;
        if (at && name) yield { ...weight, variant: 'base-image', at, names: [name.text], runtime };
      } else
        for (const found of toolsInstalled(stage, context))
          yield {
            ...weight,
            ...(isTaskRunner(found.names) && { severity: 'info' as const }),
            ...found,
            runtime: undefined,
          };
    }
  },

  explain({ variant, names, runtime }) {
    const todo = text`Build in a stage of its own, and copy the result from it.`;
    if (variant === 'base-image')
      return {
        what: text`The image that ships is built on ${codes(names)}, a development kit.`,
        why: text`Compilers and tools go along with the program, which usually needs none of them once it is built.`,
        todo: runtime ? text`Build on it in a stage of its own, and copy the result onto ${code(runtime)}.` : todo,
      };
    if (variant === 'virtual-packages')
      return {
        what: text`No later command of this stage deletes the virtual package ${codes(names)}.`,
        why: text`A virtual package is a handle to delete packages by; without that, what it installed stays in the image.`,
        todo: text`Run ${code(`apk del ${names[0] ?? ''}`)} at the end of the same RUN, or build in a stage of its own.`,
      };
    return {
      what: text`The image that ships contains ${codes(names)}.`,
      why: text`Compilers and headers are for building; in the image they cost space and give an intruder tools.`,
      todo: text`${todo} Or remove them at the end of the same RUN.`,
    };
  },
});

/** Packages that build programs, by their names in Debian, Alpine, Fedora, SUSE and Arch. */
const NAMES = new Set([
  ...[
    'build-essential',
    'build-base',
    'alpine-sdk',
    'base-devel',
    'dpkg-dev',
    'development tools',
    'development-tools',
  ],
  ...['make', 'cmake', 'meson', 'ninja', 'ninja-build', 'scons', 'autoconf', 'automake', 'libtool', 'bison', 'flex'],
  ...['pkg-config', 'pkgconf', 'pkgconfig', 'nasm', 'yasm', 'gfortran', 'gcc-c++', 'gcc-gfortran', 'libc6-dev'],
  ...[
    'cargo',
    'rust',
    'rustc',
    'rustup',
    'go',
    'golang',
    'golang-go',
    'maven',
    'gradle',
    'default-jdk',
    'default-jdk-headless',
  ],
]);
const PATTERNS =
  /^(gcc|g\+\+|clang|llvm|gfortran|golang)-?\d[\d.]*(-go)?$|^(gcc|g\+\+|clang|llvm)$|-(dev|devel|headers)$|^linux-headers|^openjdk-?\d+(-jdk.*)?$/;
const BUILD_GROUP = /^\.?(build|phpize|compile)|[-.]build|build-?deps/;

const DISTRIBUTIONS = new Set(['apt', 'apk', 'dnf', 'yum', 'microdnf', 'zypper', 'pacman']);

function isBuildPackage({ name, kind }: PackageArgument): boolean {
  const plain = name.toLowerCase().replace(/^@/, '');
  return kind === 'name' && (NAMES.has(plain) || PATTERNS.test(plain));
}

/** `make` without a compiler runs tasks. */
function isTaskRunner(names: readonly string[]): boolean {
  return names.length === 1 && names[0] === 'make';
}

interface Installed {
  readonly call: PackageCall;
  readonly command: ShellCommand;
  readonly run: Run;
}

/** Build packages that no later command of the image removes. */
function* toolsInstalled(stage: Stage, { packageCallsOf }: RuleContext) {
  const runs = [...lineage(stage)]
    .reverse()
    .flatMap(({ instructions }) => instructions.filter((one) => one.keyword === 'RUN'));
  const calls = runs.flatMap((run) => packageCallsOf(run).map((called): Installed => ({ ...called, run })));
  const removals = new Removals(calls);
  for (const one of calls) {
    if (one.call.action !== 'install' || !DISTRIBUTIONS.has(one.call.manager)) continue;
    const { virtualName, packages } = one.call;
    if (virtualName) {
      const isForBuilding = packages.some(isBuildPackage) || BUILD_GROUP.test(virtualName.text);
      if (isForBuilding && !removals.takeAway(virtualName.text, one))
        yield { variant: 'virtual-packages', at: virtualName.at, names: [virtualName.text] } as const;
      continue;
    }
    const kept = packages.filter((argument) => isBuildPackage(argument) && !removals.takeAway(argument.name, one));
    const [first] = kept;
    if (first) yield { variant: 'packages', at: first.at, names: [...new Set(kept.map(({ name }) => name))] } as const;
  }
}

/** What the image's commands remove, and where they do it for the last time. */
class Removals {
  private readonly byName = new Map<string, number>();
  private readonly patterns = new Map<string, number>();
  /** RUNs that remove what a variable names, or what `apt-mark auto` made superfluous. */
  private readonly unseen = new Map<Run, number>();

  constructor(calls: readonly Installed[]) {
    for (const { call, command, run } of calls) {
      if (call.action !== 'remove') continue;
      const isMarked = (run.command.script?.commands ?? []).some(({ name }) => name === 'apt-mark');
      if (isMarked || call.packages.some(({ kind }) => kind === 'variable')) this.unseen.set(run, command.at.start);
      for (const { name } of call.packages)
        (name.includes('*') ? this.patterns : this.byName).set(`${indexOf(call.manager)} ${name}`, command.at.start);
    }
  }

  takeAway(name: string, { call, command, run }: Installed): boolean {
    const key = `${indexOf(call.manager)} ${name}`;
    const isLater = (place: number | undefined) => place !== undefined && place > command.at.start;
    if (isLater(this.byName.get(key)) || isLater(this.unseen.get(run))) return true;
    return [...this.patterns].some(([pattern, place]) => isLater(place) && isGlobOf(pattern, key));
  }
}

/** `'*-dev'`, `gcc*` */
function isGlobOf(pattern: string, name: string): boolean {
  const [head = '', tail = ''] = pattern.split('*');
  return name.startsWith(head) && name.endsWith(tail);
}
