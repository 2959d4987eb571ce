import { packageCallsIn } from '../../image/files/package-calls.js';
import type { Change, RebuiltStep } from '../../image/index.js';
import { asWritten, lineage, type Run } from '../../model/index.js';
import { code, type Text, text } from '../../model/text.js';
import { defineCondition, HOLDS } from '../condition.js';
import { optional, textField, type Values } from '../field.js';
import { doesRun } from '../whereabouts.js';

const fields = {
  step: textField('Step: install, build, or a command', 'install'),
  file: optional(textField('After an edit of this file', 'src/app.js')),
  argument: optional(textField('After another value of this build argument', 'REVISION')),
};

export const staysCached = defineCondition({
  kind: 'stays-cached',
  title: 'A step stays in the cache after a change',
  fields,
  states: {
    'runs-again': 'What has not changed is done once more, for everybody who builds, each time.',
    gone: 'A step that is not there is not rebuilt, and does not do its work either.',
  },
  says: ({ step, ...change }) => text`${after(change)} leaves ${named(step)} in the cache`,
  check(submission, { step, ...change }) {
    const meant = submission.runs.filter((run) => isMeant(run, step));
    if (meant.length === 0)
      return { holds: false, state: 'gone', now: text`No step that the image needs does ${named(step)}.` };
    const rebuilt = submission.rebuild(changeOf(change));
    const again = rebuilt.find((one) => isRunAgain(one, meant));
    if (!again) return HOLDS;
    const words = code(asWritten(submission.dockerfile, again.instruction));
    const first = originOf(rebuilt, again);
    const cause =
      first === again
        ? text`. ${again.why}`
        : text`, because of ${code(asWritten(submission.dockerfile, first.instruction))} in ${submission.lineOf(first.instruction)}. ${first.why}`;
    const now = text`${words} in ${submission.lineOf(again.instruction)} runs again${cause}`;
    return { holds: false, state: 'runs-again', now, at: again.instruction.at };
  },
});

/** The step with which it begins: the first that runs of those on which this one stands, also in other stages. */
function originOf(rebuilt: readonly RebuiltStep[], again: RebuiltStep): RebuiltStep {
  const stages = [...lineage(again.stage)];
  const first = rebuilt.find(({ step, stage }) => step === 'run' && stages.includes(stage)) ?? again;
  const from = first.stage.uses.find(({ instruction }) => instruction === first.instruction)?.stage;
  const last = from && rebuilt.findLast(({ step, stage }) => step === 'run' && stage === from);
  return last && last !== first ? originOf(rebuilt, last) : first;
}

function isRunAgain({ step, instruction }: RebuiltStep, meant: readonly Run[]): boolean {
  return step === 'run' && meant.some((run) => run === instruction);
}

function named(step: string): Text {
  return step === 'install' || step === 'build' ? [`the ${step}`] : [code(step)];
}

function after({ file, argument }: Pick<Values<typeof fields>, 'file' | 'argument'>): Text {
  return argument === undefined ? text`An edit of ${code(file ?? '')}` : text`Another value of ${code(argument)}`;
}

function changeOf({ file = '', argument }: Pick<Values<typeof fields>, 'file' | 'argument'>): Change {
  return argument === undefined ? { kind: 'file', path: file } : { kind: 'argument', name: argument };
}

/** `install` is an install by any manager; else what a manager or the step itself calls it. */
function isMeant(run: Run, step: string): boolean {
  if (step === 'install') return packageCallsIn(run).some(({ call }) => call.action === 'install');
  return (run.command.script?.commands ?? []).some((command) => doesRun(command, step));
}
