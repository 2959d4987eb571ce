/** What install scripts of packages do: most only print or check, some fetch programs. Each is run once to see. */
import { execFileSync } from 'node:child_process';
import { existsSync, lstatSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** Bytes of files that a script may write without being worth a word. */
const NOTICEABLE = 100_000;

/**
 * Packages whose install scripts were read on 2026-11-24: they check, print, link what is there, or build only where no
 * file for the machine is there. Others may fetch something and say nothing where they can't.
 */
const HARMLESS = [
  ...['@anthropic-ai/claude-code', '@parcel/watcher', 'bcrypt', 'core-js', 'core-js-pure', 'esbuild', 'pnpm', 'prisma'],
  'yarn',
];

/**
 * Runs the install scripts of these packages where they are installed. Gives, by name, why a package's files can't be
 * known; what is not there changes nothing that matters. What running them showed is kept in a file of the folder.
 */
export function scriptOutcomes(folder: string, names: readonly string[]): Readonly<Record<string, string>> {
  const kept = join(folder, 'scripts.json');
  if (!existsSync(kept)) {
    const shown = names.flatMap((name) => {
      const outcome = outcomeOf(folder, name);
      return outcome === undefined ? [] : [[name, outcome]];
    });
    writeFileSync(kept, JSON.stringify(Object.fromEntries(shown)));
  }
  const shown: Readonly<Record<string, string>> = JSON.parse(readFileSync(kept, 'utf8'));
  const unread = names
    .filter((name) => !HARMLESS.includes(name))
    .map((name) => [name, 'its install script may fetch a program']);
  return { ...Object.fromEntries(unread), ...shown };
}

function outcomeOf(folder: string, name: string): string | undefined {
  const home = join(folder, 'home');
  mkdirSync(home, { recursive: true });
  const before = bytesBelow(folder);
  try {
    const env = { ...process.env, HOME: home };
    const args = ['rebuild', name, '--cache', join(folder, 'cache')];
    execFileSync('npm', args, { cwd: folder, env, stdio: 'ignore', timeout: 300_000 });
  } catch {
    return 'its install script fetches or builds a program';
  }
  const added = bytesBelow(folder) - before;
  return added > NOTICEABLE ? `its install script writes ${Math.round(added / 1e6)} MB` : undefined;
}

/** Bytes of files, each counted once however many links it has; npm's cache is left out. */
function bytesBelow(folder: string): number {
  const seen = new Set<number>();
  let bytes = 0;
  for (const name of readdirSync(folder, { recursive: true, encoding: 'utf8' })) {
    if (/^(cache|musl)(\/|$)/.test(name)) continue;
    const info = lstatSync(join(folder, name));
    if (!info.isFile() || seen.has(info.ino)) continue;
    seen.add(info.ino);
    bytes += info.size;
  }
  return bytes;
}
