/** What a real build says of a condition, by its kind. */
import { baseName } from '../../../src/model/index.js';
import type { MeasuredAnswer, MeasuredRebuild } from './results.js';

type Values = Readonly<Record<string, unknown>>;

interface Reality {
  /** Whether it holds in reality; undefined where nothing was measured that tells. */
  readonly holds: (measured: MeasuredAnswer, values: Values) => boolean | undefined;
  /**
   * The condition asks for more than can be measured, such as the way in which something came about. Where it holds,
   * this holds; where it does not, this may.
   */
  readonly isPart?: true;
}

/** Kinds that are not here leave nothing to measure in an image or container, or nothing that was measured. */
export const REALITY: Readonly<Record<string, Reality>> = {
  program: { isPart: true, holds: runsProgram },
  dependencies: { isPart: true, holds: hasDependencies },
  installed: { isPart: true, holds: hasPackages },
  'not-installed': { holds: lacksPackages },
  'in-image': { holds: holdsFile },
  'not-in-image': {
    holds: ({ places, hidden = [] }, { files }) =>
      places && !anyBelow([...Object.keys(places), ...hidden], files as readonly string[]),
  },
  'not-sent': { holds: ({ sent }, { files }) => sent && !anyBelow(sent, files as readonly string[]) },
  'rebuilt-steps': {
    holds: ({ edits }, { file, atMost }) => {
      const steps = edits?.[String(file)]?.ran.length;
      return steps === undefined ? undefined : steps <= Number(atMost) && (atMost === 0 || steps > 0);
    },
  },
  'stays-cached': {
    holds: (measured, { step, file, argument }) => {
      const rebuild = argument === undefined ? measured.edits?.[String(file)] : measured.arguments?.[String(argument)];
      return rebuild && staysCached(rebuild, String(step));
    },
  },
  stops: {
    holds: ({ runs, stopSeconds = 0, isAsked }, { seconds, withoutHandler }) =>
      runs ? Math.floor(stopSeconds) <= Number(seconds) && (isAsked === true || withoutHandler === true) : undefined,
  },
  'not-root': {
    holds: ({ user, runs }) => (runs && user !== undefined ? !/^(?:|root|0)(?::|$)/.test(user) : undefined),
  },
  reaps: { holds: ({ reaps }) => reaps },
  'shell-free': { holds: ({ hasShell }) => (hasShell === undefined ? undefined : !hasShell) },
  environment: { holds: hasVariable },
  'build-only': { isPart: true, holds: ({ environment }, { name }) => environment && !(String(name) in environment) },
  'secret-mounted': {
    isPart: true,
    holds: ({ tellsSecret }) => (tellsSecret === undefined ? undefined : !tellsSecret),
  },
  writable: { holds: ({ mayWrite }, { folder }) => mayWrite?.[String(folder)] },
  'read-only': {
    holds: ({ mayWrite }, { file }) => {
      const may = mayWrite?.[String(file)];
      return may === undefined ? undefined : !may;
    },
  },
  'takes-arguments': { holds: ({ given }) => given?.['--given one']?.some((line) => line.endsWith(' --given one')) },
  'runs-given': {
    holds: ({ given }, { command }) =>
      given?.[String(command)]?.some((line) => line === command || line === lastWord(command)),
  },
  'start-runs': { holds: ({ runs, ran = [] }, { command }) => (runs ? ran.includes(lastWord(command)) : undefined) },
  wasted: {
    holds: ({ hiddenBytes }, { megabytes }) =>
      hiddenBytes === undefined ? undefined : hiddenBytes <= Number(megabytes) * 1e6,
  },
  unpacked: { holds: ({ unpacked }) => unpacked && unpacked === 'seen' },
};

function runsProgram(
  { runs, processes = [], places = {} }: MeasuredAnswer,
  { command, file, argument, madeBy, asPid1 }: Values,
): boolean | undefined {
  if (runs !== true) return runs;
  const wanted = madeBy === undefined && typeof file === 'string' ? [file, ...(places[file] ?? [])] : undefined;
  return processes.slice(0, asPid1 === true ? 1 : undefined).some((line) => {
    const words = line.split(' ');
    const isIt = command === undefined || words.slice(0, 2).some((word) => plainName(word) === command);
    const hasFile = !wanted || words.some((word) => wanted.some((one) => word === one || word.endsWith(`/${one}`)));
    return isIt && hasFile && (argument === undefined || words.includes(String(argument)));
  });
}

/** `/usr/bin/python3.13` is python. */
function plainName(word: string): string {
  return baseName(word).replace(/[\d.]+$/, '');
}

function lastWord(command: unknown): string {
  return String(command).split(' ').at(-1) ?? '';
}

function hasDependencies(
  { dependencies, developmentDependencies = {} }: MeasuredAnswer,
  { withoutDevelopment }: Values,
): boolean | undefined {
  if (!dependencies) return undefined;
  const isFree = Object.values(developmentDependencies).every((one) => one === 'absent');
  return Object.values(dependencies).every((one) => one === 'seen') && (withoutDevelopment !== true || isFree);
}

function hasPackages({ packages }: MeasuredAnswer, { packages: wanted }: Values): boolean | undefined {
  return packages && (wanted as string[]).every((ways) => ways.split(' | ').some((name) => packages[name] === 'seen'));
}

function lacksPackages(
  { packages, compilers }: MeasuredAnswer,
  { packages: unwanted = [], buildTools }: Values,
): boolean | undefined {
  const isFree = packages && (unwanted as string[]).every((name) => packages[name] === 'absent');
  return isFree && (buildTools !== true || compilers === 'absent');
}

function holdsFile({ places }: MeasuredAnswer, { file, madeBy, inFolder }: Values): boolean | undefined {
  if (!places || madeBy !== undefined) return undefined;
  const found = Object.entries(places).filter(([path]) => isBelow(path, String(file)));
  return found.some(([, at]) => at.some((place) => inFolder !== true || place.lastIndexOf('/') > 0));
}

function hasVariable(measured: MeasuredAnswer, { name, value, argument }: Values): boolean | undefined {
  const set = measured.environment?.[String(name)];
  if (!measured.environment) return undefined;
  if (set === undefined || (value !== undefined && set !== value)) return false;
  return argument === undefined || measured.arguments?.[String(argument)]?.sets.includes(String(name));
}

/** Installs of what a project or an image needs, as steps have them. */
const INSTALL = /\b(?:npm (?:ci|install)|pip3? install|apt-get install|go mod download)\b/;

function staysCached({ ran, cached }: MeasuredRebuild, step: string): boolean {
  const isMeant = (name: string) => (step === 'install' ? INSTALL.test(name) : name.includes(step));
  return cached.some(isMeant) && !ran.some(isMeant);
}

function anyBelow(paths: readonly string[], folders: readonly string[]): boolean {
  return paths.some((path) => folders.some((folder) => isBelow(path, folder)));
}

function isBelow(path: string, folder: string): boolean {
  return path === folder || path.startsWith(`${folder}/`);
}
