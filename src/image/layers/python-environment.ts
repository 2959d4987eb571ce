/** `python3 -m venv FOLDER`. */
import { pathOf } from '../files/command-paths.js';
import { environmentSize } from '../languages/index.js';
import { type Doing, writesUnknown } from './effect.js';
import type { StageState } from './stage-state.js';

/** Stores a virtual environment; false: the command makes none. */
export function makesEnvironment({ run, command, files, text }: Doing, { languages }: StageState): boolean {
  const [flag, module, ...rest] = command.args;
  if (!/^python[\d.]*$/.test(command.name ?? '') || flag?.text !== '-m' || module?.text !== 'venv') return false;
  const folder = rest.find((word) => !word.text.startsWith('-'));
  const path = folder && pathOf(run, command, folder);
  if (path === undefined) {
    writesUnknown({ run, files, text }, undefined);
    return true;
  }
  const { runtime } = run.scope.base ?? {};
  const python = runtime?.name === 'python' ? runtime.version : undefined;
  const size = environmentSize(languages.tables.pypi, python, !rest.some((word) => word.text === '--without-pip'));
  const what = 'a virtual environment of Python';
  files.add({ path, place: 'path', isFolder: true, size, key: `${what} in ${path}`, what });
  return true;
}
