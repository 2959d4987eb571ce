import { mayCopyShell } from '../image/process/brought-shell.js';
import { isExecFormAttempt } from '../image/process/exec-form-attempt.js';
import {
  baseName,
  type Dockerfile,
  type InstructionOf,
  isShellName,
  lastOf,
  type Span,
  type Stage,
  startCommandOf,
} from '../model/index.js';
import { ByStage } from './by-stage.js';
import { imageOf } from './copied-artifact.js';
import { replace } from './edits.js';
import { execForm, wordsWithoutShell } from './exec-form.js';
import { code, type Text, text } from './message.js';
import { defineRule } from './rule.js';

export const shellMissing = defineRule({
  id: 'shell-missing',
  topic: 'distroless',
  stages: 'shipped',
  severity: 'error',
  variants: { cmd: {}, entrypoint: {}, healthcheck: {}, run: {}, script: {} },
  summary: 'Call no shell in an image that has none.',

  *find({ dockerfile, stages }) {
    for (const stage of stages) {
      if (stage.base?.shell !== 'none') continue;
      const run = stage.instructions.find((instruction) => instruction.keyword === 'RUN' && needsShell(instruction));
      const started = stage.isFinal ? startedThroughShell(dockerfile, stage) : [];
      for (const call of [...(run ? [callOf('run', run as Calling)] : []), ...started])
        if (call && !bringsShell(stage, call.instruction) && !isSpoiltArray(dockerfile, call.instruction))
          yield { ...call, stage };
    }
  },

  explain({ variant, instruction, program, entrypoint, words, stage }) {
    const image = code(imageOf(stage) ?? '');
    if (variant === 'script')
      return {
        what: text`${code(program ?? '')} is a shell script, and ${image} has no shell.`,
        why: text`The container stops with “no such file or directory”: the program in the first line of the script is missing.`,
        todo: text`Start the program itself, or take an image with a shell.`,
      };
    return {
      what: program
        ? text`${code(program)} is a shell, and ${image} has none.`
        : text`This ${code(instruction.keyword)} is in shell form, and ${image} has no shell.`,
      why: whyOf(variant, entrypoint),
      todo:
        variant === 'run'
          ? text`Do it in a stage that has a shell, and copy the result.`
          : words
            ? text`Write the exec form: ${code(execForm(words))}.`
            : text`Write the exec form, an array of words. It knows no variables, pipes or ${code('&&')}: what needs them belongs in the program or in an earlier stage.`,
    };
  },

  *repair({ instruction, words }) {
    const { command, commentsInside } = instruction;
    if (words && words.length > 0 && command && commentsInside.length === 0)
      yield { title: 'Write the exec form', safety: 'suggested', edits: [replace(command.at, execForm(words))] };
  },
});

type Calling = InstructionOf<'RUN'> | InstructionOf<'CMD'> | InstructionOf<'ENTRYPOINT'> | InstructionOf<'HEALTHCHECK'>;
type Kind = 'cmd' | 'entrypoint' | 'healthcheck' | 'run' | 'script';

interface ShellCall {
  readonly variant: Kind;
  readonly at: Span;
  readonly instruction: Calling;
  /** The shell or the script that an exec form names. */
  readonly program: string | undefined;
  /** The program that would get the shell as its argument. */
  readonly entrypoint: string | undefined;
  /** The exec form to write instead. */
  readonly words: readonly string[] | undefined;
}

/** What the container starts, and its health check. */
function startedThroughShell(dockerfile: Dockerfile, stage: Stage): (ShellCall | undefined)[] {
  const { entrypoint, cmd, baseEntrypoint } = startCommandOf(stage);
  const healthcheck = lastOf(stage, 'HEALTHCHECK');
  const inFront = entrypoint?.command.exec?.map((word) => word.text) ?? baseEntrypoint;
  const isDropped = entrypoint?.command.form === 'shell';
  return [
    entrypoint && (callOf('entrypoint', entrypoint) ?? scriptOf(dockerfile, entrypoint)),
    cmd && !isDropped && (inFront ? argumentOf(cmd, inFront) : (callOf('cmd', cmd) ?? scriptOf(dockerfile, cmd))),
    healthcheck && (callOf('healthcheck', healthcheck) ?? scriptOf(dockerfile, healthcheck)),
  ].filter((call) => call !== false);
}

