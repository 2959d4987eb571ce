/** What a call of a package manager says: the types that rules read. */
import type { ShellCommand, ShellWord } from '../shell/script.js';
import type { Span } from '../span.js';
import type { OptionLookup } from './options.js';

export type Manager =
  | 'apt'
  | 'apk'
  | 'dnf'
  | 'yum'
  | 'microdnf'
  | 'zypper'
  | 'pacman'
  | 'pip'
  | 'uv'
  | 'poetry'
  | 'pipenv'
  | 'npm'
  | 'pnpm'
  | 'yarn'
  | 'bun'
  | 'gem'
  | 'bundler'
  | 'composer'
  | 'go'
  | 'cargo'
  | 'maven'
  | 'gradle'
  | 'dotnet';

/**
 * What a call does. `install` is packages or the project's dependencies; `run-script` runs a script or program of the
 * project by name; `start` starts the project.
 */
export type Action =
  | 'install'
  | 'update-index'
  | 'upgrade'
  | 'dist-upgrade'
  | 'remove'
  | 'clean-cache'
  | 'run-script'
  | 'build'
  | 'start'
  | 'config'
  | 'other';

/** `variable`: the name comes from a variable or a substitution, so it isn't known which package it is, or how many. */
export type PackageKind = 'name' | 'file' | 'folder' | 'url' | 'git' | 'variable';

/** A word that says what to install (or to remove, to upgrade). */
export interface PackageArgument {
  readonly at: Span;
  readonly word: ShellWord;
  /** Without version, architecture and extras: `requests` for `requests[socks]==2.32.3`. The whole text where it is no name. */
  readonly name: string;
  /** The text behind the operator: `2.32.3`, `^1.2`, `latest`, `$VERSION`, a git reference. */
  readonly version: string | undefined;
  /** What stands between name and version: `=`, `==`, `>=`, `~`, `@`, `:`, `/` (a release of apt), `#`. */
  readonly operator: string | undefined;
  readonly kind: PackageKind;
  /**
   * A version, or a range with an upper end. `>=1` and moving tags (`latest`) are not. Files, folders and addresses
   * count as pinned, as does a variable version; a variable name does not.
   */
  readonly isPinned: boolean;
}

/** One call of a package manager. */
export interface PackageCall {
  readonly manager: Manager;
  /** As called, without folder and options: `apt-get`, `aptitude`, `pip3`, `python3 -m pip`, `uv pip`, `./mvnw` is `mvnw`. */
  readonly tool: string;
  readonly toolAt: Span;
  readonly action: Action;
  /** The word that names the action: `install`, `-S` of pacman. The second word where there are two (`mod download`). */
  readonly subcommand: ShellWord | undefined;
  readonly packages: readonly PackageArgument[];
  /** Installs what the project's manifest or lock file names: `npm ci`, `pip install -r …`, `pip install .`, `go mod download`. */
  readonly installsProject: boolean;
  readonly options: OptionLookup;
  readonly command: ShellCommand;
  /** Offset behind tool and subcommand: where a flag can be inserted, after a space. */
  readonly flagsAt: number;

  /** Does not ask. Always true of managers that never ask. */
  readonly assumesYes: boolean;
  /** Leaves recommended (weak) packages out; undefined where the manager has none. */
  readonly skipsRecommended: boolean | undefined;
  /** Keeps no downloads, by its own flags or assignments. The scope's environment: see `cacheSkippedBy`. */
  readonly skipsCache: boolean;
  /**
   * Leaves development dependencies out, by its own flags or assignments, or because this manager does so by itself.
   * The scope's environment: see `developmentOmittedBy`.
   */
  readonly omitsDevelopment: boolean;
  /** Insists on the lock file (`npm ci`, `--frozen-lockfile`, `--locked`); undefined where the call has none to keep to. */
  readonly isLocked: boolean | undefined;
  /** Installs for the whole system or user and not into the project: `npm i -g`, `cargo install`, `composer global require`. */
  readonly isGlobal: boolean;
  /** The script or program of `run-script`, `start` or `build`: `build` for `npm run build`, `start` for `npm start`. */
  readonly script: string | undefined;
  /** The name of apk's `--virtual`. */
  readonly virtualName: ShellWord | undefined;
  readonly isVirtual: boolean;
  /** Files named as manifest: the values of pip's `-r`, maven's `-f`, the project files of dotnet. */
  readonly manifestArguments: readonly ShellWord[];
  /** Where it works, if it is told: npm's `--prefix`, `-C`, `--cwd`, composer's `--working-dir`. */
  readonly folder: ShellWord | undefined;
}
