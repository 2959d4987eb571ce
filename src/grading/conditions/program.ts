import { isWithin } from '../../image/files/command-paths.js';
import { landingsOf } from '../../image/files/copied-files.js';
import type { ProcessNode } from '../../image/index.js';
import { summaryOf } from '../../image/summary.js';
import { baseName, type Dockerfile, type InstructionOf } from '../../model/index.js';
import { code, type Text, text } from '../../model/text.js';
import { defineCondition, HOLDS, type Verdict } from '../condition.js';
import { settingOf } from '../environment-of.js';
import { flagField, listField, optional, textField, type Values } from '../field.js';
import { isFoundFromStart, names, processesOf, whyNothing } from '../processes.js';
import type { Submission } from '../submission.js';
import { commandsThatRun, placesOfContextFile, placesOfOutput, waysOf } from '../whereabouts.js';

const fields = {
  command: optional(textField('Program', 'node')),
  file: optional(textField('File that it runs, as the context has it or as the build writes it', 'server.js')),
  madeBy: optional(textField('Step of the build that makes the file', 'build')),
  argument: optional(textField('Word among its arguments', 'app:app')),
  options: optional(
    listField('Words that go with it, or variables that say the same', '--workers 2 | -w 2 | WEB_CONCURRENCY=2'),
  ),
  module: optional(textField('File that it looks for below the folder in which it starts', 'shop/web.py')),
  asPid1: flagField('It is PID 1'),
};

type Wanted = Values<typeof fields>;

export const program = defineCondition({
  kind: 'program',
  title: 'The container runs a program',
  fields,
  states: {
    'nothing-starts': 'Whoever runs the image expects the program, and does not know what to type.',
    'does-not-start': 'The build may succeed all the same; only the first `docker run` tells.',
    'not-made': 'What the container is to run has to be made first.',
    'not-in-image': 'A container has only the files of its image. What is missing there is missing at every start.',
    'other-program': 'A smaller, faster or safer image is worth nothing if it does not do its work any more.',
    'other-options': 'Who relies on a container relies on what its program is started with.',
    'ended-early': 'A service runs until it is asked to stop.',
    'runs-in-build': 'A step of the build waits until its program has ended. A service does not end by itself.',
    'not-there': 'A program comes with the base image, with a package, or with a COPY. By itself it is not there.',
    elsewhere: 'What the program loads by name, it looks for from the folder in which it starts.',
    'not-pid-1': '`docker stop` signals PID 1 alone. What stands behind another process may never hear of it.',
  },
  says: (wanted) => text`${wanted.asPid1 ? 'PID 1 runs' : 'The container runs'} ${nameOf(wanted)}`,
  check(submission, wanted) {
    const { process } = submission.prediction;
    if (wanted.madeBy && commandsThatRun(submission, wanted.madeBy).length === 0)
      return {
        holds: false,
        state: 'not-made',
        now: text`No step that the image needs runs ${code(waysOf(wanted.madeBy)[0])}.`,
      };
    const places = placesOf(submission, wanted);
    if (places?.length === 0)
      return { holds: false, state: 'not-in-image', now: text`${fileOf(wanted)} is not in the image that is shipped.` };
    if (process?.starts === false) return { holds: false, state: 'does-not-start', now: [process.why] };
    const nodes = processesOf(submission);
    const [first] = nodes;
    if (!first) return { holds: false, state: 'nothing-starts', now: [whyNothing(submission)] };
    const found = nodes.find((node) => isWanted(submission, node, wanted, places));
    if (!found) return { holds: false, state: 'other-program', now: text`The container starts ${lineOf(first)}.` };
    const absent = wanted.options?.find((option) => !hasOption(submission, found, option));
    if (absent !== undefined)
      return {
        holds: false,
        state: 'other-options',
        now: text`The container starts ${lineOf(found)}, without ${code(waysOf(absent)[0])}.`,
      };
    if (nodes.some(({ command }) => command === 'timeout'))
      return { holds: false, state: 'ended-early', now: text`${code('timeout')} ends the program.` };
    const inBuild = startsInBuild(submission, wanted);
    if (inBuild) return inBuild;
    if (!isOneOf(submission, found, places) && isMissing(submission, found)) return missing(submission, found);
    if (wanted.module !== undefined && !isFoundFromStart(submission, wanted.module))
      return misplaced(submission, wanted.module);
    if (wanted.asPid1 && found !== first)
      return {
        holds: false,
        state: 'not-pid-1',
        now: text`PID 1 is ${lineOf(first)}, and ${lineOf(found)} is below it.`,
      };
    return HOLDS;
  },
});

