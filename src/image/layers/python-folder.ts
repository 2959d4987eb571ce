/** Where pip and uv put packages. */
import type { PackageCall, Run } from '../../model/index.js';
import { cachePlaceOf } from '../files/cache-place.js';
import { absolute, folderAt } from '../files/command-paths.js';

/** The folder that gets the packages, or holds the one that does; undefined for the system's own. */
export function pythonFolder(run: Run, { command, options }: PackageCall): string | undefined {
  const target = options.value('-t', '--target', '--prefix', '--root');
  if (target !== undefined) return absolute(target, folderAt(run, command));
  if (options.has('--user')) return `${cachePlaceOf(run.scope).home}/.local`;
  const [, called] = /^(\/.+)\/bin\/[^/]+$/.exec(command.program ?? '') ?? [];
  const environment = [called, run.scope.variable('VIRTUAL_ENV')?.value, firstOfPath(run)].find(
    (folder) => typeof folder === 'string' && !SYSTEM.has(folder),
  );
  if (typeof environment === 'string') return environment;
  const { runtime } = run.scope.base ?? {};
  const isOwn = runtime?.name === 'python' && /^\d+\.\d+$/.test(runtime.version ?? '');
  return isOwn ? `/usr/local/lib/python${runtime.version}/site-packages` : undefined;
}

const SYSTEM = new Set<unknown>(['/usr', '/usr/local', '']);

/** `/venv` where PATH begins with `/venv/bin`. */
function firstOfPath({ scope }: Run): string | undefined {
  const path = scope.variable('PATH')?.value;
  return /^(\/[^:]+)\/bin:/.exec(path ?? '')?.[1];
}
