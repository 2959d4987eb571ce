/** The cases: one folder each, with a Dockerfile and a `case.yaml` that says what lies beside it and what is changed. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';

/** How one Dockerfile is built a second time. */
export interface CaseChange {
  /** As on the command line: `file:a.txt`, `line:3`, `fresh:max`. */
  readonly change: string;
  /** What really changes: the new text of the file, of the line or of the base's Dockerfile, or the new value. */
  readonly to?: string;
  /** File mode after the change, octal. */
  readonly mode?: string;
  /** The second build happens on a builder without a cache of its own, which imports this one. */
  readonly builder?: 'fresh-min' | 'fresh-max';
  /** The prediction assumes what does not hold here, and says so; what it assumes wrongly. */
  readonly assumes?: string;
}

export interface RebuildCase {
  readonly name: string;
  readonly dockerfile: string;
  /** Files of the build context besides the Dockerfile; `.dockerignore` is one of them. */
  readonly context: Readonly<Record<string, string>>;
  /** Dockerfiles of images that are built and tagged before. */
  readonly bases: Readonly<Record<string, string>>;
  /** Files that a server on this machine has at `http://127.0.0.1:8917/`. */
  readonly served: Readonly<Record<string, string>>;
  readonly arguments: Readonly<Record<string, string>>;
  readonly target: string | undefined;
  readonly changes: readonly CaseChange[];
}

export function readCases(folder: string): RebuildCase[] {
  const names = readdirSync(folder).sort();
  return names.map((name) => readCase(name, join(folder, name)));
}

function readCase(name: string, folder: string): RebuildCase {
  const settings = parse(readFileSync(join(folder, 'case.yaml'), 'utf8')) as Partial<RebuildCase>;
  return {
    name,
    dockerfile: readFileSync(join(folder, 'Dockerfile'), 'utf8'),
    context: settings.context ?? {},
    bases: settings.bases ?? {},
    served: settings.served ?? {},
    arguments: settings.arguments ?? {},
    target: settings.target,
    changes: settings.changes ?? [],
  };
}

/** A pair of builds: a Dockerfile and what changes between them. */
export function nameOf({ change, builder }: CaseChange): string {
  return builder ? `${change} on ${builder}` : change;
}
