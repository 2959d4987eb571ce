import { takesFile } from '../../image/context-files.js';
import { pathOf } from '../../image/files/command-paths.js';
import { packageCallsIn } from '../../image/files/package-calls.js';
import { pythonFolder } from '../../image/layers/python-folder.js';
import {
  baseName,
  callName,
  knowledgeOf,
  lineage,
  type Manager,
  type Mount,
  type PackageCall,
  type Run,
} from '../../model/index.js';
import { code, codes, type Text, text } from '../../model/text.js';
import { defineCondition, HOLDS } from '../condition.js';
import { flagField, listField } from '../field.js';
import { isFailureLost } from '../lost-failure.js';
import { StepFiles } from '../step-files.js';
import type { Submission } from '../submission.js';
import { isBelow, placesOfOutput, projectOf } from '../whereabouts.js';

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
    'no-manifest': 'The install stops the build where it finds no file that names what to install.',
    'failure-lost': 'The image is then built without them, and nobody is told.',
    'left-in-stage': 'A stage hands on only what a COPY --from takes.',
    'not-locked': 'Versions are then chosen anew at each install: what was tested is not what is shipped.',
    'no-lock-file': 'An install that insists on a lock file stops the build where it finds none; another chooses anew.',
    'removed-later': 'A layer is never changed: a later one hides files, and gives no byte back.',
    'for-development':
      'Test runners and compilers are no use in a container that serves, and are often the greater part.',
  },
  says: ({ withoutDevelopment, locked }) => [
    'The image has the project’s dependencies',
    locked ? ', in the versions of the lock file' : '',
    withoutDevelopment ? ', and none that are for development only' : '',
  ],
  check(submission, { managers, locked, withoutDevelopment }) {
    const installs = installsOf(submission, managers);
    if (installs.length === 0)
      return {
        holds: false,
        state: 'not-installed',
        now: whyNone(submission, managers),
      };
    const lost = installs.find(({ run, call }) => isFailureLost(submission, { run, command: call.command }));
    if (lost) {
      const { at } = lost.call.command;
      const now = text`Where ${code(callName(lost.call))} in ${submission.lineOf({ at })} fails, the step succeeds all the same.`;
      return { holds: false, state: 'failure-lost', now, at };
    }
    const aimless = installs.flatMap((one) => missingManifest(submission, one) ?? [])[0];
    if (aimless) {
      const { call, path } = aimless;
      const now = text`${code(callName(call))} in ${submission.lineOf(call.command)} reads ${code(path)}, which is not there.`;
      return { holds: false, state: 'no-manifest', now, at: call.command.at };
    }
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
    const blind = locked && shipped.find((install) => seesLockFile(submission, install) === false);
    if (blind) {
      const now = text`${code(callName(blind.call))} runs where there is no ${codes(knowledgeOf(blind.call.manager).lockFiles, 'or')}.`;
      return { holds: false, state: 'no-lock-file', now, at: blind.call.command.at };
    }
    const thinned = withoutDevelopment && shipped.find((install) => isThinnedLater(submission, install));
    if (thinned) {
      const now = text`Those for development are taken out behind ${submission.lineOf(thinned.call.command)}, and stay in its layer.`;
      return { holds: false, state: 'removed-later', now, at: thinned.call.command.at };
    }
    const [found] = withoutDevelopment ? submission.findingsOf('dev-dependencies-shipped') : [];
    return found ? { holds: false, state: 'for-development', now: found.message.what, at: found.at } : HOLDS;
  },
});

interface Install {
  readonly run: Run;
  readonly call: PackageCall;
}

function isInstall(
  { action, installsProject, manager }: PackageCall,
  managers: readonly string[] | undefined,
): boolean {
  return action === 'install' && installsProject && managers?.includes(manager) !== false;
}

