import { baseName, type Entrypoint, isShellName, startCommandOf } from '../../model/index.js';
import { code, text } from '../../model/text.js';
import { defineCondition, HOLDS } from '../condition.js';
import { optional, textField } from '../field.js';
import { names, processesOf, runsFile } from '../processes.js';
import type { Submission } from '../submission.js';
import { placesOfContextFile } from '../whereabouts.js';

export const takesArguments = defineCondition({
  kind: 'takes-arguments',
  title: 'Arguments of docker run reach the program',
  fields: {
    file: optional(textField('File that the program runs', 'src/import.js')),
    given: optional(textField('Arguments to try', '--every 5')),
  },
  states: {
    'no-entrypoint': 'Without an ENTRYPOINT the arguments of `docker run` take the place of the whole command.',
    'not-in-image': 'A container has only the files of its image. Arguments reach no program that is not there.',
    replaced: 'Arguments of `docker run` take the place of CMD, with all that stands in it.',
    mixed: 'What stands in ENTRYPOINT stays in front of the arguments, whatever they are.',
    'shell-form': 'A command in shell form is one text for a shell: what stands behind it is dropped.',
    'shell-drops': 'A shell gives what stands behind its script to the script, which has to hand it on.',
  },
  says: () => text`Arguments of ${code('docker run')} reach the program`,
  check(submission, { file, given }) {
    const { target } = submission;
    if (file !== undefined && placesOfContextFile(submission, file).length === 0)
      return { holds: false, state: 'not-in-image', now: text`${code(file)} is not in the image that is shipped.` };
    const { entrypoint, baseEntrypoint } = target ? startCommandOf(target) : {};
    const isLost = file !== undefined && !runsFile(submission.withArguments(['--an-argument']), file);
    if (!entrypoint && baseEntrypoint?.length && !isLost) return HOLDS;
    if (!entrypoint) return { holds: false, state: 'no-entrypoint', now: ['The image has no ENTRYPOINT of its own.'] };
    if (entrypoint.command.form === 'exec' && dropsArguments(entrypoint))
      return {
        holds: false,
        state: 'shell-drops',
        now: ['The program is started by a shell, whose script takes no arguments.'],
        at: entrypoint.at,
      };
    if (isLost) {
      const now = text`With arguments the container starts without ${code(file)}.`;
      return { holds: false, state: 'replaced', now, at: entrypoint.at };
    }
    const got = file === undefined || given === undefined ? undefined : argumentsOf(submission, file, given);
    // Nothing is seen of what npm hands on, nor of `"$@"` in a script.
    const isSeen = got !== undefined && got !== '' && !/\$\{?@/.test(got);
    if (entrypoint.command.form === 'exec' && isSeen && got !== given) {
      const now = text`With ${code(given ?? '')} the program gets ${code(got)}.`;
      return { holds: false, state: 'mixed', now, at: entrypoint.at };
    }
    if (entrypoint.command.form === 'exec') return HOLDS;
    return { holds: false, state: 'shell-form', now: text`${code('ENTRYPOINT')} is in shell form.`, at: entrypoint.at };
  },
});

/** What stands behind the file on the command line, where `docker run` is given these arguments. */
function argumentsOf(submission: Submission, file: string, given: string): string | undefined {
  const started = submission.withArguments(given.split(' '));
  const words = processesOf(started).find((one) => placeOfFile(started, one.words, file) !== -1)?.words ?? [];
  const at = placeOfFile(started, words, file);
  return at === -1 ? undefined : words.slice(at + 1).join(' ');
}

function placeOfFile(submission: Submission, words: readonly string[], file: string): number {
  const places = placesOfContextFile(submission, file);
  return words.findIndex((word) => places.some((place) => names(submission, word, place)));
}

/** `["sh", "-c", "node server.js"]`: only `$@`, `$*` or `$1` in the script brings them to the program. */
function dropsArguments({ command }: Entrypoint): boolean {
  const [program, option, script] = (command.exec ?? []).map(({ text: word }) => word);
  const isScript = program !== undefined && isShellName(baseName(program)) && /^-[a-z]*c$/.test(option ?? '');
  return isScript && !/\$\{?[@*1-9]/.test(script ?? '');
}
