/** What a script of package.json runs, where the build context shows the file. */
import { type Dockerfile, type PackageCall, readScript, type Script } from '../model/index.js';

/**
 * The script that a call of npm, pnpm, yarn or `node --run` starts; undefined where it can't be seen, or where more
 * than it would run (`prestart`).
 */
export function packageScriptOf({ input }: Dockerfile, { script, folder }: PackageCall): Script | undefined {
  const manifests = (input.context ?? []).filter(
    ({ path }) => /(?:^|\/)package\.json$/.test(path) && !path.includes('node_modules/'),
  );
  const [manifest] = manifests;
  if (script === undefined || folder || manifests.length > 1 || manifest?.text === undefined) return undefined;
  const scripts = scriptsIn(manifest.text);
  const line = scripts[script];
  if (typeof line !== 'string' || `pre${script}` in scripts || `post${script}` in scripts) return undefined;
  return readScript(line, 0);
}

function scriptsIn(json: string): Readonly<Record<string, unknown>> {
  try {
    const { scripts } = JSON.parse(json) as { scripts?: unknown };
    return typeof scripts === 'object' && scripts !== null ? { ...scripts } : {};
  } catch {
    return {};
  }
}
