import { asWritten } from '../model/index.js';
import { droppedCmdOf } from './dropped-cmd.js';
import { removeInstruction, replace } from './edits.js';
import { execForm, wordsWithoutShell } from './exec-form.js';
import { code, text } from './message.js';
import { defineRule } from './rule.js';

export const entrypointDropsCmd = defineRule({
  id: 'entrypoint-drops-cmd',
  topic: 'pid-1',
  stages: 'final',
  severity: 'error',
  summary: 'Write ENTRYPOINT as an array where CMD is meant to give it arguments.',

  *find({ dockerfile, stages }) {
    for (const stage of stages) {
      const dropped = droppedCmdOf(dockerfile, stage);
      if (dropped) yield { at: dropped.cmd.keywordAt, ...dropped };
    }
  },

  explain: ({ cmd, entrypoint }, { dockerfile }) => ({
    what: text`${code(asWritten(dockerfile, cmd.command))} is ignored: ${code(
      `${entrypoint.keywordText} ${asWritten(dockerfile, entrypoint.command)}`,
    )} is in shell form and takes no arguments.`,
    why: text`Docker puts CMD, and whatever follows the image in ${code('docker run')}, behind the text for the shell, which does not look at it.`,
    todo: wordsWithoutShell(entrypoint.command)
      ? text`Write ENTRYPOINT in exec form; CMD then follows it as arguments.`
      : text`Move the line into a script that ends in ${code('exec … "$@"')} and name that in an exec form, or remove CMD.`,
  }),

  *repair({ cmd, entrypoint }, { dockerfile }) {
    const words = wordsWithoutShell(entrypoint.command);
    if (words && cmd.command.exec && entrypoint.commentsInside.length === 0)
      yield {
        title: 'Write ENTRYPOINT in exec form',
        safety: 'suggested',
        edits: [replace(entrypoint.command.at, execForm(words))],
      };
    yield {
      title: 'Remove the CMD that nothing reads',
      safety: 'suggested',
      edits: [removeInstruction(dockerfile, cmd)],
    };
  },
});
