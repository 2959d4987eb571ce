import { absolute, pathOf } from '../../image/files/command-paths.js';
import { packageCallsIn } from '../../image/files/package-calls.js';
import type { RunCommand } from '../../model/index.js';
import { code, codes, text } from '../../model/text.js';
import { defineCondition, HOLDS, type Verdict } from '../condition.js';
import { flagField, listField, optional, textField } from '../field.js';
import { StepFiles } from '../step-files.js';
import type { Submission } from '../submission.js';
import { commandsThatRun, isBelow, projectOf, waysOf } from '../whereabouts.js';
import { installsOf, isInImage } from './dependencies.js';

export const stepHas = defineCondition({
  kind: 'step-has',
  title: 'A step of the build finds what it reads',
  fields: {
    step: textField('Step: build, or a command', 'npm run build'),
    files: listField('Files and folders, as the context has them', 'package.json, src'),
    below: optional(textField('Folder of the context in which the step works', 'web')),
    dependencies: flagField('And the project’s dependencies'),
  },
  states: {
    'no-step': 'BuildKit runs what the image needs, and nothing else.',
    missing: 'A step sees the files of its stage and of its mounts, and nothing else of the context.',
    elsewhere: 'A program looks for its files from the folder in which it works.',
    'no-dependencies': 'What a program imports has to be installed in its own stage, before it runs.',
  },
  says: ({ step, files, dependencies }) =>
    text`${code(waysOf(step)[0])} finds ${codes(files)}${dependencies ? ', and the dependencies' : ''}`,
  check(submission, { step, files, below = '', dependencies }) {
    const commands = commandsThatRun(submission, step);
    const needed = (submission.input.context ?? [])
      .map(({ path }) => path)
      .filter((path) => files.some((file) => isBelow(path, file)));
    let verdict: Verdict<'no-step' | 'missing' | 'elsewhere' | 'no-dependencies'> = {
      holds: false,
      state: 'no-step',
      now: text`No step that the image needs runs ${code(waysOf(step)[0])}.`,
    };
    for (const one of commands) {
      verdict = look(submission, one, { step, needed, below });
      if (verdict.holds && dependencies && !hasDependencies(submission, one))
        verdict = {
          holds: false,
          state: 'no-dependencies',
          now: text`Where ${code(waysOf(step)[0])} runs, in ${submission.lineOf(one.command)}, no dependencies are installed.`,
          at: one.command.at,
        };
      if (verdict.holds) return HOLDS;
    }
    return verdict;
  },
});

interface Needs {
  readonly step: string;
  readonly needed: readonly string[];
  readonly below: string;
}

function look(
  submission: Submission,
  { run, command }: RunCommand,
  { step, needed, below }: Needs,
): Verdict<'missing' | 'elsewhere'> {
  const found = new StepFiles(submission, run);
  const folders = foldersOf({ run, command });
  const hasIn = (folder: string, path: string) =>
    found.hasAt(path, absolute(below ? path.slice(below.length + 1) : path, folder) ?? path, command);
  if (folders.length === 0 || folders.some((folder) => needed.every((path) => hasIn(folder, path)))) return HOLDS;
  const [folder = '/'] = folders;
  const missing = needed.find((path) => !hasIn(folder, path)) ?? '';
  const where = text`${code(waysOf(step)[0])} in ${submission.lineOf(command)} works in ${code(folder)}`;
  const { at } = command;
  const [place] = found.placesOf(missing);
  return place === undefined
    ? { holds: false, state: 'missing', now: text`${where}, and ${code(missing)} is not there.`, at }
    : { holds: false, state: 'elsewhere', now: text`${where}, and ${code(missing)} is ${code(place)}.`, at };
}

/** Where the step works first, then what its words name: `pytest /srv/tests`, `tsc -p /app`. */
function foldersOf({ run, command }: RunCommand): readonly string[] {
  const own = projectOf(run, command);
  if (own === undefined) return [];
  const named = command.args.flatMap((word) => pathOf(run, command, word) ?? []);
  return [own, ...named.flatMap((path) => [path, path.slice(0, path.lastIndexOf('/')) || '/'])];
}

/** Installed by an earlier step of the stage or by the step itself, taken from another stage, or mounted. */
function hasDependencies(submission: Submission, { run, command }: RunCommand): boolean {
  const before = submission.before(run);
  return (
    packageCallsIn(run).some(
      ({ call }) => call.action === 'install' && call.installsProject && call.command.at.end <= command.at.start,
    ) ||
    installsOf(before).some((install) => isInImage(before, install)) ||
    run.mounts.some(({ type, from }) => type === 'bind' && from)
  );
}
