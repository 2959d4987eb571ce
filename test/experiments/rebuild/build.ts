/** Real builds by the `docker` on the PATH, and what BuildKit says of each step. */
import { execFile } from 'node:child_process';
import { promisify } from 'node:util';

/** `cached`; `run`: it was executed; `absent`: the build came to its end without it. */
export type StepRecord = 'cached' | 'run' | 'absent';

export interface BuildOptions {
  readonly folder: string;
  readonly arguments: Readonly<Record<string, string>>;
  readonly target: string | undefined;
  readonly cacheTo?: string;
  readonly cacheFrom?: string;
  /** Files with secrets, by id. */
  readonly secrets?: Readonly<Record<string, string>>;
  /** Leaves no image: the steps are all that is wanted. */
  readonly stepsOnly?: boolean;
}

const run = promisify(execFile);
/** What is built is known by this name. */
export const TAG = 'plimsoll-rebuild-result';

/** Builds a folder. Steps by the name that the progress gives them, such as `[build 2/4] WORKDIR /src`. */
export async function build(options: BuildOptions): Promise<Record<string, StepRecord>> {
  const flags = [
    ...Object.entries(options.arguments).flatMap(([name, value]) => ['--build-arg', `${name}=${value}`]),
    ...(options.target ? ['--target', options.target] : []),
    ...(options.cacheTo ? ['--cache-to', options.cacheTo] : []),
    ...(options.cacheFrom ? ['--cache-from', options.cacheFrom] : []),
    ...Object.entries(options.secrets ?? {}).flatMap(([id, file]) => ['--secret', `id=${id},src=${file}`]),
  ];
  const output = options.stepsOnly ? ['--output', 'type=cacheonly'] : ['--tag', TAG];
  const words = ['buildx', 'build', '--progress=rawjson', ...output, ...flags, options.folder];
  const { stderr } = await run('docker', words, { maxBuffer: 2 ** 28 }).catch((error: { stderr: string }) => {
    throw new Error(`docker ${words.join(' ')}\n${error.stderr.split('\n').slice(-4).join('\n')}`);
  });
  return stepsOf(stderr);
}

interface Vertex {
  readonly digest: string;
  readonly name: string;
  readonly inputs?: readonly string[];
  readonly started?: string;
  readonly cached?: boolean;
}

function stepsOf(progress: string): Record<string, StepRecord> {
  const steps = new Map<string, Vertex & { record: StepRecord }>();
  for (const line of progress.split('\n')) {
    if (!line.startsWith('{')) continue;
    const { vertexes = [] } = JSON.parse(line) as { vertexes?: readonly Vertex[] };
    for (const vertex of vertexes) {
      const before = steps.get(vertex.digest)?.record ?? 'absent';
      steps.set(vertex.digest, { ...vertex, record: vertex.cached ? 'cached' : vertex.started ? 'run' : before });
    }
  }
  const named = [...steps.values()].filter(({ name }) => /^\[[^\]]*\d+\/\d+\] /.test(name));
  // A download has the name of its ADD, and takes nothing in.
  const records = named.sort((one, other) => (one.inputs?.length ?? 0) - (other.inputs?.length ?? 0));
  const byName = records.map(({ name, record }) => [name.replace(/@sha256:[0-9a-f]+$/, ''), record] as const);
  return Object.fromEntries([...new Map(byName)].sort(([one], [other]) => (one < other ? -1 : 1)));
}

export async function tagBase(name: string, folder: string): Promise<void> {
  await docker('build', '--quiet', '--tag', name, folder);
}

export async function emptyCache(): Promise<void> {
  await docker('builder', 'prune', '--all', '--force');
}

export async function removeImages(names: readonly string[]): Promise<void> {
  await docker('image', 'rm', '--force', TAG, ...names);
}

async function docker(...words: readonly string[]): Promise<string> {
  return (await run('docker', words)).stdout;
}
