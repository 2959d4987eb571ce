import type { InstructionOf, KeyValue, Span } from '../model/index.js';
import { replace } from './edits.js';
import { code, type Text, text } from './message.js';
import { defineRule } from './rule.js';

export const spaceAroundEquals = defineRule({
  id: 'space-around-equals',
  topic: 'correctness',
  stages: 'all',
  onbuild: true,
  severity: 'error',
  aliases: ['S6574'],
  summary: 'Write no blanks around the equals sign.',

  *find({ instructions, dockerfile }) {
    for (const instruction of instructions('ENV', 'LABEL', 'ARG')) {
      const [first, second] = instruction.pairs;
      if (!first) continue;
      const broken = instruction.keyword === 'ARG' ? brokenArgument(first, second) : brokenPair(first);
      if (!broken || dockerfile.text.slice(broken.at.start, broken.at.end).includes('\n')) continue;
      yield { ...broken, keyword: instruction.keyword, name: first.key.raw };
    }
  },

  explain: ({ keyword, name, meant, got }) => ({
    what: text`A blank beside ${code('=')} makes it something else.`,
    why: effectOn(keyword, name, got),
    todo: text`Write ${code(`${name}=${meant}`)}.`,
  }),

  *repair({ at, name, meant }) {
    if (!meant.includes('='))
      yield { title: 'Remove the blanks', safety: 'suggested', edits: [replace(at, `${name}=${meant}`)] };
  },
});

interface Broken {
  readonly at: Span;
  readonly meant: string;
  readonly got: string;
}

/** `ENV A = b` is the old form: the value begins with the equals sign. */
function brokenPair({ at, value, isLegacy }: KeyValue): Broken | undefined {
  if (!isLegacy || !value?.raw.startsWith('=')) return undefined;
  const rest = value.raw.slice(1).trim();
  const isOneWord = !/[ \t]/.test(rest) || /^(["']).*\1$/.test(rest);
  return { at, got: value.raw, meant: isOneWord ? rest : `"${rest.replaceAll('"', '\\"')}"` };
}

/** `ARG A= b` declares two arguments. */
function brokenArgument(first: KeyValue, second: KeyValue | undefined): Broken | undefined {
  if (first.value?.raw !== '' || !second || second.value) return undefined;
  return { at: { start: first.at.start, end: second.at.end }, meant: second.key.raw, got: second.key.raw };
}

function effectOn(keyword: InstructionOf<'ENV' | 'LABEL' | 'ARG'>['keyword'], name: string, got: string): Text {
  return keyword === 'ARG'
    ? text`This declares two arguments: ${code(name)}, which is empty, and ${code(got)}.`
    : text`The value of ${code(name)} is now ${code(got)}, equals sign and all, and the build succeeds.`;
}
