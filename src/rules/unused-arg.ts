import {
  type Arg,
  type Dockerfile,
  type Instruction,
  isBuiltOn,
  isPredefinedArgument,
  type Run,
  type Span,
  suggest,
} from '../model/index.js';
import type { RuleContext } from './context.js';
import { removeInstruction, removeWord } from './edits.js';
import { code, text } from './message.js';
import { defineRule } from './rule.js';
import { unsetUses } from './unset-variables.js';

export const unusedArg = defineRule({
  id: 'unused-arg',
  topic: 'correctness',
  stages: 'all',
  severity: 'info',
  variants: { global: {}, stage: {} },
  summary: 'Remove arguments that nothing uses.',

  *find(context) {
    const { instructions, dockerfile } = context;
    if (!dockerfile.stages[0]?.from) return;
    const mentions = mentionsIn(dockerfile);
    for (const instruction of instructions('ARG'))
      for (const pair of instruction.pairs) {
        const name = pair.key.text;
        if (isPredefinedArgument(name) || MAY_MEAN_SOMETHING.test(name)) continue;
        const others = (mentions.get(name) ?? []).filter((at) => at !== pair.key.at.start);
        const isUsed = instruction.stage ? isUsedInStage(dockerfile, instruction, others) : others.length > 0;
        // A misspelt use is one mistake: undefined-variable.
        if (!isUsed && !isMeantBy(context, name))
          yield { variant: instruction.stage ? 'stage' : 'global', at: pair.key.at, name, pair, instruction };
      }
  },

  explain: ({ variant, name }) => ({
    what:
      variant === 'global' ? text`Nothing in this file uses ${code(name)}.` : text`Nothing below uses ${code(name)}.`,
    why: text`Whoever gives ${code(`--build-arg ${name}=…`)} gets the same image, and no warning.`,
    todo:
      variant === 'global'
        ? text`Use it in a ${code('FROM')}, declare it again in the stage that is to have it, or remove it.`
        : text`Use it, or remove it.`,
  }),

  *repair({ pair, instruction, name }, { dockerfile }) {
    const edit =
      instruction.pairs.length === 1 ? removeInstruction(dockerfile, instruction) : removeWord(dockerfile, pair.at);
    yield { title: `Remove ${name}`, safety: 'suggested', edits: [edit] };
  },
});

function isMeantBy(context: RuleContext, name: string): boolean {
  return [...unsetUses(context)].some((use) => suggest(use.name, [name]) !== undefined);
}

/** Read by programs that do not name it, or there for its effect on the build cache. */
const MAY_MEAN_SOMETHING =
  /^(?:DEBIAN_|APT_|DPKG_|UCF_|TZ$|LANG$|LANGUAGE$|LC_|HOME$|PATH$|LD_)|CACHE|BUST|REBUILD|REFRESH|INVALIDATE/i;

/** Where each word stands in the instructions, comments left out. */
function mentionsIn({ text: source, instructions }: Dockerfile): ReadonlyMap<string, number[]> {
  const mentions = new Map<string, number[]>();
  for (const { at, commentsInside } of instructions)
    for (const { 0: word, index } of source.slice(at.start, at.end).matchAll(/[A-Za-z_]\w*/g)) {
      const start = at.start + index;
      if (commentsInside.some((comment) => contains(comment.at, start))) continue;
      const list = mentions.get(word);
      if (list) list.push(start);
      else mentions.set(word, [start]);
    }
  return mentions;
}

function contains({ start, end }: Span, place: number): boolean {
  return start <= place && place < end;
}

/** By its name below it, or by a program of a RUN: what that reads of its environment is not known. */
function isUsedInStage({ stages }: Dockerfile, arg: Arg, mentions: readonly number[]): boolean {
  const isInArg = mentions.some((place) => contains(arg.at, place));
  const below = stages
    .filter((stage) => isBuiltOn(stage, arg.stage))
    .flatMap(({ instructions }) => instructions)
    .filter(({ index }) => index > arg.index);
  return isInArg || below.some((one) => mayReadEnvironment(one) || mentions.some((place) => contains(one.at, place)));
}

function mayReadEnvironment(instruction: Instruction): boolean {
  const acting = instruction.keyword === 'ONBUILD' ? instruction.trigger : instruction;
  return acting?.keyword === 'RUN' && !isBlind(acting);
}

const FILE_COMMANDS = new Set(
  'cat cd chgrp chmod chown cp echo find install ln ls mkdir mv printf rm rmdir sed test touch true useradd groupadd adduser addgroup usermod ['.split(
    ' ',
  ),
);

/** Nothing but commands that look at no variable of the file's own. */
function isBlind({ command: { script } }: Run): boolean {
  return script?.commands.every(({ name }) => name !== undefined && FILE_COMMANDS.has(name)) ?? false;
}