function nameOf({ command, file, argument }: Wanted): Text {
  const words = [command, file, argument].filter((word) => word !== undefined);
  return words.length > 0 ? [code(words.join(' '))] : ['what the build makes'];
}

function fileOf({ file, madeBy }: Wanted): Text {
  return file === undefined ? text`What ${code(waysOf(madeBy ?? 'the build')[0])} makes` : [code(file)];
}

/** Where the file is in the image; undefined where none is named. */
function placesOf(submission: Submission, { file, madeBy }: Wanted): readonly string[] | undefined {
  if (madeBy !== undefined)
    return commandsThatRun(submission, madeBy).flatMap((one) => placesOfOutput(submission, one, file));
  return file === undefined ? undefined : placesOfContextFile(submission, file);
}

function isWanted(
  submission: Submission,
  node: ProcessNode,
  wanted: Wanted,
  places: readonly string[] | undefined,
): boolean {
  if (wanted.command !== undefined && !runsProgram(node, wanted.command)) return false;
  if (onlySays(submission, node, places)) return false;
  if (wanted.argument !== undefined && !hasArgument(submission, node, wanted.argument)) return false;
  return !places || node.words.some((word) => places.some((place) => names(submission, word, place)));
}

/** Options with which a program says something and ends, or looks at the file without running it. */
const SAYS = /^(?:--?version|--help|-h|-v|-V|--check|--check-config|-e|--eval|-p|--print)$/;

/** `node --version server.js` does not run the file. What stands behind the file is the program's own affair. */
function onlySays(submission: Submission, { words }: ProcessNode, places: readonly string[] = []): boolean {
  const file = words.findIndex((word) => places.some((place) => names(submission, word, place)));
  return words.slice(1, file === -1 ? undefined : file).some((word) => SAYS.test(word));
}

/** By its name, or as a module: `python -m gunicorn`. */
function runsProgram({ command, words }: ProcessNode, wanted: string): boolean {
  const module = words[words.indexOf('-m') + 1];
  return plainName(command) === plainName(wanted) || (plainName(command) === 'python' && module === wanted);
}

/** A script that hands on what it was given, `"$@"`, hands on the words of the start command. */
function hasArgument({ dockerfile }: Submission, { words }: ProcessNode, argument: string): boolean {
  const handsOn = words.some((word) => word === '$@' || word === '$*');
  return words.includes(argument) || (handsOn && (summaryOf(dockerfile)?.command ?? []).includes(argument));
}

/** `--workers 2` is also `--workers=2`; `NAME=value` is a variable of the container. */
function hasOption(submission: Submission, { words }: ProcessNode, option: string): boolean {
  const handsOn = words.some((word) => word === '$@' || word === '$*');
  const all = [...words, ...(handsOn ? (summaryOf(submission.dockerfile)?.command ?? []) : [])];
  const line = ` ${all.join(' ')} `.replace(/ (--[\w-]+)=/g, ' $1 ');
  return waysOf(option).some((way) => {
    const [, name, value] = /^([A-Z_]+)=(.*)$/.exec(way) ?? [];
    return name === undefined ? line.includes(` ${way} `) : settingOf(submission, name)?.value === value;
  });
}

