/** The configuration of the image that the target ships: what a container starts with unless it is told otherwise. */
import {
  asWritten,
  type Cmd,
  type Dockerfile,
  type Entrypoint,
  lastOf,
  lineage,
  type Stage,
  startCommandOf,
} from '../model/index.js';

export interface Summary {
  /** As written; `null` where it is not known. */
  readonly user: string | null;
  readonly workdir: string | null;
  /** ENTRYPOINT and CMD in one, as the words of one command; `null` where it is not known, empty where there is none. */
  readonly command: readonly string[] | null;
  /** With the protocol: `80/tcp`. */
  readonly ports: readonly string[];
}

/** Undefined where there is no stage. */
export function summaryOf(dockerfile: Dockerfile): Summary | undefined {
  const { target } = dockerfile;
  if (!target) return undefined;
  return {
    user: userOf(target),
    workdir: workdirOf(target),
    command: commandOf(target),
    ports: portsOf(target),
  };
}

function userOf(stage: Stage): string | null {
  const set = lastOf(stage, 'USER');
  if (set) return set.word ? set.scope.expand(set.word) : null;
  return stage.base?.defaultUser ?? null;
}

function workdirOf(stage: Stage): string | null {
  const set = lastOf(stage, 'WORKDIR');
  if (!set) return stage.base?.workdir ?? null;
  const path = set.word ? set.scope.expand(set.word) : null;
  if (path === null || path.startsWith('/')) return path;
  return set.scope.workdir === null ? null : `${set.scope.workdir.replace(/\/$/, '')}/${path}`;
}

function commandOf(stage: Stage): readonly string[] | null {
  const { entrypoint, cmd, baseEntrypoint, baseCmd } = startCommandOf(stage);
  const isKnown = stage.base !== undefined || (entrypoint && cmd);
  const first = entrypoint ? wordsOf(entrypoint) : baseEntrypoint;
  const rest = cmd ? wordsOf(cmd) : baseCmd;
  if (!first && !rest) return isKnown ? [] : null;
  // A shell form takes no arguments.
  if (entrypoint?.command.form === 'shell') return first ?? null;
  return [...(first ?? []), ...(rest ?? [])];
}

function wordsOf({ command, scope, fileText }: Cmd | Entrypoint): string[] {
  if (command.exec) return command.exec.map((word) => word.text);
  return [...scope.shell.words, asWritten({ text: fileText }, command).trim()];
}

function portsOf(stage: Stage): string[] {
  const words = [...lineage(stage)]
    .reverse()
    .flatMap(({ instructions }) =>
      instructions.flatMap((one) =>
        one.keyword === 'EXPOSE' ? one.ports.map((word) => one.scope.expand(word) ?? word.text) : [],
      ),
    );
  return [...new Set(words.map((port) => (port.includes('/') ? port.toLowerCase() : `${port}/tcp`)))];
}
