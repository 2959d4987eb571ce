/** A container of an image, asked what a condition wants to know, and stopped. */
import { execFileSync, spawnSync } from 'node:child_process';
import { setTimeout as sleep } from 'node:timers/promises';
import { ASKED, RAN } from './contents.js';
import type { MeasuredAnswer } from './results.js';

export interface Questions {
  /** Words for `docker run IMAGE`. */
  readonly given: readonly string[];
  /** Paths whose access is wanted. */
  readonly paths: readonly string[];
  readonly reaping: boolean;
}

/** Long enough for a program to start, in milliseconds. */
const START = 4000;
/** Long enough for a process that is left behind to end and be waited for. */
const LEFT_BEHIND = 1000;

export async function askContainer(image: string, { given, paths, reaping }: Questions): Promise<MeasuredAnswer> {
  const own = await inContainer(image, [], async (container) => {
    if (!isRunning(container)) return { runs: false, ...endedIn(container) };
    const processes = processesOf(container);
    const isInside = reachesInside(container);
    const access = (isInside ? paths : []).flatMap((path) => accessTo(container, path));
    const reaps = reaping && isInside ? await reapsIn(container) : undefined;
    return {
      runs: true,
      processes,
      ...endedIn(container),
      ...(access.length > 0 && { mayWrite: Object.fromEntries(access) }),
      ...(reaps !== undefined && { reaps }),
      ...stop(container),
    };
  });
  const others: Record<string, readonly string[]> = {};
  for (const words of given)
    others[words] = await inContainer(image, words.split(' '), async (container) => [
      ...(isRunning(container) ? processesOf(container) : []),
      ...(endedIn(container).ran ?? []),
    ]);
  return { ...own, ...(given.length > 0 && { given: others }) };
}

async function inContainer<Seen>(
  image: string,
  words: readonly string[],
  look: (container: string) => Promise<Seen>,
): Promise<Seen> {
  const container = docker('create', image, ...words);
  try {
    spawnSync('docker', ['start', container], { stdio: 'ignore' });
    await sleep(START);
    return await look(container);
  } finally {
    docker('rm', '--force', container);
  }
}

function isRunning(container: string): boolean {
  return docker('inspect', '--format', '{{.State.Running}}', container) === 'true';
}

/** Command lines, PID 1 first. */
function processesOf(container: string): readonly string[] {
  return docker('top', container, '-eo', 'pid,args')
    .split('\n')
    .slice(1)
    .map((line) => line.replace(/^\s*\d+\s+/, '').trim());
}

function endedIn(container: string): Pick<MeasuredAnswer, 'ran'> {
  const ran = [...logOf(container).matchAll(new RegExp(`^${RAN}(.+)$`, 'gm'))].map(([, path = '']) => path);
  return ran.length > 0 ? { ran } : {};
}

/** Where an engine runs in namespaces of its own, `docker exec` may see the files of the machine instead. */
function reachesInside(container: string): boolean {
  const { stdout } = spawnSync('docker', ['exec', container, 'cat', '/etc/hostname'], { encoding: 'utf8' });
  return stdout.trim() === container.slice(0, SHORT_ID);
}

const SHORT_ID = 12;

function accessTo(container: string, path: string): [string, boolean][] {
  const { status } = spawnSync('docker', ['exec', container, 'test', '-w', path], { stdio: 'ignore' });
  return status === 0 || status === 1 ? [[path, status === 0]] : [];
}

/** Leaves a process behind, and looks for it when it has ended. */
async function reapsIn(container: string): Promise<boolean | undefined> {
  const { status } = spawnSync('docker', ['exec', container, 'sh', '-c', 'sleep 0.3 & exit'], { stdio: 'ignore' });
  if (status !== 0) return undefined;
  await sleep(LEFT_BEHIND);
  // Docker's own list of processes leaves zombies out.
  const look = 'grep --quiet --no-messages "^State:.Z" /proc/[0-9]*/status';
  return spawnSync('docker', ['exec', container, 'sh', '-c', look], { stdio: 'ignore' }).status !== 0;
}

function stop(container: string): MeasuredAnswer {
  const began = performance.now();
  docker('stop', container);
  const stopSeconds = Math.round((performance.now() - began) / 100) / 10;
  const exitCode = Number(docker('inspect', '--format', '{{.State.ExitCode}}', container));
  return { stopSeconds, exitCode, isAsked: ASKED.test(logOf(container)) };
}

function logOf(container: string): string {
  const { stdout, stderr } = spawnSync('docker', ['logs', container], { encoding: 'utf8' });
  return `${stdout}\n${stderr}`;
}

export function docker(...words: readonly string[]): string {
  return execFileSync('docker', words, { encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] }).trim();
}
