/** The files that an installation of a project's dependencies needs, so that they can be copied before the rest. */
import {
  type ContextFile,
  type Dockerfile,
  knowledgeOf,
  type Manager,
  managers,
  type PackageCall,
} from '../model/index.js';

export interface DependencyFiles {
  /** For one COPY, below the folder that is copied: `package.json`, `package-lock.json`. */
  readonly files: readonly string[];
  /** Of members of a workspace, by their folder: `packages/a` with `packages/a/package.json`. */
  readonly members: ReadonlyMap<string, readonly string[]>;
}

/** They keep to a lock file by themselves, so that there is one. */
const ALWAYS_LOCKED: readonly Manager[] = ['go', 'composer', 'poetry'];

/** From the build context if it is known, else by the manager's rules; undefined where the names can't be known. */
export function dependencyFilesOf(
  { input }: Dockerfile,
  call: PackageCall,
  folder: string,
): DependencyFiles | undefined {
  const named = call.manifestArguments;
  if (named.length > 0) {
    const isPlain = named.every(({ text, isLiteral }) => isLiteral && !/^(?:\/|\.\.|https?:)/.test(text));
    return isPlain ? group(named.map(({ text }) => text.replace(/^\.\//, ''))) : undefined;
  }
  const known = filesBelow(input.context, folder);
  if (known) return filesKnown(call.manager, known);
  const required = mainManifest(call.manager);
  const [lockFile] = knowledgeOf(call.manager).lockFiles;
  if (!required) return undefined;
  const isLocked = call.isLocked || ALWAYS_LOCKED.includes(call.manager);
  const lock = lockFile && call.manager !== 'dotnet' ? [isLocked ? lockFile : `${lockFile}*`] : [];
  return { files: [required, ...lock], members: new Map() };
}

/** The manifest that a manager can't do without; Gradle has it in two languages. */
function mainManifest(manager: Manager): string | undefined {
  if (manager === 'gradle') return undefined;
  return manager === 'uv' ? 'pyproject.toml' : knowledgeOf(manager).manifests[0];
}

/** Whether a name is that of a manifest or lock file, or a pattern for one. */
export function isDependencyFile(manager: Manager, path: string): boolean {
  const name = path.replace(/^.*\//, '').replace(/\*$/, '');
  const { manifests, lockFiles } = knowledgeOf(manager);
  return [...manifests, ...lockFiles].some(
    (pattern) => matches(pattern, name) || (name.includes('*') && matches(name, pattern)),
  );
}

/** Managers that have a manifest or lock file of this name. */
export function managersOfFile(path: string): Manager[] {
  return managers.filter((manager) => isDependencyFile(manager, path));
}

function filesBelow(context: readonly ContextFile[] | undefined, folder: string): string[] | undefined {
  const paths = context?.map(({ path }) => path.replace(/^\.\//, ''));
  if (folder === '') return paths;
  return paths?.filter((path) => path.startsWith(`${folder}/`)).map((path) => path.slice(folder.length + 1));
}

function filesKnown(manager: Manager, paths: readonly string[]): DependencyFiles | undefined {
  const { manifests, lockFiles, dependencyFolders } = knowledgeOf(manager);
  const isInstalled = (path: string) => dependencyFolders.some((folder) => `/${path}`.includes(`/${folder}/`));
  const found = paths.filter(
    (path) => !isInstalled(path) && [...manifests, ...lockFiles].some((pattern) => matchesPath(pattern, path)),
  );
  return found.length > 0 ? group(found) : undefined;
}

function group(paths: readonly string[]): DependencyFiles {
  const files: string[] = [];
  const members = new Map<string, string[]>();
  for (const path of paths) {
    const folder = path.slice(0, Math.max(path.lastIndexOf('/'), 0));
    if (folder === '') files.push(path);
    else members.set(folder, [...(members.get(folder) ?? []), path]);
  }
  return { files, members };
}

/** At any depth; a pattern with a folder in it is one path. */
function matchesPath(pattern: string, path: string): boolean {
  return pattern.includes('/') ? path === pattern : matches(pattern, path.slice(path.lastIndexOf('/') + 1));
}

/** A pattern with stars, as COPY takes it. */
function matches(pattern: string, name: string): boolean {
  if (!pattern.includes('*')) return pattern === name;
  const parts = pattern.split('*').map((part) => part.replace(/[.+?^${}()|[\]\\]/g, '\\$&'));
  return new RegExp(`^${parts.join('.*')}$`).test(name);
}
