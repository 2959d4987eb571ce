/** The scopes of one stage: what its instructions set, over what the stages below and the base image set. */
import type { BuildInput } from './build-input.js';
import type { BaseImage, BaseShell } from './images/base-image.js';
import type { Arg, Env, Instruction, Workdir } from './instruction.js';
import type { Scope, ShellInForce, Variable } from './scope.js';
import { SharedMap } from './shared-map.js';
import type { ExecWord } from './syntax/json-form.js';
import type { Comment } from './syntax/reader.js';
import { expand, type Word } from './syntax/word.js';

/** What a scope knows that no line of its stage sets. */
interface Ground {
  readonly input: BuildInput;
  /** What holds behind the arguments before the first FROM; undefined for these themselves. */
  readonly globals: LineScope | undefined;
  readonly base: BaseImage | undefined;
  /** False before the first FROM and in a fragment. */
  readonly hasBase: boolean;
}

/** Arguments that the builder sets. FROM sees them as they are, a stage only where it declares them. */
export const PLATFORM_ARGUMENT = /^(?:BUILD|TARGET)(?:PLATFORM|OS|OSVERSION|ARCH|VARIANT)$|^TARGETSTAGE$/;
const HADOLINT_SHELL = /^hadolint\s+shell\s*=\s*(\S+)/;
const DEFAULT_PATH = '/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin';

/** What the lines so far have set, those of the stages below included. */
interface Settings {
  readonly variables: SharedMap<Variable>;
  readonly user: string | null | undefined;
  readonly workdir: string | null | undefined;
  /** The words of SHELL, or the program that a comment names. */
  readonly shell: readonly ExecWord[] | string | undefined;
}

const NOTHING_SET: Settings = { variables: SharedMap.empty(), user: undefined, workdir: undefined, shell: undefined };

/** A change of the settings, with a text that is the same for every change to the same. */
interface Setting {
  readonly key: string;
  readonly change: () => Partial<Settings>;
}

/** What holds for a line. Never changed: a line that sets something has another scope behind it. */
export class LineScope implements Scope {
  private knownShell: ShellInForce | undefined;
  private readonly behind = new Map<string, LineScope>();
  private readonly stages = new Map<BaseImage | undefined | 'fragment', LineScope>();

  private constructor(
    private readonly settings: Settings,
    private readonly ground: Ground,
  ) {}

  /** What holds above the first line of a file. */
  static outside(input: BuildInput): LineScope {
    return new LineScope(NOTHING_SET, { input, globals: undefined, base: undefined, hasBase: false });
  }

  /** What holds where a stage begins, on an image or as a fragment without FROM. `this` holds behind the global arguments. */
  inStage(base: BaseImage | undefined | 'fragment'): LineScope {
    const known = this.stages.get(base) ?? this.begin(base);
    this.stages.set(base, known);
    return known;
  }

  private begin(base: BaseImage | undefined | 'fragment'): LineScope {
    const hasBase = base !== 'fragment';
    const { input } = this.ground;
    return new LineScope(
      { ...NOTHING_SET, shell: this.settings.shell },
      { input, globals: this, base: hasBase ? base : undefined, hasBase },
    );
  }

  /** What holds for the instruction below these comments. `isVersion` as for `after`. */
  belowComments(comments: readonly Comment[], isVersion: boolean): LineScope {
    let scope: LineScope = this;
    for (const comment of comments) {
      const shell = HADOLINT_SHELL.exec(comment.text)?.[1];
      if (shell) scope = scope.with({ key: JSON.stringify({ shell }), change: () => ({ shell }) }, isVersion);
    }
    return scope;
  }

  /**
   * What holds behind an instruction. `isVersion`: in another version of the file, where it is the same scope as behind an
   * instruction that set the same.
   */
  after(instruction: Instruction, isVersion: boolean): LineScope {
    const setting = this.settingOf(instruction);
    return setting ? this.with(setting, isVersion) : this;
  }

  private with({ key, change }: Setting, isVersion: boolean): LineScope {
    const known = isVersion ? this.behind.get(key) : undefined;
    const scope = known ?? new LineScope({ ...this.settings, ...change() }, this.ground);
    this.behind.set(key, scope);
    return scope;
  }

  private settingOf(instruction: Instruction): Setting | undefined {
    switch (instruction.keyword) {
      case 'ENV':
      case 'ARG':
        return this.settingOfVariables(instruction);
      case 'USER': {
        const user = instruction.word && this.expand(instruction.word);
        const change = () => (user === undefined ? {} : { user });
        return { key: keyOf('USER', user, instruction.word), change };
      }
      case 'WORKDIR': {
        const workdir = this.resolveWorkdir(instruction);
        return { key: keyOf('WORKDIR', workdir, instruction.word), change: () => ({ workdir }) };
      }
      case 'SHELL': {
        const { exec } = instruction;
        const key = JSON.stringify(['SHELL', exec?.map(({ text }) => text)]);
        return { key, change: () => (exec ? { shell: exec } : {}) };
      }
      default:
        return undefined;
    }
  }