/** The packages that a line of the Dockerfile names are not those that the project names. */
function whyNone(submission: Submission, managers: readonly string[]): Text {
  const other = submission.runs
    .flatMap((run) => packageCallsIn(run))
    .find(({ call }) => call.action === 'install' && managers.includes(call.manager));
  return other
    ? text`${code(callName(other.call))} in ${submission.lineOf(other.call.command)} installs what its line names, and not what the project names.`
    : text`No step installs what the project names with ${codes(managers, 'or')}.`;
}

/** Every install of what the project names, in the stages that the target needs. */
export function installsOf({ runs }: Submission, managers?: readonly string[]): readonly Install[] {
  return runs.flatMap((run) =>
    packageCallsIn(run)
      .filter(({ call }) => isInstall(call, managers))
      .map(({ call }) => ({ run, call })),
  );
}

/** Whether the folder that gets them is in the image, or they are part of its system. */
export function isInImage(submission: Submission, { run, call }: Install): boolean {
  const folder = folderOf(run, call);
  if (submission.shippedRuns.includes(run)) return folder === undefined || isThere(submission, run, call, folder);
  return folder !== undefined && isThere(submission, run, call, folder);
}

function isThere(submission: Submission, run: Run, { command }: PackageCall, folder: string): boolean {
  return placesOfOutput(submission, { run, command }, folder).length > 0;
}

/** A file that names what to install, and is known not to be there when the install runs. */
function missingManifest(submission: Submission, { run, call }: Install): (Install & { path: string }) | undefined {
  if (!submission.input.context) return undefined;
  const found = new StepFiles(submission, run);
  const folder = projectOf(run, call.command);
  const own = folder !== undefined && NODE.includes(call.manager) ? [`${folder}/package.json`] : [];
  const named = call.manifestArguments.flatMap((word) => pathOf(run, call.command, word) ?? []);
  const path = [...own, ...named].find((one) => !found.has(one, call.command));
  return path === undefined ? undefined : { run, call, path };
}

const NODE: readonly Manager[] = ['npm', 'pnpm', 'yarn', 'bun'];

/** Whether a lock file of the context is there when the install runs; undefined where it can't be seen. */
function seesLockFile(submission: Submission, install: Install): boolean | undefined {
  const { dockerfile } = submission;
  const { run } = install;
  const files = lockFilesOf(submission, install);
  const hasNone = knowledgeOf(install.call.manager).lockFiles.length === 0 || !submission.input.context;
  if (hasNone || !run.stage) return undefined;
  const before = [...lineage(run.stage)]
    .flatMap(({ instructions }) => instructions)
    .filter(({ index }) => index < run.index);
  const copies = before.filter((one) => one.keyword === 'COPY' || one.keyword === 'ADD');
  const isHidden = copies.some((one) => one.keyword === 'COPY' && one.from) || run.mounts.some(({ from }) => from);
  const takes = copies.some((one) => files.some((file) => takesFile(dockerfile, one, file) !== false));
  return (
    takes || run.mounts.some((mount) => files.some((file) => mountsFile(run, mount, file))) || (isHidden && undefined)
  );
}

function mountsFile({ scope }: Run, { type, keys }: Mount, file: string): boolean {
  const source = keys.get('source');
  return type === 'bind' && isBelow(file, source ? (scope.expand(source) ?? file) : '');
}

/** The lock files of the manager that the context has. */
function lockFilesOf({ input }: Submission, { call }: Install): readonly string[] {
  const names = knowledgeOf(call.manager).lockFiles;
  return (input.context ?? []).map(({ path }) => path).filter((path) => names.includes(baseName(path)));
}

/** A later step of the image leaves out what this one has stored. */
function isThinnedLater({ shippedRuns }: Submission, { run, call }: Install): boolean {
  const thins = (other: Run) =>
    packageCallsIn(other).some(({ call: one }) => one.manager === call.manager && one !== call && one.omitsDevelopment);
  return (
    shippedRuns.includes(run) &&
    !call.omitsDevelopment &&
    shippedRuns.some((one) => one.index > run.index && thins(one)) &&
    !thins(run)
  );
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
