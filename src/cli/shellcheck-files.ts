/** Starts ShellCheck from its two files. */
import { readFile } from 'node:fs/promises';
import { type Glue, ShellCheck } from '../shellcheck/shellcheck.js';

/** `folder` holds `shellcheck.wasm` and the functions that it imports, and ends in a slash. */
export async function startShellCheck(folder: URL): Promise<ShellCheck> {
  const [bytes, glue] = await Promise.all([
    readFile(new URL('shellcheck.wasm', folder)),
    import(new URL('shellcheck.js', folder).href) as Promise<{ readonly default: Glue }>,
  ]);
  return ShellCheck.start(await WebAssembly.compile(bytes), glue.default);
}
