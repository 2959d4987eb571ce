import { takesFile } from '../../image/context-files.js';
import { absolute, folderAt } from '../../image/files/command-paths.js';
import { baseName, type Instruction, type Run, type ShellCommand } from '../../model/index.js';
import { code, type TextPart, text } from '../../model/text.js';
import { defineCondition, HOLDS } from '../condition.js';
import { textField } from '../field.js';
import type { Submission } from '../submission.js';
import { type Made, placesOfMade } from '../whereabouts.js';

export const unpacked = defineCondition({
  kind: 'unpacked',
  title: 'The image holds what is in an archive',
  fields: { archive: textField('Archive in the context, or * for any', 'data.tar.gz') },
  states: {
    'not-unpacked': 'The program reads the files, not the archive.',
    'not-in-image': 'What was unpacked elsewhere, or is deleted again, is not there when the program reads it.',
  },
  says: ({ archive }) => text`The image holds what is in ${named(archive)}`,
  check(submission, { archive }) {
    const made = submission.dockerfile.stages
      .filter(({ isReachable }) => isReachable)
      .flatMap(({ instructions }) => instructions)
      .flatMap((one) => unpackedBy(submission, one, archive));
    if (made.length === 0)
      return { holds: false, state: 'not-unpacked', now: text`No step unpacks ${named(archive)}.` };
    if (made.some((one) => placesOfMade(submission, one).length > 0)) return HOLDS;
    return {
      holds: false,
      state: 'not-in-image',
      now: text`What a step unpacks of ${named(archive)} is not in the image.`,
    };
  },
});

function named(archive: string): TextPart {
  return archive === ANY ? 'an archive' : code(archive);
}

function unpackedBy({ dockerfile }: Submission, one: Instruction, archive: string): Made[] {
  if (!one.stage) return [];
  const { stage, index } = one;
  if (one.keyword === 'ADD') {
    const isKept = one.flags.some(({ name, value }) => name === 'unpack' && value?.text === 'false');
    const written = one.destination && one.scope.expand(one.destination);
    const path = written ? absolute(written, one.scope.workdir ?? '/') : undefined;
    const isUnpacked = one.flags.some(({ name, value }) => name === 'unpack' && value?.text !== 'false');
    const isTaken =
      (archive === ANY && isUnpacked) || (!isKept && TAR.test(archive) && takesFile(dockerfile, one, archive) === true);
    return isTaken && path !== undefined ? [{ stage, index, path }] : [];
  }
  if (one.keyword !== 'RUN' || !mentions(one, archive)) return [];
  return (one.command.script?.commands ?? []).flatMap((command) => {
    const path = isUnpacking(command) ? folderOf(one, command) : undefined;
    return path === undefined ? [] : [{ stage, index, path }];
  });
}

/** ADD unpacks these by itself. */
const TAR = /\.(?:tar|tar\.(?:gz|xz|bz2|zst)|tgz|txz)$/;

/** What stands for an archive that the build fetches, and names as it likes. */
const ANY = '*';

/** Some word of the step is the archive, whichever command of a pipe reads it. */
function mentions({ command, mounts }: Run, archive: string): boolean {
  if (archive === ANY) return true;
  const words = (command.script?.commands ?? []).flatMap(({ args, redirects }) => [
    ...args,
    ...redirects.flatMap(({ target }) => target ?? []),
  ]);
  const names = [baseName(archive), ...mounts.map(({ target }) => baseName(target?.text ?? ''))].filter((name) => name);
  return words.some(({ text: word }) => names.includes(baseName(word)) || /[*?]/.test(baseName(word)));
}

function isUnpacking({ name = '', args }: ShellCommand): boolean {
  if (/^(?:tar|bsdtar)$/.test(name))
    return args.some(({ text: word }) => /^(?:-?[a-zA-Z]*x[a-zA-Z]*|--extract)$/.test(word));
  return /^(?:unzip|7z|7za)$/.test(name) || args.some(({ text: word }) => /^(?:tarfile|zipfile)$/.test(word));
}

function folderOf(run: Run, { args, ...command }: ShellCommand): string | undefined {
  const at = args.findIndex(({ text: word }) => /^(?:-C|-d|--directory)$/.test(word));
  const joined = args
    .find(({ text: word }) => /^(?:--directory=|-C.|-o.)/.test(word))
    ?.text.replace(/^(?:--directory=|-C|-o)/, '');
  const last = args.some(({ text: word }) => word === '-e') ? args.at(-1)?.text : undefined;
  return absolute((at === -1 ? (joined ?? last) : args[at + 1]?.text) ?? '.', folderAt(run, { args, ...command }));
}