function needsShell({ command }: Calling): boolean {
  if (!command || command.at.start === command.at.end) return false;
  return command.form === 'shell' || isShellName(baseName(command.exec?.[0]?.text ?? ''));
}

function callOf(variant: Kind, instruction: Calling): ShellCall | undefined {
  const { command } = instruction;
  if (!command || !needsShell(instruction)) return undefined;
  const shell = command.exec?.[0];
  const words = variant === 'run' ? undefined : wordsWithoutShell(command);
  return {
    variant,
    at: shell?.inner ?? instruction.keywordAt,
    instruction,
    program: shell?.text,
    entrypoint: undefined,
    words,
  };
}

/** The shell form of CMD behind an entrypoint: one more argument of it. Its own words, without the entrypoint's, if it repeats them. */
function argumentOf(cmd: InstructionOf<'CMD'>, entrypoint: readonly string[]): ShellCall | undefined {
  const call = cmd.command.form === 'shell' ? callOf('cmd', cmd) : undefined;
  const words = wordsWithoutShell(cmd.command);
  const repeats = words && entrypoint.every((word, index) => baseName(word) === baseName(words[index] ?? ''));
  return call && { ...call, entrypoint: entrypoint[0], words: repeats ? words.slice(entrypoint.length) : undefined };
}

/** An exec form that starts a shell script: by its name, or by its first line where the build context has it. */
function scriptOf({ input }: Dockerfile, instruction: Calling): ShellCall | undefined {
  const word = instruction.command?.exec?.[0];
  if (!word) return undefined;
  const file = input.context?.find(
    ({ path, text: content }) => content !== undefined && baseName(path) === baseName(word.text),
  );
  const isScript = file?.text === undefined ? word.text.endsWith('.sh') : SHEBANG.test(file.text);
  if (!isScript) return undefined;
  return {
    variant: 'script',
    at: word.inner,
    instruction,
    program: word.text,
    entrypoint: undefined,
    words: undefined,
  };
}

const SHEBANG = /^#!\s*\S*\/(?:env\s+(?:-S\s+)?)?(?:ba|da|a|z|k)?sh\b/;

/** An array that is none, by a comment behind it or by its quotes: other rules say so. */
function isSpoiltArray({ text: source }: Dockerfile, { command, keyword, trailingCommentAt }: Calling): boolean {
  return trailingCommentAt !== undefined || (command !== undefined && isExecFormAttempt(command, keyword, source));
}

/** A shell that the file puts there: SHELL with one of its own, or a copied one. */
function bringsShell(stage: Stage, calling: Calling): boolean {
  const { exec } = calling.scope.shell;
  if (exec?.[0] && !/^(?:\/bin\/)?(?:ba)?sh$/.test(exec[0].text)) return true;
  const first = firstShellCopy.at(stage);
  return calling.keyword === 'RUN' ? first < calling.index : first < Number.POSITIVE_INFINITY;
}

/** The number of the first instruction that may copy a shell, in a stage and those it is built FROM. */
const firstShellCopy = new ByStage<number>(({ instructions }, below = Number.POSITIVE_INFINITY) =>
  Math.min(below, instructions.find(mayCopyShell)?.index ?? Number.POSITIVE_INFINITY),
);

function whyOf(variant: Kind, entrypoint: string | undefined): Text {
  if (variant === 'run') return text`The build stops here.`;
  if (variant === 'healthcheck')
    return text`Every check fails, so the container becomes unhealthy while its program works.`;
  if (entrypoint)
    return text`The entrypoint ${code(entrypoint)} gets ${code('/bin/sh')} as its first argument, and that is not there.`;
  return text`The container does not start: Docker looks for the shell and does not find it.`;
}
