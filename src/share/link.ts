/**
 * A playground's state as the fragment of an address. Fields that hold their default are left out. Each format stays
 * readable; the newest is written. What the fields mean, the page "Links to the playground" tells people who make such
 * links themselves.
 */
import { type Configuration, DEFAULT_CONFIGURATION, readConfiguration } from '../config/configuration.js';
import type { ContextFile } from '../model/build-input.js';
import { isRecord, type UnknownRecord } from '../model/record.js';
import { type FragmentProblem, readFragment, writeFragment } from './fragment.js';
import { DEFAULT_PATH, readBuild, readWorkspace, type Workspace } from './workspace.js';

export interface SharedState extends Workspace {
  /** What the sender calls it. */
  readonly name?: string;
  /** What the sender looked at. */
  readonly view?: SharedView;
}

/** A configuration by itself, as a team passes it round. */
export interface SharedProfile {
  readonly profile: Configuration;
}

export interface SharedView {
  /** The name of a panel. */
  readonly panel?: string;
  /** A line of the Dockerfile, from 1. */
  readonly line?: number;
}

const VERSION = '2';
const LONGEST_NAME = 80;

type PackedFile = readonly [path: string, bytes: number, text?: string];

interface Payload {
  /** The Dockerfile, or several as pairs of path and text. Without it, the link is a configuration by itself. */
  readonly d?: string | readonly (readonly [path: string, text: string])[];
  /** Which of several is shown, from 0. */
  readonly s?: number;
  readonly c?: Partial<Configuration>;
  /** `.dockerignore` */
  readonly i?: string;
  /** The build context. */
  readonly x?: readonly PackedFile[];
  /** Target. */
  readonly t?: string;
  /** Build arguments. */
  readonly a?: Readonly<Record<string, string>>;
  readonly p?: string;
  /** Name. */
  readonly n?: string;
  /** The open panel and line. */
  readonly v?: SharedView;
}

/** The fragment, with its `#`. */
export async function encodeShare(state: SharedState | SharedProfile): Promise<string> {
  const payload = 'profile' in state ? { c: changedIn(state.profile) } : payloadOf(state);
  return writeFragment(VERSION, payload);
}

/** Without the keys that hold their default. */
function changedIn(configuration: Configuration): Partial<Configuration> {
  const changed = Object.entries(configuration).filter(
    ([key, value]) => JSON.stringify(value) !== JSON.stringify(DEFAULT_CONFIGURATION[key as keyof Configuration]),
  );
  return Object.fromEntries(changed);
}

function payloadOf({ name, dockerfiles, shown, build, configuration, view }: SharedState): Payload {
  const [only] = dockerfiles;
  const isPlain = dockerfiles.length === 1 && only?.path === DEFAULT_PATH;
  const changed = changedIn(configuration);
  return {
    d: isPlain ? only.text : dockerfiles.map(({ path, text }) => [path, text] as const),
    ...(shown > 0 && { s: shown }),
    ...(Object.keys(changed).length > 0 && { c: changed }),
    ...(build.dockerignore !== undefined && { i: build.dockerignore }),
    ...(build.context && { x: build.context.map(packFile) }),
    ...(build.target !== undefined && { t: build.target }),
    ...(build.buildArguments && { a: build.buildArguments }),
    ...(build.platform !== undefined && { p: build.platform }),
    ...(name && { n: name }),
    ...(view && Object.keys(view).length > 0 && { v: view }),
  };
}

function packFile({ path, bytes, text }: ContextFile): PackedFile {
  return text === undefined ? [path, bytes] : [path, bytes, text];
}

/** How each format is read. */
const READERS: Readonly<Record<string, (payload: UnknownRecord) => SharedState | SharedProfile | undefined>> = {
  1: ({ d, c }) => (typeof d === 'string' ? readPayload({ d, c }) : undefined),
  [VERSION]: readPayload,
};

/** Reads a fragment. Undefined: it is no share link at all (empty, or the anchor of a heading). */
export async function decodeShare(
  fragment: string,
): Promise<SharedState | SharedProfile | FragmentProblem | undefined> {
  const read = await readFragment(fragment, Object.keys(READERS));
  if (read === undefined || typeof read === 'string') return read;
  try {
    return (isRecord(read.payload) ? READERS[read.format]?.(read.payload) : undefined) ?? 'damaged';
  } catch {
    return 'damaged';
  }
}

function readPayload({ d, s, c, i, x, t, a, p, n, v }: UnknownRecord): SharedState | SharedProfile | undefined {
  if (d === undefined && isRecord(c)) return { profile: readConfiguration(c).configuration };
  const pairs = typeof d === 'string' ? [[DEFAULT_PATH, d]] : Array.isArray(d) ? d : [];
  const workspace = readWorkspace({
    dockerfiles: pairs.map(([path, text]) => ({ path, text })),
    shown: s ?? 0,
    build: readBuild({ dockerignore: i, context: unpackFiles(x), target: t, buildArguments: a, platform: p }),
    configuration: readConfiguration(c).configuration,
  });
  const view = readView(v);
  const name = typeof n === 'string' ? n.slice(0, LONGEST_NAME) : '';
  return workspace && { ...(name && { name }), ...workspace, ...(view && { view }) };
}

function unpackFiles(files: unknown): unknown {
  if (!Array.isArray(files)) return undefined;
  return files.map(([path, bytes, text]) => (text === undefined ? { path, bytes } : { path, bytes, text }));
}

function readView(value: unknown): SharedView | undefined {
  if (!isRecord(value)) return undefined;
  const { panel, line } = value;
  return {
    ...(typeof panel === 'string' && { panel }),
    ...(typeof line === 'number' && Number.isInteger(line) && line > 0 && { line }),
  };
}
