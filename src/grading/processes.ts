/** What runs in a container, and what its words mean. */
import { absolute, isWithin } from '../image/files/command-paths.js';
import type { ProcessNode } from '../image/index.js';
import { summaryOf } from '../image/summary.js';
import { baseName, startCommandOf } from '../model/index.js';
import { settingOf } from './environment-of.js';
import type { Submission } from './submission.js';
import { placesOfContextFile } from './whereabouts.js';

/** PID 1 first. */
export function processesOf({ prediction }: Submission): readonly ProcessNode[] {
  return (prediction.process?.tree ?? []).flatMap(withChildren);
}

function withChildren(node: ProcessNode): ProcessNode[] {
  return [node, ...node.children.flatMap(withChildren)];
}

/** Whether a process names a file of the build context. */
export function runsFile(submission: Submission, file: string): boolean {
  const places = placesOfContextFile(submission, file);
  return processesOf(submission).some(({ words }) =>
    words.some((word) => places.some((place) => names(submission, word, place))),
  );
}

const ON_THE_PATH = /^\/(?:usr\/(?:local\/)?)?s?bin$/;

/** Whether a word of a command line means a file: by its path, or by its name where it lies on the PATH. */
export function names({ target, prediction }: Submission, word: string, place: string): boolean {
  const folder = place.slice(0, place.lastIndexOf('/')) || '/';
  if (!word.includes('/') && baseName(place) === word && ON_THE_PATH.test(folder)) return true;
  const workdir = target && workdirOf(prediction);
  const path = absolute(word, workdir ?? '/');
  return path !== undefined && (path === place || isWithin(path, place));
}

function workdirOf({ dockerfile }: Submission['prediction']): string | undefined {
  return summaryOf(dockerfile)?.workdir ?? undefined;
}

/** Whether a file lies below the folder in which the program starts, or one that its start command or PYTHONPATH names. */
export function isFoundFromStart(submission: Submission, file: string): boolean {
  const { target, dockerfile } = submission;
  const workdir = summaryOf(dockerfile)?.workdir ?? '/';
  const words = target ? (startCommandOf(target).script?.commands ?? []).flatMap(({ args }) => args) : [];
  const named = words.map(({ text }) => text.replace(/^--?[\w-]+=/, ''));
  const folders = [workdir, ...named, ...(settingOf(submission, 'PYTHONPATH')?.value?.split(':') ?? [])];
  return placesOfContextFile(submission, file).some((place) =>
    folders.some((folder) => absolute(`${absolute(folder, workdir) ?? ''}/${file}`, '/') === place),
  );
}

/** Why nothing is known to run. */
export function whyNothing({ target, prediction }: Submission): string {
  const { entrypoint, cmd } = target ? startCommandOf(target) : {};
  if (!entrypoint && !cmd) return 'No instruction says what to start.';
  return prediction.process?.why ?? 'Nothing is started.';
}
