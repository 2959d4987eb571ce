/** The scopes of one stage: what its instructions set, over what the stages below and the base image set. */
import type { BuildInput } from './build-input.js';
import type { BaseImage, BaseShell } from './images/base-image.js';
import type { Arg, Env, Instruction, Workdir } from './instruction.js';
import type { Scope, ShellInForce, Variable } from './scope.js';
import { SharedMap } from './shared-map.js';
import type { ExecWord } from './syntax/json-form.js';
import type { Comment } from './syntax/reader.js';
import { expand, type Word } from './syntax/word.js';

interface StageScopeOptions {
  readonly input: BuildInput;
  /** The stage that this one is built FROM. */
  readonly parent: StageScope | undefined;
  /** The arguments before the first FROM; undefined for these themselves. */
  readonly globals: StageScope | undefined;
  readonly base: BaseImage | undefined;
  /** False before the first FROM and in a fragment. */
  readonly hasBase: boolean;
}

/** Arguments that the builder sets. FROM sees them as they are, a stage only where it declares them. */
export const PLATFORM_ARGUMENT = /^(?:BUILD|TARGET)(?:PLATFORM|OS|OSVERSION|ARCH|VARIANT)$|^TARGETSTAGE$/;
const HADOLINT_SHELL = /^hadolint\s+shell\s*=\s*(\S+)/;
const DEFAULT_PATH = '/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin';

/** What the lines so far have set, those of the stages below included. Never changed, only replaced. */
interface Settings {
  readonly variables: SharedMap<Variable>;
  readonly user: string | null | undefined;
  readonly workdir: string | null | undefined;
  /** The words of SHELL, or the program that a comment names. */
  readonly shell: readonly ExecWord[] | string | undefined;
}

export class StageScope {
  private settings: Settings;
  private current: ScopeOf | undefined;

  constructor(private readonly options: StageScopeOptions) {
    const { parent, globals } = options;
    this.settings = parent?.settings ?? {
      variables: SharedMap.empty(),
      user: undefined,
      workdir: undefined,
      shell: globals?.settings.shell,
    };
  }

  /** What holds for the line that comes next. Lines between which nothing is set share it. */
  get here(): Scope {
    this.current ??= new ScopeOf(this.settings, this.options);
    return this.current;
  }

  private set(changed: Partial<Settings>): void {
    this.settings = { ...this.settings, ...changed };
    this.current = undefined;
  }

  /** Takes in what comments say of the instruction below them. */
  recordComments(comments: readonly Comment[]): void {
    for (const comment of comments) {
      const shell = HADOLINT_SHELL.exec(comment.text)?.[1];
      if (shell) this.set({ shell });
    }
  }

  /** Takes in what an instruction changes for those behind it. */
  record(instruction: Instruction): void {
    switch (instruction.keyword) {
      case 'ENV':
      case 'ARG':
        this.recordVariables(instruction);
        return;
      case 'USER':
        if (instruction.word) this.set({ user: this.here.expand(instruction.word) });
        return;
      case 'WORKDIR':
        this.set({ workdir: this.resolveWorkdir(instruction) });
        return;
      case 'SHELL':
        if (instruction.exec) this.set({ shell: instruction.exec });
        return;
      default:
    }
  }

  private recordVariables(instruction: Arg | Env): void {
    const { keyword } = instruction;
    const before = this.here;
    const recorded = new Map<string, Variable>();
    for (const { key, value } of instruction.pairs) {
      const name = key.text;
      const lookup = (wanted: string) => {
        const sibling = keyword === 'ARG' ? recorded.get(wanted) : undefined;
        return valueOf(sibling ?? before.variable(wanted));
      };
      const written = value && expand(value, lookup);
      const given = keyword === 'ARG' ? this.givenArgument(name, value) : undefined;
      recorded.set(name, { name, kind: keyword, value: given === undefined ? written : given, instruction });
    }
    let { variables } = this.settings;
    for (const variable of recorded.values()) variables = variables.with(variable.name, variable);
    this.set({ variables });
  }

  /** A value for an ARG from outside its line: a build argument, the global default, the platform. */
  private givenArgument(name: string, value: Word | undefined): string | null | undefined {
    const given = this.options.input.buildArguments?.[name];
    if (given !== undefined) return given;
    if (value) return undefined;
    const inherited = this.options.globals?.settings.variables.get(name);
    if (inherited) return inherited.value;
    return PLATFORM_ARGUMENT.test(name) ? null : undefined;
  }

  private resolveWorkdir(instruction: Workdir): string | null {
    const scope = this.here;
    const path = instruction.word ? scope.expand(instruction.word) : null;
    if (path === null) return null;
    if (/^(?:\/|[A-Za-z]:[\\/])/.test(path)) return normalize(path);
    const current = scope.workdir;
    return current === null ? null : normalize(`${current}/${path}`);
  }
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

class ScopeOf implements Scope {
  private knownShell: ShellInForce | undefined;

  constructor(
    private readonly settings: Settings,
    private readonly options: StageScopeOptions,
  ) {}

  variable(name: string): Variable | undefined {
    const set = this.settings.variables.get(name);
    if (set) return set;
    const fromBase = this.base?.environment?.[name];
    if (fromBase !== undefined) return { name, kind: 'base', value: fromBase, instruction: undefined };
    if (name === 'PATH' && this.options.hasBase)
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
    return this.options.base;
  }
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
