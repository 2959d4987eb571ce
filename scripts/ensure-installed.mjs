/** Installs the dependencies where they are missing or older than the lock file. Runs on any Node, with nothing installed. */
import { spawnSync } from 'node:child_process';
import { existsSync, statSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('..', import.meta.url));

/** npm writes this file at the end of every installation. */
const installed = `${root}node_modules/.package-lock.json`;
const locked = `${root}package-lock.json`;

function isInstalled() {
  return existsSync(installed) && (!existsSync(locked) || statSync(installed).mtimeMs >= statSync(locked).mtimeMs);
}

if (!isInstalled()) {
  console.log('Installing dependencies (npm install) …');
  const { status } = spawnSync('npm', ['install', '--no-audit', '--no-fund', '--loglevel=error'], {
    cwd: root,
    stdio: 'inherit',
    shell: process.platform === 'win32',
  });
  process.exit(status ?? 1);
}
