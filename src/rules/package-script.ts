/** What a script of package.json runs, where the build context shows the file. */
import { type Dockerfile, onlyPackageJson, type PackageCall, readScript, type Script } from '../model/index.js';

/**
 * The script that a call of npm, pnpm, yarn or `node --run` starts; undefined where it can't be seen, or where more
 * than it would run (`prestart`).
 */
export function packageScriptOf({ input }: Dockerfile, { script, folder }: PackageCall): Script | undefined {
  if (script === undefined || folder) return undefined;
  const scripts = onlyPackageJson(input)?.scripts ?? {};
  const [line, before, behind] = [script, `pre${script}`, `post${script}`].map((name) =>
    Object.hasOwn(scripts, name) ? scripts[name] : undefined,
  );
  return line === undefined || before !== undefined || behind !== undefined ? undefined : readScript(line, 0);
}
