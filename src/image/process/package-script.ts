/** What a script of package.json runs, where the build context shows the file. */
import { type Dockerfile, onlyPackageJson, type PackageCall } from '../../model/index.js';

export interface PackageScript {
  readonly text: string;
  /** No `prestart` or `poststart` is run with it. */
  readonly isAlone: boolean;
}

/** The script that a call of npm, pnpm, yarn or `node --run` starts; undefined where it can't be seen. */
export function packageScriptOf({ input }: Dockerfile, { script, folder }: PackageCall): PackageScript | undefined {
  if (script === undefined || folder) return undefined;
  const scripts = onlyPackageJson(input)?.scripts ?? {};
  const has = (name: string) => Object.hasOwn(scripts, name);
  const text = has(script) ? scripts[script] : undefined;
  return text === undefined ? undefined : { text, isAlone: !has(`pre${script}`) && !has(`post${script}`) };
}
