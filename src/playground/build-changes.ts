/** What the reader can change about the build and its Dockerfiles; each change is a new workspace. */
import type { BuildSurroundings, NamedText, Workspace } from '../share/workspace.js';

/** `undefined` takes a part away: it is unknown then. */
export function withBuild(
  workspace: Workspace,
  part: { readonly [K in keyof BuildSurroundings]?: BuildSurroundings[K] | undefined },
): Workspace {
  const all = Object.entries({ ...workspace.build, ...part });
  return { ...workspace, build: Object.fromEntries(all.filter(([, value]) => value !== undefined)) };
}

/** Gives a build argument a value; an empty one takes it away. */
export function withArgument(workspace: Workspace, name: string, value: string): Workspace {
  const given = { ...workspace.build.buildArguments, [name]: value };
  if (value === '') delete given[name];
  return withBuild(workspace, { buildArguments: Object.keys(given).length > 0 ? given : undefined });
}

/** Adds an empty Dockerfile and shows it. */
export function withNewDockerfile(workspace: Workspace): Workspace {
  const { length } = workspace.dockerfiles;
  return withShown(withDockerfile(workspace, length, { path: freePath(workspace, length), text: '' }), length);
}

/** Puts a Dockerfile at a place in the list, under another path where its own is taken. What is shown stays shown. */
export function withDockerfile(workspace: Workspace, index: number, dockerfile: NamedText): Workspace {
  const { dockerfiles, shown } = workspace;
  const isTaken = dockerfiles.some(({ path }) => path === dockerfile.path);
  const added = isTaken ? { ...dockerfile, path: freePath(workspace, dockerfiles.length) } : dockerfile;
  return {
    ...workspace,
    dockerfiles: dockerfiles.toSpliced(index, 0, added),
    shown: index <= shown ? shown + 1 : shown,
  };
}

function freePath({ dockerfiles }: Workspace, from: number): string {
  const taken = new Set(dockerfiles.map(({ path }) => path));
  let number = from;
  while (taken.has(`Dockerfile.${number}`)) number++;
  return `Dockerfile.${number}`;
}

/** Takes a Dockerfile away; the last one stays. */
export function withoutDockerfile(workspace: Workspace, index: number): Workspace {
  const { dockerfiles, shown } = workspace;
  if (dockerfiles.length < 2) return workspace;
  const isBefore = index < shown || (index === shown && index === dockerfiles.length - 1);
  return {
    ...workspace,
    dockerfiles: dockerfiles.filter((_, other) => other !== index),
    shown: isBefore ? shown - 1 : shown,
  };
}

/** Gives a Dockerfile another path. Undefined: it is empty, or another one has it. */
export function withPath(workspace: Workspace, index: number, path: string): Workspace | undefined {
  const wanted = path.trim().replace(/^(?:\.?\/)+/, '');
  const isTaken = workspace.dockerfiles.some((one, other) => other !== index && one.path === wanted);
  if (wanted === '' || isTaken) return undefined;
  const dockerfiles = workspace.dockerfiles.map((one, other) => (other === index ? { ...one, path: wanted } : one));
  return { ...workspace, dockerfiles };
}

export function withShown(workspace: Workspace, shown: number): Workspace {
  return { ...workspace, shown };
}
