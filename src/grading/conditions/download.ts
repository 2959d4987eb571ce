import type { Instruction, Run, ShellCommand } from '../../model/index.js';
import { code, text } from '../../model/text.js';
import { defineCondition, HOLDS } from '../condition.js';
import { flagField, optional, textField } from '../field.js';
import { isFailureLost } from '../lost-failure.js';
import type { Submission } from '../submission.js';

export const download = defineCondition({
  kind: 'download',
  title: 'A download is made, and checked',
  fields: {
    from: textField('Part of its address', 'example.com/tool'),
    checked: flagField('Its content is checked'),
    sum: optional(textField('Checksum that it has to have', '9f86d081884c7d65…')),
  },
  states: {
    gone: 'What it brought is missing now.',
    piped: 'What is piped into a shell is run before anybody has seen it, and a broken download runs in half.',
    unchecked: 'Whoever changes the file at that address changes your image.',
    'sum-from-there': 'Whoever can change the file can change the checksum beside it as well.',
    'other-sum':
      'A checksum that does not belong to the file stops the build, and one that nothing reads stops nothing.',
  },
  says: ({ from, checked }) =>
    text`${code(from)} is downloaded${checked ? ', and its content is checked before it is used' : ''}`,
  check(submission, { from, checked, sum }) {
    const found = reached(submission).find((one) => fetches(one, from));
    if (!found) return { holds: false, state: 'gone', now: text`No step of the build downloads ${code(from)}.` };
    const piped = submission
      .findingsOf('pipe-to-shell')
      .find(({ at }) => at.start >= found.at.start && at.end <= found.at.end);
    if (piped) return { holds: false, state: 'piped', now: piped.message.what, at: piped.at };
    if (!checked) return HOLDS;
    const { at } = found;
    const check = [found, ...reached(submission).filter((one) => isBehind(one, found))].find((one) =>
      isChecked(submission, one),
    );
    if (!check) {
      const now = text`${submission.lineOf(found)} takes whatever that address has on the day.`;
      return { holds: false, state: 'unchecked', now, at };
    }
    const sums = reached(submission).find(fetchesSums);
    if (sums && !isSigned(sums)) {
      const now = text`The checksum in ${submission.lineOf(sums)} comes from where the file comes from.`;
      return { holds: false, state: 'sum-from-there', now, at: sums.at };
    }
    if (sum === undefined || holdsText(submission, check, sum)) return HOLDS;
    return {
      holds: false,
      state: 'other-sum',
      now: text`${submission.lineOf(check)} does not compare with the checksum of the release.`,
      at: check.at,
    };
  },
});

/** The instructions of the stages that the target needs. */
function reached({ dockerfile }: Submission): readonly Instruction[] {
  return dockerfile.stages.filter(({ isReachable }) => isReachable).flatMap(({ instructions }) => instructions);
}

function isBehind(one: Instruction, { stage, index }: Instruction): boolean {
  return one.stage === stage && one.index > index;
}

const SUMS = /\.(?:sha\d+(?:sum)?|md5)(?:$|[?"'])|(?:sha\d+|check)[-_.]?sums?/i;

/** Downloads checksums, from wherever that is. */
function fetchesSums(one: Instruction): boolean {
  if (one.keyword === 'ADD') return one.sources.some(({ text: word }) => /^https?:/.test(word) && SUMS.test(word));
  return (
    one.keyword === 'RUN' &&
    commandsOf(one).some(({ args }) => args.some(({ text: word }) => /:\/\//.test(word) && SUMS.test(word)))
  );
}

function isSigned(one: Instruction): boolean {
  return one.keyword === 'RUN' && commandsOf(one).some(({ name = '' }) => /^(?:gpgv?|cosign|minisign)$/.test(name));
}

function holdsText({ dockerfile }: Submission, one: Instruction, wanted: string): boolean {
  const written = dockerfile.text.slice(one.at.start, one.at.end);
  return written.replace(VARIABLE, (whole, name: string) => one.scope.variable(name)?.value ?? whole).includes(wanted);
}

const VARIABLE = /\$\{?(\w+)\}?/g;

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
  return written.replace(VARIABLE, (whole, name: string) => scope.variable(name)?.value ?? whole);
}

/** By ADD's own flag, or by a program that compares a checksum or a signature, and stops the build. */
function isChecked(submission: Submission, one: Instruction): boolean {
  if (one.keyword === 'ADD') return one.flags.some(({ name }) => name === 'checksum');
  return (
    one.keyword === 'RUN' &&
    commandsOf(one).some((command) => compares(command) && !isFailureLost(submission, { run: one, command }))
  );
}

function compares({ name = '', args }: ShellCommand): boolean {
  const has = (option: RegExp) => args.some(({ text: word }) => option.test(word));
  if (/^(?:sha\d+sum|shasum|b2sum)$/.test(name)) return has(/^(?:-[a-z]*c[a-z]*|--check)$/);
  return name === 'gpgv' || name === 'cosign' || (name === 'gpg' && has(/^--verify$/));
}