  private settingOfVariables(instruction: Arg | Env): Setting {
    const { keyword, pairs } = instruction;
    const recorded = new Map<string, Variable>();
    for (const { key, value } of pairs) {
      const name = key.text;
      const lookup = (wanted: string) => {
        const sibling = keyword === 'ARG' ? recorded.get(wanted) : undefined;
        return valueOf(sibling ?? this.variable(wanted));
      };
      const written = value && expand(value, lookup);
      const given = keyword === 'ARG' ? this.givenArgument(name, value) : undefined;
      recorded.set(name, { name, kind: keyword, value: given === undefined ? written : given, instruction });
    }
    const keys = pairs.map(({ key, value }) => [key.raw, keyOf(keyword, recorded.get(key.text)?.value, value)]);
    return { key: JSON.stringify(keys), change: () => ({ variables: this.variablesWith(recorded.values()) }) };
  }

  private variablesWith(recorded: Iterable<Variable>): Settings['variables'] {
    let { variables } = this.settings;
    for (const variable of recorded) variables = variables.with(variable.name, variable);
    return variables;
  }

  /** A value for an ARG from outside its line: a build argument, the global default, the platform. */
  private givenArgument(name: string, value: Word | undefined): string | null | undefined {
    const given = this.ground.input.buildArguments?.[name];
    if (given !== undefined) return given;
    if (value) return undefined;
    const inherited = this.ground.globals?.settings.variables.get(name);
    if (inherited) return inherited.value;
    return PLATFORM_ARGUMENT.test(name) ? null : undefined;
  }

  private resolveWorkdir({ word }: Workdir): string | null {
    const path = word ? this.expand(word) : null;
    if (path === null) return null;
    if (/^(?:\/|[A-Za-z]:[\\/])/.test(path)) return normalize(path);
    const current = this.workdir;
    return current === null ? null : normalize(`${current}/${path}`);
  }

  variable(name: string): Variable | undefined {
    const set = this.settings.variables.get(name);
    if (set) return set;
    const fromBase = this.base?.environment?.[name];
    if (fromBase !== undefined) return { name, kind: 'base', value: fromBase, instruction: undefined };
    if (name === 'PATH' && this.ground.hasBase)
      return { name, kind: 'base', value: this.base ? DEFAULT_PATH : null, instruction: undefined };
    return undefined;
  }

  expand(word: Word): string | null {
    return expand(word, (name) => valueOf(this.variable(name)));
  }

  get user(): string | null {
    const { user } = this.settings;
    return user === undefined ? (this.base?.defaultUser ?? null) : user;
  }

  get workdir(): string | null {
    const { workdir } = this.settings;
    if (workdir !== undefined) return workdir;
    return this.base ? (this.base.workdir ?? '/') : null;
  }

  get hasWorkdir(): boolean {
    return this.settings.workdir !== undefined;
  }

  get shell(): ShellInForce {
    this.knownShell ??= shellInForce(this.settings.shell, this.base);
    return this.knownShell;
  }

  get base(): BaseImage | undefined {
    return this.ground.base;
  }
}

/** A value, or how it is written where it is not known. */
function keyOf(keyword: string, value: string | null | undefined, word: Word | undefined): string {
  return JSON.stringify([keyword, value, value === null ? word?.raw : undefined]);
}

/** What `expand` takes for a variable: an ARG that is declared but has no value may be given one. */
function valueOf(variable: Variable | undefined): string | null | undefined {
  return variable && variable.value === undefined ? null : variable?.value;
}

function normalize(path: string): string {
  const isWindows = /^[A-Za-z]:/.test(path);
  if (isWindows) return path;
  const parts: string[] = [];
  for (const part of path.split('/')) {
    if (part === '..') parts.pop();
    else if (part !== '' && part !== '.') parts.push(part);
  }
  return `/${parts.join('/')}`;
}

function shellInForce(set: Settings['shell'], base: BaseImage | undefined): ShellInForce {
  if (set === undefined) return defaultShell(base);
  const words = typeof set === 'string' ? [set, '-c'] : set.map((word) => word.text);
  const program = programOf(words[0] ?? '', base);
  return {
    words,
    exec: typeof set === 'string' ? undefined : set,
    program,
    isPosix: program !== 'pwsh' && program !== 'powershell' && program !== 'cmd' && program !== 'other',
    hasPipefail: words.includes('pipefail'),
  };
}

function defaultShell(base: BaseImage | undefined): ShellInForce {
  const isWindows = base?.distribution === 'windows';
  return {
    words: isWindows ? ['cmd', '/S', '/C'] : ['/bin/sh', '-c'],
    exec: undefined,
    program: isWindows ? 'cmd' : base?.shell === 'none' ? undefined : base?.shell,
    isPosix: !isWindows,
    hasPipefail: false,
  };
}

const PROGRAMS: Record<string, ShellInForce['program']> = {
  bash: 'bash',
  dash: 'dash',
  ash: 'ash',
  busybox: 'ash',
  zsh: 'zsh',
  pwsh: 'pwsh',
  powershell: 'powershell',
  cmd: 'cmd',
};

/** The shell that a SHELL instruction names; `/bin/sh` is what the base says. */
function programOf(path: string, base: BaseImage | undefined): ShellInForce['program'] {
  const name = path
    .toLowerCase()
    .replace(/^.*[\\/]/, '')
    .replace(/\.exe$/, '');
  if (name === 'sh') return base?.shell === 'none' ? undefined : (base?.shell as BaseShell | undefined);
  return PROGRAMS[name] ?? 'other';
}
