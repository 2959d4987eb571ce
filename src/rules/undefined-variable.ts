import { type Dockerfile, type Heredoc, type Instruction, suggest } from '../model/index.js';
import { replace } from './edits.js';
import { code, type Text, text } from './message.js';
import { defineRule } from './rule.js';
import { argumentsOf, elsewhere, type UnsetUse, unsetUses } from './unset-variables.js';

export const undefinedVariable = defineRule({
  id: 'undefined-variable',
  topic: 'correctness',
  stages: 'all',
  severity: 'warning',
  variants: {
    from: { aliases: ['UndefinedArgInFrom'] },
    instruction: { aliases: ['UndefinedVar'] },
    // BuildKit expands these too, and says nothing.
    unreported: {},
  },
  summary: 'Use only variables that are set.',

  *find(context) {
    const known = argumentsOf(context.dockerfile);
    for (const use of unsetUses(context)) {
      if (elsewhere(known, use.instruction, use.name)) continue;
      const variant = variantOf(use.instruction);
      const isSure = isBaseKnown(use.instruction);
      const suggestion = suggest(use.name, namesInReach(context.dockerfile, use.instruction));
      const heredoc = use.instruction.heredocs.find(({ body }) => body.start <= use.at.start && use.at.end <= body.end);
      const isHint = !isSure || isHandled(use);
      yield { variant, at: use.whole, use, isSure, suggestion, heredoc, ...(isHint && { severity: 'info' as const }) };
    }
  },

  explain: ({ use, isSure, suggestion, heredoc }) => ({
    what: isSure
      ? text`Nothing sets ${code(use.name)} here.`
      : text`Nothing in this file sets ${code(use.name)} here; only the base image could.`,
    why: effectOf(use, heredoc),
    todo: isOwnDefault(use)
      ? text`Write the default alone: ${code(`ARG ${use.name}=…`)}.`
      : suggestion
        ? text`Did you mean ${code(suggestion)}?`
        : heredoc
          ? text`If the file is to hold it as it is written, put quotes around the marker: ${code(`<<'${heredoc.name}'`)}.`
          : use.instruction.keyword === 'FROM' || !use.instruction.stage
            ? text`Declare it with ${code(`ARG ${use.name}`)} above, before the first ${code('FROM')}.`
            : text`Set it above with ${code('ENV')}, or declare it with ${code(`ARG ${use.name}`)} if a build is to give it.`,
  }),

  *repair({ use, isSure, suggestion, heredoc }, { dockerfile }) {
    const ownDefault =
      isOwnDefault(use) && dockerfile.text.slice(use.at.end + (use.operator?.length ?? 0), use.whole.end - 1);
    if (ownDefault) {
      yield { title: 'Write the default alone', safety: 'safe', edits: [replace(use.whole, ownDefault)] };
      return;
    }
    if (!isSure) return;
    if (suggestion) {
      yield { title: `Write ${suggestion}`, safety: 'suggested', edits: [replace(use.at, suggestion)] };
      return;
    }
    const marker = heredoc && quotedMarker(dockerfile, heredoc);
    if (marker) yield { title: 'Take the text as it is written', safety: 'suggested', edits: [marker] };
  },
});

function variantOf({ keyword, stage }: Instruction): 'from' | 'instruction' | 'unreported' {
  if (keyword === 'FROM') return 'from';
  return keyword === 'EXPOSE' || !stage ? 'unreported' : 'instruction';
}

/** An unknown base image may set anything. */
function isBaseKnown({ keyword, stage, scope }: Instruction): boolean {
  return keyword === 'FROM' || !stage || scope.base?.environment !== undefined;
}

/** `${A:+x}` and `ARG A=${A:-x}` do what they are meant to, without the variable. */
function isHandled(use: UnsetUse): boolean {
  return use.operator === ':+' || use.operator === '+' || isOwnDefault(use);
}

function isOwnDefault({ instruction, name, operator }: Pick<UnsetUse, 'instruction' | 'name' | 'operator'>): boolean {
  const isDefault = operator === ':-' || operator === '-';
  return isDefault && instruction.keyword === 'ARG' && instruction.pairs.some(({ key }) => key.text === name);
}

function namesInReach({ instructions }: Dockerfile, { scope }: Instruction): string[] {
  const declared = instructions.flatMap((instruction) =>
    instruction.keyword === 'ARG' || instruction.keyword === 'ENV' ? instruction.pairs.map(({ key }) => key.text) : [],
  );
  return [...new Set([...declared, ...Object.keys(scope.base?.environment ?? {})])].filter(
    (name) => scope.variable(name) !== undefined,
  );
}

function effectOf({ instruction, name, operator }: UnsetUse, heredoc: Heredoc | undefined): Text {
  if (heredoc)
    return text`The builder replaces variables in this heredoc before it writes the file, and this one becomes nothing.`;
  if (isOwnDefault({ instruction, name, operator }))
    return text`An ${code('ARG')} takes its value from ${code('--build-arg')} by itself, and what stands behind ${code('=')} is the default anyway.`;
  if (operator === ':-' || operator === '-')
    return text`So it is always the default behind the ${code(operator)}: ${code('--build-arg')} and ${code('-e')} don't change it.`;
  if (operator === ':+' || operator === '+') return text`So what stands behind the ${code(operator)} is never used.`;
  const becomes = text`The builder puts nothing in its place`;
  if (instruction.keyword === 'FROM') return text`${becomes}, and the name of the image is another one.`;
  if (name === 'HOME')
    return text`The shell of a ${code('RUN')} knows it, the builder doesn't, and puts nothing in its place.`;
  return instruction.keyword === 'ENV' && instruction.pairs.some(({ key }) => key.text === name)
    ? text`${becomes}, so that an empty entry stays, which many programs read as the current folder.`
    : text`${becomes}, and the build goes on with the rest.`;
}

function quotedMarker({ text: source }: Dockerfile, { at, name }: Heredoc) {
  const written = source.slice(at.start, at.end);
  return written.endsWith(name) ? replace({ start: at.end - name.length, end: at.end }, `'${name}'`) : undefined;
}
