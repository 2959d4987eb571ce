/** What somebody works on in the playground: Dockerfiles, what is known of their build, and the configuration. */
import { type Configuration, DEFAULT_CONFIGURATION, readConfiguration } from '../config/configuration.js';
import type { BuildInput, ContextFile } from '../model/build-input.js';
import { isRecord, type UnknownRecord } from '../model/record.js';

export interface NamedText {
  /** Its path in the build context: `Dockerfile`. */
  readonly path: string;
  readonly text: string;
}

/** What is known of a build beside its Dockerfile; each part that is missing is unknown. */
export type BuildSurroundings = Pick<BuildInput, 'dockerignore' | 'context' | 'target' | 'buildArguments' | 'platform'>;

export interface Workspace {
  /** At least one; their paths differ. */
  readonly dockerfiles: readonly NamedText[];
  /** The index of the one that is looked at. */
  readonly shown: number;
  readonly build: BuildSurroundings;
  readonly configuration: Configuration;
}

export const DEFAULT_PATH = 'Dockerfile';

/** A workspace of one Dockerfile, of whose build nothing is known. */
export function workspaceOf(text: string, configuration: Configuration = DEFAULT_CONFIGURATION): Workspace {
  return { dockerfiles: [{ path: DEFAULT_PATH, text }], shown: 0, build: {}, configuration };
}

/** The Dockerfile that is looked at. */
export function shownDockerfile({ dockerfiles, shown }: Workspace): NamedText {
  return dockerfiles[shown] ?? dockerfiles[0] ?? { path: DEFAULT_PATH, text: '' };
}

/** What a check of the Dockerfile that is looked at gets. */
export function buildInputOf(workspace: Workspace, today: string): BuildInput {
  return { ...workspace.build, ...shownDockerfile(workspace), today };
}

/** The same workspace with another text in the Dockerfile that is looked at. */
export function withText(workspace: Workspace, text: string): Workspace {
  const { dockerfiles, shown } = workspace;
  return { ...workspace, dockerfiles: dockerfiles.map((one, index) => (index === shown ? { ...one, text } : one)) };
}

/** Reads a workspace that comes from storage or a file. Undefined: it is none. What is wrong inside is left out. */
export function readWorkspace(value: unknown): Workspace | undefined {
  if (!isRecord(value) || !Array.isArray(value['dockerfiles'])) return undefined;
  const dockerfiles = value['dockerfiles'].filter(isNamedText).map(({ path, text }) => ({ path, text }));
  if (dockerfiles.length === 0) return undefined;
  const shown = Number(value['shown']);
  return {
    dockerfiles,
    shown: Number.isInteger(shown) && shown >= 0 && shown < dockerfiles.length ? shown : 0,
    build: readBuild(value['build']),
    configuration: readConfiguration(value['configuration']).configuration,
  };
}

/** Reads what is known of a build; parts of another kind are left out. */
export function readBuild(value: unknown): BuildSurroundings {
  if (!isRecord(value)) return {};
  const { dockerignore, context, target, buildArguments, platform } = value;
  return {
    ...(typeof dockerignore === 'string' && { dockerignore }),
    ...(Array.isArray(context) && { context: context.filter(isContextFile) }),
    ...(typeof target === 'string' && target !== '' && { target }),
    ...(isRecord(buildArguments) && { buildArguments: stringsOf(buildArguments) }),
    ...(typeof platform === 'string' && platform !== '' && { platform }),
  };
}

function stringsOf(values: UnknownRecord): Record<string, string> {
  const pairs = Object.entries(values).filter((pair): pair is [string, string] => typeof pair[1] === 'string');
  return Object.fromEntries(pairs);
}

function isNamedText(value: unknown): value is NamedText {
  return isRecord(value) && typeof value['path'] === 'string' && typeof value['text'] === 'string';
}

function isContextFile(value: unknown): value is ContextFile {
  if (!isRecord(value)) return false;
  const { path, bytes, text } = value;
  const isSize = typeof bytes === 'number' && Number.isSafeInteger(bytes) && bytes >= 0;
  return typeof path === 'string' && isSize && (text === undefined || typeof text === 'string');
}
