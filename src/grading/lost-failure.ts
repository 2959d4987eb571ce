/** Whether a step goes on, and succeeds, where one of its commands has failed. */
import type { Run, RunCommand, Script, ShellCommand } from '../model/index.js';
import type { Submission } from './submission.js';

export function isFailureLost(submission: Submission, { run, command }: RunCommand): boolean {
  const { script } = run.command;
  if (!script) return false;
  const isAsked = command.isNegated || command.isBackground || command.context.includes('condition');
  return isAsked || isPipedAway(submission, command) || isPassedOver(run, script, command);
}

function isPipedAway(submission: Submission, { at }: ShellCommand): boolean {
  return submission
    .findingsOf('pipe-without-pipefail')
    .some((found) => found.at.start >= at.start && found.at.end <= at.end);
}

/** `test || true`, or `test; true` in a script that goes on after a failure. */
function isPassedOver(run: Run, script: Script, command: ShellCommand): boolean {
  let isFollowed = false;
  for (const next of script.commands.filter(({ at }) => at.start >= command.at.end)) {
    if (next.pipeline && next.pipeline === command.pipeline) continue;
    if (next.precededBy === '||') return !/^(?:exit|false)$/.test(next.name ?? '');
    // In `a && b` the shell's -e looks at b alone.
    if (next.precededBy === ';' || next.precededBy === undefined) return isFollowed || !stopsAtFailure(run, command);
    isFollowed ||= next.precededBy === '&&';
  }
  return false;
}

const STOPS = /^-[a-z]*e/;

function stopsAtFailure({ command, scope }: Run, { at }: ShellCommand): boolean {
  const { commands, shebang } = command.script as Script;
  const isSet = commands.some(
    ({ name, args, at: place }) => name === 'set' && place.end <= at.start && args.some(({ text }) => STOPS.test(text)),
  );
  return (
    isSet ||
    STOPS.test(shebang?.split(' ').at(-1) ?? '') ||
    (scope.shell.exec ?? []).some(({ text }) => STOPS.test(text))
  );
}
