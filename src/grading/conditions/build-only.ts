import { packageCallsIn } from '../../image/files/package-calls.js';
import type { Run } from '../../model/index.js';
import { code, text } from '../../model/text.js';
import { defineCondition, HOLDS } from '../condition.js';
import { settingOf } from '../environment-of.js';
import { textField } from '../field.js';
import { doesRun } from '../whereabouts.js';

export const buildOnly = defineCondition({
  kind: 'build-only',
  title: 'A variable is there for a step of the build only',
  fields: {
    name: textField('Name', 'NODE_OPTIONS'),
    value: textField('Value', '--max-old-space-size=4096'),
    step: textField('Step: install, or a command', 'install'),
  },
  states: {
    'no-step': 'The variable is there for a step, which is gone.',
    missing: 'The step reads it from its environment, where only what is declared above it is found.',
    'other-value': 'The step acts on the value that it finds.',
    stays: 'What is set for the container is there at each start, for every program in it, and for whoever looks.',
  },
  says: ({ name, value, step }) =>
    text`${code(`${name}=${value}`)} is there for ${step === 'install' ? 'the install' : code(step)}, and not in the container`,
  check(submission, { name, value, step }) {
    const found = submission.runs.flatMap((run) => valuesIn(run, step, name).map((seen) => ({ run, seen })));
    const [first] = found;
    if (!first) return { holds: false, state: 'no-step', now: text`No step of the build does it.` };
    const { at } = first.run;
    if (found.every(({ seen }) => seen === undefined))
      return {
        holds: false,
        state: 'missing',
        now: text`In ${submission.lineOf({ at })} there is no ${code(name)}.`,
        at,
      };
    if (!found.some(({ seen }) => seen === value)) {
      const now = text`In ${submission.lineOf({ at })} ${code(name)} is ${code(first.seen ?? 'not known')}.`;
      return { holds: false, state: 'other-value', now, at };
    }
    const stays = settingOf(submission, name);
    if (!stays || stays.value === '') return HOLDS;
    return { holds: false, state: 'stays', now: text`The container has ${code(name)} too.`, at: stays.at };
  },
});

/** What each command that is meant finds under the name. */
function valuesIn(run: Run, step: string, name: string): (string | null | undefined)[] {
  const commands =
    step === 'install'
      ? packageCallsIn(run)
          .filter(({ call }) => call.action === 'install')
          .map(({ command }) => command)
      : (run.command.script?.commands ?? []).filter((command) => doesRun(command, step));
  return commands.map((command) => {
    const own = command.assignments.find((one) => one.name === name);
    return own ? (own.value?.text ?? '') : (exportedIn(run, name) ?? run.scope.variable(name)?.value);
  });
}

/** `export NAME=value` in the same step. */
function exportedIn({ command: { script } }: Run, name: string): string | undefined {
  const words = (script?.commands ?? []).filter((one) => one.name === 'export').flatMap(({ args }) => args);
  return words.find(({ text: word }) => word.startsWith(`${name}=`))?.text.slice(name.length + 1);
}
