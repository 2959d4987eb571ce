/** The scopes of one stage: what its instructions set, over what the stages below and the base image set. */
import type { BuildInput } from './build-input.js';
import type { BaseImage, BaseShell } from './images/base-image.js';
import type { Arg, Env, Instruction, Workdir } from './instruction.js';
import { type Scope, type ShellInForce, Timeline, type Variable } from './scope.js';
import type { ExecWord } from './syntax/json-form.js';
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

/** Set by the builder, with or without a declaration, but never visible without one. */
const PLATFORM_ARGUMENT = /^(?:BUILD|TARGET)(?:PLATFORM|OS|OSVERSION|ARCH|VARIANT)$|^TARGETSTAGE$/;
const HADOLINT_SHELL = /^hadolint\s+shell\s*=\s*(\S+)/;
const LAST = Number.POSITIVE_INFINITY;
const DEFAULT_PATH = '/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin';

export class StageScope {
  private readonly variables = new Timeline<Variable>();
  private readonly settings = new Timeline<string | null>();
  private readonly shells = new Timeline<readonly ExecWord[] | string>();

  constructor(private readonly options: StageScopeOptions) {}

  at(index: number): Scope {
    return new ScopeAt(this, index);
  }

  /** Takes in what an instruction changes for those behind it. */
  record(instruction: Instruction): void {
    const { index } = instruction;
    for (const comment of instruction.commentsAbove) {
      const shell = HADOLINT_SHELL.exec(comment.text)?.[1];
      if (shell) this.shells.set('shell', index - 1, shell);
    }
    switch (instruction.keyword) {
      case 'ENV':
      case 'ARG':
        this.recordVariables(instruction);
        return;
      case 'USER':
        if (instruction.word) this.settings.set('user', index, this.at(index).expand(instruction.word));
        return;
      case 'WORKDIR':
        this.settings.set('workdir', index, this.resolveWorkdir(instruction));
        return;
      case 'SHELL':
        if (instruction.exec) this.shells.set('shell', index, instruction.exec);
        return;
      default:
    }
  }

  private recordVariables(instruction: Arg | Env): void {
    const { index, keyword } = instruction;
    const before = this.at(index);
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
    for (const variable of recorded.values()) this.variables.set(variable.name, index, variable);
  }

  /** A value for an ARG from outside its line: a build argument, the global default, the platform. */
  private givenArgument(name: string, value: Word | undefined): string | null | undefined {
    const given = this.options.input.buildArguments?.[name];
    if (given !== undefined) return given;
    if (value) return undefined;
    const inherited = this.options.globals?.variableBefore(name, LAST);
    if (inherited) return inherited.value;
    return PLATFORM_ARGUMENT.test(name) ? null : undefined;
  }

  private resolveWorkdir(instruction: Workdir): string | null {
    const scope = this.at(instruction.index);
    const path = instruction.word ? scope.expand(instruction.word) : null;
    if (path === null) return null;
    if (/^(?:\/|[A-Za-z]:[\\/])/.test(path)) return normalize(path);
    const current = scope.workdir;
    return current === null ? null : normalize(`${current}/${path}`);
  }

  variableBefore(name: string, index: number): Variable | undefined {
    const own = this.variables.before(name, index);
    if (own) return own;
    if (this.options.parent) return this.options.parent.variableBefore(name, LAST);
    const fromBase = this.options.base?.environment?.[name];
    if (fromBase !== undefined) return { name, kind: 'base', value: fromBase, instruction: undefined };
    if (name === 'PATH' && this.options.hasBase)
      return { name, kind: 'base', value: this.options.base ? DEFAULT_PATH : null, instruction: undefined };
    return undefined;
  }

  *names(): Iterable<string> {
    yield* this.variables.keys();
    if (this.options.parent) yield* this.options.parent.names();
    else yield* Object.keys(this.options.base?.environment ?? {});
  }

  settingBefore(key: 'user' | 'workdir', index: number): string | null | undefined {
    const own = this.settings.before(key, index);
    return own === undefined ? this.options.parent?.settingBefore(key, LAST) : own;
  }

  shellBefore(index: number): readonly ExecWord[] | string | undefined {
    return (
      this.shells.before('shell', index) ??
      this.options.parent?.shellBefore(LAST) ??
      this.options.globals?.shellBefore(LAST)
    );
  }

  get base(): BaseImage | undefined {
    return this.options.base;
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

class ScopeAt implements Scope {
  constructor(
    private readonly stage: StageScope,
    private readonly index: number,
  ) {}

  variable(name: string): Variable | undefined {
    return this.stage.variableBefore(name, this.index);
  }

  expand(word: Word): string | null {
    return expand(word, (name) => valueOf(this.variable(name)));
  }

  get variableNames(): Iterable<string> {
    return this.stage.names();
  }

  get user(): string | null {
    const setting = this.stage.settingBefore('user', this.index);
    return setting === undefined ? (this.stage.base?.defaultUser ?? null) : setting;
  }

  get workdir(): string | null {
    const setting = this.stage.settingBefore('workdir', this.index);
    if (setting !== undefined) return setting;
    const { base } = this.stage;
    return base ? (base.workdir ?? '/') : null;
  }

  get hasWorkdir(): boolean {
    return this.stage.settingBefore('workdir', this.index) !== undefined;
  }

  get shell(): ShellInForce {
    const set = this.stage.shellBefore(this.index);
    const { base } = this.stage;
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

  get base(): BaseImage | undefined {
    return this.stage.base;
  }
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