/** A step of the build that starts the program, and waits for it. */
function startsInBuild(
  submission: Submission,
  { command, file, madeBy }: Wanted,
): Verdict<'runs-in-build'> | undefined {
  if (command === undefined || file === undefined || madeBy !== undefined) return undefined;
  const found = commandsThatRun(submission, `${command} ${file}`).find(
    ({ command: one }) => !one.isBackground && one.wrappers.length === 0,
  );
  if (!found) return undefined;
  const { at } = found.command;
  return { holds: false, state: 'runs-in-build', now: text`The build starts it in ${submission.lineOf({ at })}.`, at };
}

/** `python3.13` is python. */
function plainName(command: string): string {
  return command.replace(/[\d.]+$/, '');
}

/** The program itself is a file of the context, or what the build makes. */
function isOneOf(submission: Submission, { words: [first] }: ProcessNode, places: readonly string[] = []): boolean {
  return first !== undefined && places.some((place) => names(submission, first, place));
}

/** It is known that nothing brings the program. */
function isMissing(submission: Submission, { command }: ProcessNode): boolean {
  const { target, shippedStages, prediction, dockerfile } = submission;
  const base = target?.base;
  if (prediction.process?.starts !== null || !base?.tools || base.reference === 'scratch') return false;
  const path = pathOf(submission);
  const brings = shippedStages
    .flatMap(({ instructions }) => instructions)
    .some((one) => BRINGS.test(one.keyword) || (one.keyword === 'COPY' && mayBring(dockerfile, one, command, path)));
  return !brings && !base.tools.has(command) && base.runtime?.name !== plainName(command);
}

const BRINGS = /^(?:RUN|ADD)$/;

/** A file of that name, or a folder that another stage or image has filled, where programs are looked for. */
function mayBring(
  dockerfile: Dockerfile,
  copy: InstructionOf<'COPY'>,
  command: string,
  path: readonly string[],
): boolean {
  const isFromStage = copy.flags.some(({ name }) => name === 'from');
  return landingsOf(dockerfile, copy).some((landing) =>
    landing.isFolder
      ? isFromStage && path.some((folder) => isWithin(folder, landing.path) || isWithin(landing.path, folder))
      : baseName(landing.path) === command,
  );
}

const USUAL_PATH = ['/usr/local/sbin', '/usr/local/bin', '/usr/sbin', '/usr/bin', '/sbin', '/bin'];

/** The folders in which programs are looked for. */
function pathOf({ shippedStages }: Submission): readonly string[] {
  const set = shippedStages
    .flatMap(({ instructions }) => instructions)
    .flatMap((one) => (one.keyword === 'ENV' ? one.pairs : []))
    .filter(({ key }) => key.text === 'PATH')
    .flatMap(({ value }) => value?.text.split(':') ?? []);
  return [...USUAL_PATH, ...set.filter((folder) => folder.startsWith('/'))];
}

function missing({ target }: Submission, { command }: ProcessNode): Verdict<'not-there'> {
  const base = target?.baseReference?.name?.text ?? 'the base image';
  return {
    holds: false,
    state: 'not-there',
    now: text`${code(base)} does not bring ${code(command)}, and no step installs it.`,
  };
}

function lineOf({ words, command }: ProcessNode): Text {
  return [code(words.join(' ') || command)];
}

function misplaced(submission: Submission, module: string): Verdict<'elsewhere' | 'not-in-image'> {
  const [place] = placesOfContextFile(submission, module);
  if (place === undefined)
    return { holds: false, state: 'not-in-image', now: text`${code(module)} is not in the image that is shipped.` };
  const folder = summaryOf(submission.dockerfile)?.workdir ?? '/';
  const now = text`It starts in ${code(folder)}, and ${code(module)} is ${code(place)}.`;
  return { holds: false, state: 'elsewhere', now };
}
