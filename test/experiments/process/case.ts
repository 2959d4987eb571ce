/** One container that is started and stopped. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { ProcessOptions } from '../../../src/image/index.js';

export interface ProcessCase {
  readonly name: string;
  /** Of the experiments of 2026-11-23: E2 to E9; `more` for what was added. */
  readonly row: string;
  readonly dockerfile: string;
  /** Files of the build context besides the programs. */
  readonly files?: Readonly<Record<string, string>>;
  readonly options?: ProcessOptions;
  /** Whether the program that is started has a handler for the stop signal. */
  readonly handles: boolean;
  /** What was seen on 2026-11-23, where the row gives it. */
  readonly seen?: Seen;
  /** What can't be predicted from the Dockerfile. */
  readonly open?: readonly (keyof Seen)[];
  /** The seconds are what is left of a command that the shell waits for: no more than predicted. */
  readonly isAtMost?: true;
  /** Only the row of 2026-11-23: the images or versions are not to be had everywhere. */
  readonly isOnlySeen?: true;
}

export interface Seen {
  /** 10 for the whole grace period, 0 for at once. */
  readonly seconds?: number;
  readonly exitCode?: number;
  /** The program's own shutdown code said so. */
  readonly handled?: boolean;
  /** Commands with those that they start in parentheses: `docker-init(sh(app))`. */
  readonly tree?: string;
  /** Of five orphans, those that nobody has waited for. */
  readonly zombies?: number;
}

const FOLDER = 'test/experiments/process/programs';

/** The small programs that cases start: with and without handlers, in several languages. */
export const PROGRAMS: Readonly<Record<string, string>> = Object.fromEntries(
  readdirSync(FOLDER).map((name) => [name, readFileSync(join(FOLDER, name), 'utf8')]),
);

/** The whole build context of a case. */
export function contextOf({ files }: ProcessCase): Readonly<Record<string, string>> {
  return { ...PROGRAMS, ...files };
}

export const IGNORED: Seen = { seconds: 10, exitCode: 137, handled: false };
export const HANDLED: Seen = { seconds: 0, exitCode: 0, handled: true };
/** Died of SIGTERM. */
export const DIED: Seen = { seconds: 0, exitCode: 143, handled: false };

/** An image with the C programs, on any base that has a shell or none. */
export function withC(base: string, ...lines: readonly string[]): string {
  return [
    'FROM golang:1.24 AS build',
    'WORKDIR /build',
    'COPY handler.c nohandler.c ./',
    'RUN gcc -static -o handler handler.c && gcc -static -o nohandler nohandler.c',
    `FROM ${base}`,
    'COPY --from=build /build/handler /build/nohandler /app/',
    ...lines,
  ].join('\n');
}

/** An image with all the programs in /app, where commands start. */
export function withPrograms(base: string, ...lines: readonly string[]): string {
  const last = lines.at(-1) ?? '';
  return [`FROM ${base}`, ...lines.slice(0, -1), 'WORKDIR /app', 'COPY . .', last].join('\n');
}

export function apt(...packages: readonly string[]): string {
  return `RUN apt-get update && apt-get install -y --no-install-recommends ${packages.join(' ')}`;
}
