/**
 * ShellCheck itself, compiled to WebAssembly. It is a program of its own under its own licence (see NOTICE): a file that
 * is fetched when somebody wants it, and no part of ours. Loaded here and not by its package, whose loader leaves out
 * the module's `_initialize`, without which it dies at its first garbage collection.
 */
import { ConsoleStdout, File, OpenFile, WASI } from '@bjorn3/browser_wasi_shim';
import type { ShellNote, ShellScript } from '../model/index.js';
import { type CheckedText, withVariables } from './checked-text.js';

/** Makes the functions that the module imports; a file of the package, made by its compiler. */
export type Glue = (exports: WebAssembly.Exports) => WebAssembly.ModuleImports;

/** What the module says of a script; lines and columns from 1, columns in characters, with tab stops of 8. */
export interface Comment {
  readonly line: number;
  readonly column: number;
  readonly endLine: number;
  readonly endColumn: number;
  readonly code: number;
  readonly severity: ShellNote['severity'];
  readonly message: string;
  readonly fix?: { readonly replacements: readonly Replacement[] };
}

interface Replacement {
  readonly startLine: number;
  readonly startColumn: number;
  readonly endLine: number;
  readonly endColumn: number;
  readonly text: string;
}

interface Exports extends WebAssembly.Exports {
  readonly hs_init: (argumentCount: number, argumentsAt: number) => void;
  readonly lintWithOptions: (script: string, options: string) => Promise<string>;
}

/** Files that a script sources are not there, and a heredoc needs no `#!`. */
const EXCLUDED = [1090, 1091, 2148];

export class ShellCheck {
  private constructor(private readonly exports: Exports) {}

  /** Starts a compiled module. */
  static async start(module: WebAssembly.Module, glue: Glue): Promise<ShellCheck> {
    const exports = {} as Exports;
    const wasi = new WASI([], [], [new OpenFile(new File([])), silent(), silent()], { debug: false });
    const instance = await WebAssembly.instantiate(module, {
      ghc_wasm_jsffi: glue(exports),
      wasi_snapshot_preview1: wasi.wasiImport,
    });
    Object.assign(exports, instance.exports);
    wasi.initialize(instance as Parameters<WASI['initialize']>[0]);
    exports.hs_init(0, 0);
    return new ShellCheck(exports);
  }

  /** What ShellCheck says of a script. */
  async check({ text, dialect, variables }: ShellScript): Promise<readonly ShellNote[]> {
    const checked = withVariables(text, variables);
    const options = { shell: dialect, exclude: EXCLUDED };
    const answer = await this.exports.lintWithOptions(checked.source, JSON.stringify(options));
    const comments: unknown = JSON.parse(answer);
    if (!Array.isArray(comments)) throw new Error(`ShellCheck answered ${answer}`);
    return (comments as readonly Comment[]).flatMap((comment) => noteOf(comment, checked) ?? []);
  }
}

/** Its own output is of no use to anybody here. */
function silent(): ConsoleStdout {
  return ConsoleStdout.lineBuffered(() => undefined);
}

function noteOf(comment: Comment, checked: CheckedText): ShellNote | undefined {
  const { code, severity, message, line, column, endLine, endColumn, fix } = comment;
  const start = checked.offsetOf(line, column);
  const end = checked.offsetOf(endLine, endColumn);
  if (start === undefined || end === undefined) return undefined;
  const edits = fix?.replacements.flatMap((one) => {
    const from = checked.offsetOf(one.startLine, one.startColumn);
    const to = checked.offsetOf(one.endLine, one.endColumn);
    return from === undefined || to === undefined ? [] : { start: from, end: to, text: one.text };
  });
  const isWhole = edits && edits.length === fix?.replacements.length;
  return { code: `SC${code}`, severity, message, start, end, edits: isWhole ? edits : undefined };
}
