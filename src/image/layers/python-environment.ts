/** `python3 -m venv FOLDER`. */
import { pathOf } from '../files/command-paths.js';
import { environmentSize } from '../languages/index.js';
import { type Doing, writesUnknown } from './effect.js';
import type { StageState } from './stage-state.js';

/** Whether a command makes a virtual environment. */
export function isEnvironmentMade({ command: { name = '', args } }: Pick<Doing, 'command'>): boolean {
  return /^python[\d.]*$/.test(name) && args[0]?.text === '-m' && args[1]?.text === 'venv';
}

export function makeEnvironment({ run, command, files, text }: Doing, { languages }: StageState): void {
  const rest = command.args.slice(2);
  const folder = rest.find((word) => !word.text.startsWith('-'));
  const path = folder && pathOf(run, command, folder);
  if (path === undefined) {
    writesUnknown({ run, files, text }, undefined);
    return;
  }
  const { runtime } = run.scope.base ?? {};
  const python = runtime?.name === 'python' ? runtime.version : undefined;
  const size = environmentSize(languages.tables.pypi, python, !rest.some((word) => word.text === '--without-pip'));
  const what = 'a virtual environment of Python';
  files.add({ path, place: 'path', isFolder: true, size, key: `${what} in ${path}`, what });
}
