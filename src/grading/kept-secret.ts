/** A secret that a step gets by a mount: whether it is read, and whether it is written to a file that stays. */
import { absolute } from '../image/files/command-paths.js';
import { baseName, lineage, type Run, type RunCommand, type ShellCommand, type ShellWord } from '../model/index.js';
import type { Submission } from './submission.js';
import { placesOfOutput } from './whereabouts.js';

/** The command that writes it. */
export function keptSecretIn(submission: Submission, run: Run): RunCommand | undefined {
  const commands = run.command.script?.commands ?? [];
  const names = namesOf(run);
  const isRead = (command: ShellCommand) =>
    wordsOf(command).some(
      ({ raw, variables }) =>
        names.paths.some((path) => raw.includes(path)) || variables.some(({ name }) => names.variables.includes(name)),
    );
  for (const command of commands) {
    const isFed = command.pipeline?.commands.some(isRead) ?? false;
    const file = isRead(command) || isFed ? fileWrittenBy(command) : undefined;
    if (file === undefined || isDeletedIn(commands, command, file)) continue;
    const found = { run, command };
    if (submission.shippedRuns.includes(run) || placesOfOutput(submission, found, file).length > 0) return found;
  }
  return undefined;
}

/** Folders in which tools look for their settings without being told. */
const SETTINGS_FOLDER = /^\/(?:root|home\/[^/]+|etc|usr\/local\/etc|usr\/etc)(?:\/\.?config(?:\/.*)?)?$/;

/** Settings of a tool: `.npmrc`, `.netrc`, `pip.conf`. */
const SETTINGS_FILE = /^\.\w|^npmrc$|\.(?:conf|ini|toml)$/;

/** Whether a secret of a step is where the step, or a tool that looks for its settings in a folder, reads it. */
export function isSecretRead(run: Run, folder: string | undefined): boolean {
  const { paths, variables } = namesOf(run);
  if (variables.length > 0 || folder === undefined) return true;
  const written = (run.command.script?.commands ?? []).flatMap((command) => [
    ...wordsOf(command).map(({ raw }) => raw),
    ...command.assignments.map(({ value }) => value?.raw ?? ''),
  ]);
  const set = [...lineage(run.stage)]
    .flatMap(({ instructions }) => instructions)
    .flatMap((one) => (one.keyword === 'ENV' ? one.pairs.map(({ value }) => value?.text ?? '') : []));
  return paths.some((path) => {
    const place = absolute(path, folder) ?? path;
    const above = place.slice(0, place.lastIndexOf('/')) || '/';
    const isFound = SETTINGS_FILE.test(baseName(place)) && (above === folder || SETTINGS_FOLDER.test(above));
    return isFound || [...written, ...set].some((word) => word.includes(path));
  });
}

interface Names {
  readonly paths: readonly string[];
  readonly variables: readonly string[];
}

/** How a command line names the secrets of a step. */
function namesOf({ mounts, scope }: Run): Names {
  const secrets = mounts.filter(({ type }) => type === 'secret');
  const paths = secrets.map(({ keys, target }) => {
    const id = keys.get('id')?.text ?? keys.get('source')?.text;
    return (target && scope.expand(target)) ?? `/run/secrets/${id}`;
  });
  return { paths, variables: secrets.flatMap(({ keys }) => keys.get('env')?.text ?? []) };
}

function wordsOf({ args, redirects }: ShellCommand): readonly ShellWord[] {
  return [...args, ...redirects.flatMap(({ target }) => target ?? [])];
}

const SETTINGS = '~/.npmrc';

function fileWrittenBy({ name = '', args, redirects }: ShellCommand): string | undefined {
  const redirect = redirects.find(({ operator }) => /^>>?\|?$/.test(operator))?.target?.text;
  if (redirect !== undefined) return redirect.startsWith('/dev/') ? undefined : redirect;
  if (/^(?:cp|mv|install|tee)$/.test(name)) return args.at(-1)?.text;
  // `npm config set`, `git config`, `pip config set` write below the home of the user.
  return args[0]?.text === 'config' && name !== 'docker' ? SETTINGS : undefined;
}

function isDeletedIn(commands: readonly ShellCommand[], writer: ShellCommand, file: string): boolean {
  return commands.some(
    ({ name, args, at }) =>
      at.start >= writer.at.end &&
      ((name === 'rm' && args.some(({ text }) => text === file || (file === SETTINGS && /npmrc$/.test(text)))) ||
        (file === SETTINGS && args[0]?.text === 'config' && /^(?:delete|rm|unset|--unset)$/.test(args[1]?.text ?? ''))),
  );
}
