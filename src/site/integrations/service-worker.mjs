/**
 * Writes the service worker after the build, with the list of what it keeps. It must stand behind every integration that
 * writes into the built pages: the list holds the hash of each file as it is served.
 */
import { createHash } from 'node:crypto';
import { readdir, readFile, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';
import { addressOf, sortFiles } from '../../offline/site-files.mjs';

/** The most that is fetched before the worker takes over, in bytes. What is larger has to be sorted anew. */
const MOST_AT_FIRST = 3_000_000;

/**
 * Writes `service-worker.js` into a folder with a built site.
 * @param {string} root the folder
 * @param {URL} project the folder of the project
 */
export async function writeServiceWorker(root, project) {
  const source = new URL('src/offline/service-worker.ts', project);
  const files = (await readdir(root, { recursive: true, withFileTypes: true })).filter((entry) => entry.isFile());
  const names = files.map((entry) => join(entry.parentPath, entry.name).slice(join(root, '/').length));
  const tables = (await readdir(new URL('src/data/packages/', project))).flatMap(
    (name) => name.match(/^(.+)\.json$/)?.[1] ?? [],
  );
  const manifest = await manifestOf(root, names, tables);
  await build({
    entryPoints: [fileURLToPath(source)],
    outfile: join(root, 'service-worker.js'),
    bundle: true,
    minify: true,
    format: 'iife',
    target: 'es2022',
    define: { PLIMSOLL_MANIFEST: JSON.stringify(manifest) },
    logLevel: 'warning',
  });
}

/**
 * @param {string} root
 * @param {readonly string[]} names paths of files below it
 * @param {readonly string[]} tables
 */
async function manifestOf(root, names, tables) {
  const nameOf = new Map(names.map((name) => [addressOf(name), name]));
  const sorted = sortFiles([...nameOf.keys()], tables);
  /** @param {string} address */
  const path = (address) => join(root, nameOf.get(address) ?? address);
  const sizes = await Promise.all(sorted.first.map(async (address) => (await stat(path(address))).size));
  const size = sizes.reduce((sum, one) => sum + one, 0);
  if (size > MOST_AT_FIRST)
    throw new Error(
      `The service worker would fetch ${size} bytes before it is of use. See src/offline/site-files.mjs.`,
    );
  /** @param {readonly string[]} addresses */
  const hashed = async (addresses) =>
    Object.fromEntries(
      await Promise.all(addresses.map(async (address) => [address, hash(await readFile(path(address)))])),
    );
  const steps = {
    first: await hashed(sorted.first),
    later: await hashed(sorted.later),
    onceUsed: await hashed(sorted.onceUsed),
  };
  return { version: hash(JSON.stringify(steps)), ...steps };
}

/**
 * The hash that src/offline/manifest.ts computes in the browser.
 * @param {string | Buffer} content
 */
function hash(content) {
  return createHash('sha256').update(content).digest('hex').slice(0, 24);
}

/** @returns {import('astro').AstroIntegration} */
export function serviceWorkerIntegration() {
  /** @type {URL} */
  let project;
  return {
    name: 'plimsoll-service-worker',
    hooks: {
      'astro:config:done': ({ config }) => {
        project = config.root;
      },
      'astro:build:done': ({ dir }) => writeServiceWorker(fileURLToPath(dir), project),
    },
  };
}
