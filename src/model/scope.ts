/** What holds at an instruction: variables, user, working directory, shell. */
import type { BaseImage, BaseShell } from './images/base-image.js';
import type { Arg, Env } from './instruction.js';
import type { ExecWord } from './syntax/json-form.js';
import type { Word } from './syntax/word.js';

export interface Variable {
  readonly name: string;
  readonly kind: 'ARG' | 'ENV' | 'base' | 'platform';
  /** `null`: set, but to what is not known before the build. `undefined`: declared by ARG without a value. */
  readonly value: string | null | undefined;
  readonly instruction: Arg | Env | undefined;
}

export interface ShellInForce {
  /** The words of SHELL, or of the default. */
  readonly words: readonly string[];
  /** Set by SHELL in this stage or one it is built FROM. */
  readonly exec: readonly ExecWord[] | undefined;
  /** `dash`, `ash`, `bash`, …; undefined where it is not known which program `/bin/sh` is. */
  readonly program: BaseShell | 'zsh' | 'pwsh' | 'other' | undefined;
  /** Its scripts are in the language of sh and bash. */
  readonly isPosix: boolean;
  /** `-o pipefail` among the words. */
  readonly hasPipefail: boolean;
}

export interface Scope {
  /** The variable as the builder sees it here, or undefined where nothing sets it. */
  variable(name: string): Variable | undefined;
  /** The value of a word here; `null` where a part is not known. Unset variables are empty, as for the builder. */
  expand(word: Word): string | null;
  /** USER in force, variables resolved; `null` where it is not known. */
  readonly user: string | null;
  /** The working directory; `null` where it is not known. */
  readonly workdir: string | null;
  /** WORKDIR has been set in this stage or one it is built FROM. */
  readonly hasWorkdir: boolean;
  readonly shell: ShellInForce;
  readonly base: BaseImage | undefined;
}
