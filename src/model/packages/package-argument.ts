/** Reads the word that names a package: what kind of thing it names, and which version. */
import type { ShellWord } from '../shell/script.js';
import type { PackageArgument, PackageKind } from './package-call.js';

export interface NameGrammar {
  /** Between name and version, as the source of a regular expression with one alternative per operator. */
  readonly operator: RegExp;
  /** Endings of package files. */
  readonly files: RegExp;
  /** Whether a version says which one; without it any version does. */
  isPinning?(operator: string, version: string): boolean;
  /** Takes architecture or extras off the name. */
  trimName?(name: string): string;
}

/** Reads a word by a grammar. */
export function readPackage(word: ShellWord, grammar: NameGrammar): PackageArgument {
  const place = kindOfPlace(word.text, grammar.files);
  if (place) return placeArgument(word, place);
  const { name, operator, version } = splitVersion(word.text, grammar.operator);
  const isPinning = grammar.isPinning ?? (() => true);
  return {
    at: word.at,
    word,
    name: grammar.trimName?.(name) ?? name,
    operator,
    version,
    kind: hasExpansion(name) ? 'variable' : 'name',
    isPinned: operator !== undefined && version !== undefined && isPinning(operator, version),
  };
}

/** A file, folder, address or repository. */
export function placeArgument(word: ShellWord, kind: PackageKind): PackageArgument {
  const reference = kind === 'git' ? gitReference(word.text) : undefined;
  return {
    at: word.at,
    word,
    name: word.text,
    operator: reference?.operator,
    version: reference?.version,
    kind,
    isPinned: kind !== 'git' || reference !== undefined,
  };
}

/** The same package, with a version that an option names: gem's `-v`. */
export function withVersion(argument: PackageArgument, operator: string, version: string): PackageArgument {
  return argument.version === undefined ? { ...argument, operator, version, isPinned: true } : argument;
}

const GIT = /^(git(\+|:\/\/|@[^:]+:)|(github|gitlab|bitbucket|gist):|ssh:\/\/)|\.git([#@].*)?$/;
const ADDRESS = /^[a-z][a-z0-9+.-]*:\/\//i;
const PATH = /^(file:|\.{0,2}\/|~\/|\.{1,2}(\[.*\])?$)/;

function kindOfPlace(text: string, files: RegExp): PackageKind | undefined {
  if (GIT.test(text)) return 'git';
  if (ADDRESS.test(text)) return 'url';
  if (files.test(text)) return 'file';
  if (PATH.test(text)) return 'folder';
  return undefined;
}

/** `#v1` of npm, `@v1` of pip behind the path: `git+https://host/x.git@v1`, not the `@` of `git@host:x`. */
function gitReference(text: string): { operator: string; version: string } | undefined {
  const found =
    /(#)([^#&]+)$/.exec(text.replace(/#(egg|subdirectory)=.*$/, '')) ?? /[^/:]+\/[^@]*(@)([^@/#]+)(#.*)?$/.exec(text);
  return found ? { operator: found[1] as string, version: found[2] as string } : undefined;
}

export function hasExpansion(text: string): boolean {
  return /[$`]/.test(text);
}

/** Expansions are blanked to `\0`, so that the `=` of `${A:-b=c}` is no operator. */
export function maskExpansions(text: string): string {
  return text.replace(/\$\{[^}]*\}|\$\([^)]*\)|\$\w+|`[^`]*`/g, (found) => '\0'.repeat(found.length));
}

function splitVersion(
  text: string,
  operator: RegExp,
): { name: string; operator: string | undefined; version: string | undefined } {
  const found = operator.exec(maskExpansions(text));
  // An operator at the start is none: `@scope/name`.
  if (!found || found.index === 0) return { name: text, operator: undefined, version: undefined };
  const from = found.index + found[0].length;
  return { name: text.slice(0, found.index), operator: found[0], version: text.slice(from) };
}
