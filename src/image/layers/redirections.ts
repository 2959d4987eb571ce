/** Files that a shell writes for a command: `>` and `>>`. */
import { type Size, sizeOf, UNKNOWN } from '../amount.js';
import { pathOf } from '../files/command-paths.js';
import { isInMount } from '../files/written-paths.js';
import { tarBytes } from '../tar.js';
import { shortened } from './command-text.js';
import { type Doing, SETTINGS } from './effect.js';

/** What a redirection writes, and how long it is at most. A file that can't be seen may be anywhere. */
export function writeRedirected(doing: Doing): void {
  const { run, command, files, text } = doing;
  for (const { operator, target } of command.redirects) {
    if (!target || !/^[\d&]?>>?\|?$/.test(operator) || target.text.startsWith('/dev/')) continue;
    const path = pathOf(run, command, target);
    if (path !== undefined && isInMount(run, path)) continue;
    const place = path === undefined ? 'anywhere' : 'path';
    const entry = {
      path: path ?? '/',
      isFolder: false,
      place,
      key: text,
      what: `what ${shortened(text)} writes`,
    } as const;
    files.add({ ...entry, size: printedSize(doing) });
  }
}

/** `echo` and `printf` write their words, `cat <<EOF` a part of its instruction. What a substitution prints is unknown. */
function printedSize({ run, command, text }: Doing): Size {
  const isPrinted = command.name === 'echo' || command.name === 'printf';
  const isHeredoc = command.redirects.some(({ operator }) => operator.startsWith('<<'));
  if (isHeredoc) return atMost(tarBytes(run.at.end - run.at.start));
  if (!isPrinted || command.args.some(({ text: word }) => /\$\(|`/.test(word))) return UNKNOWN;
  return command.args.every(({ isLiteral }) => isLiteral)
    ? sizeOf(tarBytes(text.length), text.length)
    : atMost(SETTINGS.max);
}

function atMost(bytes: number): Size {
  return { unpacked: { min: 0, max: bytes }, compressed: { min: 0, max: bytes } };
}
