import type { Instruction, Run } from '../../model/index.js';
import { code, text } from '../../model/text.js';
import { defineCondition, HOLDS } from '../condition.js';
import { flagField, textField } from '../field.js';

export const download = defineCondition({
  kind: 'download',
  title: 'A download is made, and checked',
  fields: { from: textField('Part of its address', 'example.com/tool'), checked: flagField('Its content is checked') },
  states: {
    gone: 'What it brought is missing now.',
    piped: 'What is piped into a shell is run before anybody has seen it, and a broken download runs in half.',
    unchecked: 'Whoever changes the file at that address changes your image.',
  },
  says: ({ from, checked }) =>
    text`${code(from)} is downloaded${checked ? ', and its content is checked before it is used' : ''}`,
  check(submission, { from, checked }) {
    const found = submission.dockerfile.stages
      .filter(({ isReachable }) => isReachable)
      .flatMap(({ instructions }) => instructions)
      .find((one) => fetches(one, from));
    if (!found) return { holds: false, state: 'gone', now: text`No step of the build downloads ${code(from)}.` };
    const piped = submission
      .findingsOf('pipe-to-shell')
      .find(({ at }) => at.start >= found.at.start && at.end <= found.at.end);
    if (piped) return { holds: false, state: 'piped', now: piped.message.what, at: piped.at };
    if (!checked || isChecked(found)) return HOLDS;
    const now = text`${submission.lineOf(found)} takes whatever that address has on the day.`;
    return { holds: false, state: 'unchecked', now, at: found.at };
  },
});

function fetches(one: Instruction, from: string): boolean {
  if (one.keyword === 'ADD') return one.sources.some((word) => (one.scope.expand(word) ?? word.text).includes(from));
  return (
    one.keyword === 'RUN' &&
    commandsOf(one).some(({ args }) => args.some((word) => expandedIn(one, word.text).includes(from)))
  );
}

function commandsOf({ command }: Run) {
  return command.script?.commands ?? [];
}

function expandedIn({ scope }: Run, written: string): string {
  return written.replace(/\$\{?(\w+)\}?/g, (whole, name: string) => scope.variable(name)?.value ?? whole);
}

/** By ADD's own flag, or by a program that compares a checksum or a signature. */
function isChecked(one: Instruction): boolean {
  if (one.keyword === 'ADD') return one.flags.some(({ name }) => name === 'checksum');
  return (
    one.keyword === 'RUN' &&
    commandsOf(one).some(({ name = '', args }) => {
      const isSum =
        /^(?:sha\d+sum|shasum|b2sum)$/.test(name) &&
        args.some(({ text: word }) => /^(?:-[a-z]*c[a-z]*|--check)$/.test(word));
      return (
        isSum ||
        (/^gpgv?$/.test(name) && (name === 'gpgv' || args.some(({ text: word }) => word === '--verify'))) ||
        name === 'cosign'
      );
    })
  );
}
