import { packageCallsIn } from '../../image/files/package-calls.js';
import { pythonFolder } from '../../image/layers/python-folder.js';
import { callName, knowledgeOf, type Manager, type PackageCall, type Run } from '../../model/index.js';
import { code, codes, text } from '../../model/text.js';
import { defineCondition, HOLDS } from '../condition.js';
import { flagField, listField } from '../field.js';
import type { Submission } from '../submission.js';
import { placesOfOutput } from '../whereabouts.js';

export const dependencies = defineCondition({
  kind: 'dependencies',
  title: 'The project’s dependencies are in the image',
  fields: {
    managers: listField('Installed by', 'npm, pnpm'),
    locked: flagField('In the versions of the lock file'),
    withoutDevelopment: flagField('Without those for development'),
  },
  states: {
    'not-installed': 'The program stops at its first import.',
    'left-in-stage': 'A stage hands on only what a COPY --from takes.',
    'not-locked': 'Versions are then chosen anew at each install: what was tested is not what is shipped.',
    'for-development':
      'Test runners and compilers are no use in a container that serves, and are often the greater part.',
    'removed-later': 'A later layer can hide files and give no byte back.',
  },
  says: ({ withoutDevelopment, locked }) => [
    'The image has the project’s dependencies',
    locked ? ', in the versions of the lock file' : '',
    withoutDevelopment ? ', and none that are for development only' : '',
  ],
  check(submission, { managers, locked, withoutDevelopment }) {
    const installs = submission.runs.flatMap((run) =>
      packageCallsIn(run)
        .filter(({ call }) => isInstall(call, managers))
        .map(({ call }) => ({ run, call })),
    );
    if (installs.length === 0)
      return {
        holds: false,
        state: 'not-installed',
        now: text`No step installs what the project names with ${codes(managers, 'or')}.`,
      };
    const shipped = installs.filter((install) => isInImage(submission, install));
    const [first] = shipped;
    if (!first)
      return {
        holds: false,
        state: 'left-in-stage',
        now: ['They are installed in a stage, and nothing takes them into the image that is shipped.'],
      };
    const loose = locked && shipped.find(({ call }) => call.isLocked === false);
    const at = (loose || first).call.command.at;
    if (loose)
      return {
        holds: false,
        state: 'not-locked',
        now: text`${code(loose.call.tool)} in ${submission.lineOf({ at })} does not keep to the lock file.`,
        at,
      };
    const pruned =
      withoutDevelopment && submission.shippedRuns.flatMap(packagesPruned).find((one) => isLater(one, shipped));
    if (pruned) {
      const now = text`${code(callName(pruned))} in ${submission.lineOf(pruned.command)} deletes them, and they still lie in the layer of the install.`;
      return { holds: false, state: 'removed-later', now, at: pruned.command.at };
    }
    const [found] = withoutDevelopment ? submission.findingsOf('dev-dependencies-shipped') : [];
    return found ? { holds: false, state: 'for-development', now: found.message.what, at: found.at } : HOLDS;
  },
});

interface Install {
  readonly run: Run;
  readonly call: PackageCall;
}

function isInstall({ action, installsProject, manager }: PackageCall, managers: readonly string[]): boolean {
  return action === 'install' && installsProject && managers.includes(manager);
}

/** `npm prune --omit=dev` */
function packagesPruned(run: Run): readonly PackageCall[] {
  return packageCallsIn(run)
    .map(({ call }) => call)
    .filter(({ action, subcommand }) => action === 'remove' && subcommand?.text === 'prune');
}

/** Whether it stands in another step than the install whose packages it deletes. */
function isLater({ manager, command }: PackageCall, installs: readonly Install[]): boolean {
  return installs.some(
    ({ run, call }) => call.manager === manager && !call.omitsDevelopment && run.at.end <= command.at.start,
  );
}

/** Whether the folder that gets them is in the image, or they are part of its system. */
function isInImage(submission: Submission, { run, call }: Install): boolean {
  const folder = folderOf(run, call);
  if (submission.shippedRuns.includes(run)) return folder === undefined || isThere(submission, run, call, folder);
  return folder !== undefined && isThere(submission, run, call, folder);
}

function isThere(submission: Submission, run: Run, { command }: PackageCall, folder: string): boolean {
  return placesOfOutput(submission, { run, command }, folder).length > 0;
}

const PYTHON: readonly Manager[] = ['pip', 'uv'];

function folderOf(run: Run, call: PackageCall): string | undefined {
  if (!PYTHON.includes(call.manager)) return knowledgeOf(call.manager).dependencyFolders[0];
  return environmentNamed(call) ?? pythonFolder(run, call);
}

/** `uv pip install --python /venv/bin/python` */
function environmentNamed({ manager, options }: PackageCall): string | undefined {
  const python = manager === 'uv' ? options.value('-p', '--python') : undefined;
  return python?.startsWith('/') ? python.replace(/\/bin\/python[\d.]*$/, '') : undefined;
}
