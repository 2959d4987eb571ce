import type { Run, ShellCommand } from '../model/index.js';
import { removeCommand } from './command-edits.js';
import { insertLineAfter, insertLineBefore, replace } from './edits.js';
import { code, text } from './message.js';
import { defineRule } from './rule.js';

export const cdInRun = defineRule({
  id: 'cd-in-run',
  topic: 'correctness',
  stages: 'all',
  severity: 'warning',
  variants: {
    lost: { aliases: ['DL3003', 'DS-0013', 'f4a6bcd3', 'S6597'] },
    workdir: { aliases: ['DL3003', 'DS-0013', 'f4a6bcd3', 'S6597'], severity: 'info' },
  },
  summary: 'Change the folder with WORKDIR.',

  *find({ instructions }) {
    for (const run of instructions('RUN')) {
      const lost = lostIn(run);
      const cd = lost ?? leadingIn(run);
      if (cd) yield { variant: lost ? 'lost' : 'workdir', at: cd.nameAt, run, cd, folder: folderOf(cd) };
    }
  },

  explain: ({ variant, folder, run }) =>
    variant === 'lost'
      ? {
          what: text`${code(`cd ${folder ?? ''}`)} is the last command of this ${code(run.keywordText)}.`,
          why: text`Each ${code('RUN')} starts a shell of its own in the working directory, so the next instruction is back where it was.`,
          todo: text`Write ${code(`WORKDIR ${folder ?? '…'}`)}, which holds for all that follows.`,
        }
      : {
          what: text`The whole step works in ${code(folder ?? '')}.`,
          why: text`Each ${code('RUN')} begins in the working directory, so the next one that works there has to ${code('cd')} again.`,
          todo: text`Write ${code(`WORKDIR ${folder ?? '…'}`)} above, if more than this step works there.`,
        },

  *repair({ variant, run, cd, folder }, { dockerfile }) {
    if (!folder || run.command.form === 'exec' || run.heredocs.length > 0) return;
    const line = `WORKDIR ${folder}`;
    const title = `Write ${line}`;
    const isAlone = run.command.script?.commands.length === 1 && run.flags.length === 0;
    if (isAlone) {
      yield { title, safety: 'suggested', edits: [replace(run.at, line)] };
      return;
    }
    const removed = removeCommand(dockerfile, run, cd);
    if (!removed) return;
    const added = variant === 'lost' ? insertLineAfter(dockerfile, run, line) : insertLineBefore(dockerfile, run, line);
    const isApart = removed.end < added.start || added.end < removed.start;
    const edits = isApart ? [removed, added] : [{ ...removed, text: added.text }];
    yield { title, safety: 'suggested', edits };
  },
});

/** The `cd` with which a script ends, at its top. */
function lostIn({ command: { script } }: Run): ShellCommand | undefined {
  const last = script?.commands.at(-1);
  const isEnd = script?.statements.at(-1)?.end === last?.at.end;
  return !script?.hasErrors && isEnd && isPlainCd(last) ? last : undefined;
}

/** The one `cd` of a script, with which it begins. */
function leadingIn({ command: { script } }: Run): ShellCommand | undefined {
  const [first, second, ...more] = script?.commands ?? [];
  const hasOthers = [second, ...more].some((command) => command?.name === 'cd' || command?.name === 'pushd');
  const goesOn = second?.precededBy === '&&' && second.context.length === 0;
  return isPlainCd(first) && isPlaceToStay(folderOf(first)) && goesOn && !hasOthers ? first : undefined;
}

/** Not a folder for things that are thrown away. */
function isPlaceToStay(folder: string | undefined): boolean {
  return folder !== undefined && !/^\/(?:var\/)?tmp(?:\/|$)/.test(folder);
}

function isPlainCd(command: ShellCommand | undefined): command is ShellCommand {
  return (
    command?.name === 'cd' &&
    command.context.length === 0 &&
    command.pipeline === undefined &&
    command.precededBy !== '||' &&
    !command.isBackground &&
    command.redirects.length === 0
  );
}

/** Undefined where a shell would work it out: a variable, `~`, `-`. */
function folderOf({ args }: ShellCommand): string | undefined {
  const [folder, ...more] = args;
  const isPlain = folder?.isLiteral && more.length === 0 && !/^[-~]|[\s"'\\$]/.test(folder.text);
  return isPlain ? folder.text : undefined;
}
