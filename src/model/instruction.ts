/** What each instruction says. One type per instruction of the Dockerfile reference, told apart by `keyword`. */
import type { Mount } from './mount.js';
import type { Scope } from './scope.js';
import type { Script } from './shell/script.js';
import type { Span } from './span.js';
import type { Stage } from './stage.js';
import type { Heredoc } from './syntax/heredoc.js';
import type { ExecWord } from './syntax/json-form.js';
import type { Comment } from './syntax/reader.js';
import type { Word } from './syntax/word.js';

/** A flag such as `--from=build`. */
export interface Flag {
  /** Without dashes, lower case. */
  readonly name: string;
  /** Undefined for a flag without `=`, such as `--link`. */
  readonly value: Word | undefined;
  readonly at: Span;
}

interface InstructionBase {
  /** Position in the file, counted from 0; ONBUILD triggers have that of their ONBUILD. */
  readonly index: number;
  /** The text in which all its places are: the file's, or that of another version with the same words (`parseVersion`). */
  readonly fileText: string;
  /** From the keyword to the end, heredocs included. */
  readonly at: Span;
  readonly keywordAt: Span;
  /** The keyword as written. */
  readonly keywordText: string;
  /** What follows keyword and flags on the instruction's own lines; empty span where nothing does. */
  readonly argumentsAt: Span;
  readonly flags: readonly Flag[];
  readonly heredocs: readonly Heredoc[];
  readonly commentsAbove: readonly Comment[];
  readonly commentsInside: readonly Comment[];
  /** Blank lines between its continuation lines. */
  readonly blankContinuations: readonly Span[];
  /** A ` # …` behind the arguments: no comment, but part of them. Never set for RUN, CMD, … in shell form, where the shell drops it. */
  readonly trailingCommentAt: Span | undefined;
  /** The stage it stands in; undefined for ARG before the first FROM. */
  readonly stage: Stage | undefined;
  /** What holds where it stands. */
  readonly scope: Scope;
  /** The ONBUILD whose trigger this is. */
  readonly onbuild: Onbuild | undefined;
}

export interface From extends InstructionBase {
  readonly keyword: 'FROM';
  readonly image: Word | undefined;
  readonly as: { readonly asAt: Span; readonly asText: string; readonly name: Word } | undefined;
}

/** A command: CMD, ENTRYPOINT, RUN and HEALTHCHECK take one. Versions of a file share those that stand in the same scope. */
export interface CommandLine {
  readonly form: 'exec' | 'shell';
  /** The elements of the exec form. */
  readonly exec: readonly ExecWord[] | undefined;
  /** The commands inside; undefined where they can't be seen (PowerShell, cmd, another interpreter, an empty command). */
  readonly script: Script | undefined;
  /** Its text in the file, without flags. */
  readonly at: Span;
}

export interface Run extends InstructionBase, CommandSource {
  readonly keyword: 'RUN';
  readonly mounts: readonly Mount[];
}

interface CommandSource {
  readonly command: CommandLine;
}

export interface Cmd extends InstructionBase, CommandSource {
  readonly keyword: 'CMD';
}

export interface Entrypoint extends InstructionBase, CommandSource {
  readonly keyword: 'ENTRYPOINT';
}

export interface Healthcheck extends InstructionBase {
  readonly keyword: 'HEALTHCHECK';
  readonly type: 'CMD' | 'NONE' | undefined;
  readonly command: CommandLine | undefined;
}

interface CopyBase extends InstructionBase {
  /** Files, folders, URLs and images' paths; heredocs are in `heredocs`. */
  readonly sources: readonly Word[];
  readonly destination: Word | undefined;
}

export interface Copy extends CopyBase {
  readonly keyword: 'COPY';
  /** Of `--from=`: a stage, an image or a named context. */
  readonly from: Word | undefined;
}

export interface Add extends CopyBase {
  readonly keyword: 'ADD';
}

export interface KeyValue {
  readonly at: Span;
  readonly key: Word;
  /** Undefined for an ARG without a default, or a pair that BuildKit refuses. */
  readonly value: Word | undefined;
  /** Written `KEY value`. */
  readonly isLegacy: boolean;
}

export interface Env extends InstructionBase {
  readonly keyword: 'ENV';
  readonly pairs: readonly KeyValue[];
}

export interface Label extends InstructionBase {
  readonly keyword: 'LABEL';
  readonly pairs: readonly KeyValue[];
}

export interface Arg extends InstructionBase {
  readonly keyword: 'ARG';
  readonly pairs: readonly KeyValue[];
}

/** An instruction whose arguments are one word, blanks included. */
interface OneWord<Keyword extends string> extends InstructionBase {
  readonly keyword: Keyword;
  readonly word: Word | undefined;
}

export type User = OneWord<'USER'>;
export type Workdir = OneWord<'WORKDIR'>;
export type StopSignal = OneWord<'STOPSIGNAL'>;
export type Maintainer = OneWord<'MAINTAINER'>;

export interface Expose extends InstructionBase {
  readonly keyword: 'EXPOSE';
  readonly ports: readonly Word[];
}

export interface Volume extends InstructionBase {
  readonly keyword: 'VOLUME';
  readonly paths: readonly Word[];
}

export interface Shell extends InstructionBase {
  readonly keyword: 'SHELL';
  readonly exec: readonly ExecWord[] | undefined;
}

export interface Onbuild extends InstructionBase {
  readonly keyword: 'ONBUILD';
  readonly trigger: Instruction | undefined;
}

export interface Unknown extends InstructionBase {
  readonly keyword: 'unknown';
}

export type Instruction =
  | From
  | Run
  | Cmd
  | Entrypoint
  | Healthcheck
  | Copy
  | Add
  | Env
  | Label
  | Arg
  | User
  | Workdir
  | StopSignal
  | Maintainer
  | Expose
  | Volume
  | Shell
  | Onbuild
  | Unknown;

export type Keyword = Exclude<Instruction['keyword'], 'unknown'>;
export type InstructionOf<K extends Instruction['keyword']> = Extract<Instruction, { keyword: K }>;

export const KEYWORDS: readonly Keyword[] = [
  'ADD',
  'ARG',
  'CMD',
  'COPY',
  'ENTRYPOINT',
  'ENV',
  'EXPOSE',
  'FROM',
  'HEALTHCHECK',
  'LABEL',
  'MAINTAINER',
  'ONBUILD',
  'RUN',
  'SHELL',
  'STOPSIGNAL',
  'USER',
  'VOLUME',
  'WORKDIR',
];
