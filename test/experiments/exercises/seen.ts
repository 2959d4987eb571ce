/** What a built image has of what the conditions of its exercise ask for. */
import { execFileSync } from 'node:child_process';
import type { Exercise } from '../../../src/exercises/exercise.js';
import { baseName } from '../../../src/model/index.js';
import { asked, asks } from './answers.js';
import { docker } from './container.js';
import { contentOf } from './contents.js';
import type { ContextFolder } from './context-folder.js';
import { ImageFiles } from './image-files.js';
import type { MeasuredAnswer, Presence } from './results.js';

/** `token` is a secret that the build was given. */
export async function seenIn(
  image: string,
  exercise: Exercise,
  context: ContextFolder,
  token: string,
): Promise<MeasuredAnswer> {
  const isSecret = asks(exercise, 'secret-mounted');
  const files = await ImageFiles.of(image, isSecret ? [token] : []);
  const { unpackedBytes, hiddenBytes } = files;
  return {
    unpackedBytes,
    hiddenBytes,
    ...placesOf(files, context),
    packages: packagesIn(files, exercise),
    compilers: files.presenceOf((path) => COMPILER.test(path)),
    ...dependenciesIn(files, exercise),
    ...unpackedIn(files, exercise),
    hasShell: files.presenceOf((path) => SHELL.test(path)) === 'seen',
    ...(isSecret && { tellsSecret: files.hasText || historyOf(image).includes(token) }),
    user: docker('image', 'inspect', '--format', '{{.Config.User}}', image),
    environment: environmentOf(image),
  };
}

const COMPILER = /(?:^|\/)bin\/(?:[\w-]+-)?(?:gcc|go)(?:-[\d.]+)?$/;
const SHELL = /(?:^|\/)bin\/(?:ba|da)?sh$/;

/** A file of the context is known by its name and size. */
function placesOf(files: ImageFiles, context: ContextFolder): Pick<MeasuredAnswer, 'places' | 'hidden'> {
  const places: Record<string, readonly string[]> = {};
  const hidden: string[] = [];
  for (const [path, bytes] of context.files) {
    const isIt = (one: { readonly path: string; readonly bytes: number }) =>
      one.bytes === bytes && isAt(one.path, path);
    const found = files.visibleThat(isIt);
    if (found.length > 0) places[path] = found.map((one) => `/${one}`);
    else if (files.storedThat(isIt).length > 0) hidden.push(path);
  }
  return { places, ...(hidden.length > 0 && { hidden }) };
}

/** A script may lose the end of its name when it becomes a command. Modules have files of the same names. */
function isAt(place: string, path: string): boolean {
  const isNamed = baseName(place).replace(/\.sh$/, '') === baseName(path).replace(/\.sh$/, '');
  return isNamed && !place.replace(path, '').includes('node_modules/');
}

function packagesIn(files: ImageFiles, exercise: Exercise): Record<string, Presence> {
  const names = asked(exercise, ['installed', 'not-installed'], 'packages').flatMap((ways) => ways.split(' | '));
  return presences(files, names, (name) => (path) => isPackage(path, name));
}

/** By the list of its files; certificates also by the file that programs read. */
function isPackage(path: string, name: string): boolean {
  const [, listed] = /^var\/lib\/dpkg\/info\/([\w.+-]+?)(?::\w+)?\.list$/.exec(path) ?? [];
  return listed === name || (name === 'ca-certificates' && path === 'etc/ssl/certs/ca-certificates.crt');
}

/** By the files in the archive. */
function unpackedIn(files: ImageFiles, exercise: Exercise): Pick<MeasuredAnswer, 'unpacked'> {
  const [archive] = asked(exercise, ['unpacked'], 'archive');
  const file = exercise.build.context?.find(({ path }) => path === archive);
  if (!file) return {};
  const options = { input: contentOf(exercise, file), encoding: 'utf8' } as const;
  const [first = ''] = execFileSync('tar', ['-tjf', '-'], options).split('\n');
  return { unpacked: files.presenceOf((path) => path.endsWith(`/${first}`)) };
}

function dependenciesIn(
  files: ImageFiles,
  exercise: Exercise,
): Pick<MeasuredAnswer, 'dependencies' | 'developmentDependencies'> {
  if (!asks(exercise, 'dependencies')) return {};
  const { needed, development } = namedBy(exercise);
  return {
    dependencies: presences(files, needed, (name) => (path) => isDependency(path, name)),
    developmentDependencies: presences(files, development, (name) => (path) => isDependency(path, name)),
  };
}

interface NamedDependencies {
  readonly needed: readonly string[];
  readonly development: readonly string[];
}

/** What the manifests and the lists of the context name. */
function namedBy(exercise: Exercise): NamedDependencies {
  const named = (exercise.build.context ?? [])
    .filter(({ path }) => !path.includes('node_modules/'))
    .map((file) => namedIn(baseName(file.path), () => contentOf(exercise, file).toString()));
  return {
    needed: named.flatMap(({ needed }) => needed),
    development: named.flatMap(({ development }) => development),
  };
}

function namedIn(name: string, read: () => string): NamedDependencies {
  if (name === 'requirements.txt') return { needed: requirementsOf(read()), development: [] };
  if (name === 'requirements-dev.txt') return { needed: [], development: requirementsOf(read()) };
  if (name !== 'package.json') return { needed: [], development: [] };
  const { dependencies = {}, devDependencies = {} } = JSON.parse(read());
  // Vite puts what pages need into their own files.
  const needed = 'vite' in devDependencies ? [] : Object.keys(dependencies);
  return { needed, development: Object.keys(devDependencies) };
}

function requirementsOf(text: string): readonly string[] {
  return text.split('\n').flatMap((line) => /^[a-z][\w-]*/i.exec(line)?.[0] ?? []);
}

function isDependency(path: string, name: string): boolean {
  if (path.endsWith(`/node_modules/${name}/package.json`))
    return !/node_modules\/.*node_modules\/.*\/package/.test(path);
  const [, distribution] = /\/(?:site|dist)-packages\/([\w.]+)-[^/]+\.dist-info\/METADATA$/.exec(path) ?? [];
  return distribution?.toLowerCase().replaceAll('_', '-') === name.toLowerCase();
}

function presences(
  files: ImageFiles,
  names: readonly string[],
  fits: (name: string) => (path: string) => boolean,
): Record<string, Presence> {
  return Object.fromEntries(names.map((name) => [name, files.presenceOf(fits(name))]));
}

export function environmentOf(image: string): Record<string, string> {
  const pairs: string[] = JSON.parse(docker('image', 'inspect', '--format', '{{json .Config.Env}}', image)) ?? [];
  return Object.fromEntries(pairs.map((pair) => [pair.slice(0, pair.indexOf('=')), pair.slice(pair.indexOf('=') + 1)]));
}

function historyOf(image: string): string {
  return docker('history', '--no-trunc', '--format', '{{.CreatedBy}}', image);
}
