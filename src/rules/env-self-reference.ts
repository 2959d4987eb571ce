import { builderUses, type Env, type KeyValue, type NameUse } from '../model/index.js';
import { lineBreakOf, replace } from './edits.js';
import { code, text } from './message.js';
import { defineRule } from './rule.js';

export const envSelfReference = defineRule({
  id: 'env-self-reference',
  topic: 'correctness',
  stages: 'all',
  severity: 'error',
  aliases: ['DL3044', 'UndefinedVar'],
  summary: 'Use a variable only below the ENV that sets it.',

  *find({ instructions, dockerfile }) {
    for (const env of instructions('ENV')) {
      if (env.pairs.length < 2) continue;
      for (const use of builderUses(dockerfile, env)) {
        const pair = env.pairs.find(({ at }) => at.start <= use.at.start && use.at.end <= at.end);
        const setter = env.pairs.find((other) => other !== pair && other.key.text === use.name);
        const before = env.scope.variable(use.name);
        const isSetAbove = before?.kind === 'ENV' || before?.kind === 'ARG';
        if (pair && setter && !isSetAbove && pair.key.text !== use.name)
          yield { at: use.whole, env, use, pair, setter, before: before?.value };
      }
    }
  },

  explain: ({ env, use, pair, before }) => ({
    what: text`${code(pair.key.text)} uses ${code(use.name)}, which is set in the same ${code(env.keywordText)}.`,
    why: before
      ? text`All values of one instruction are worked out before any is set: this is still ${code(before)}, from the base image.`
      : text`All values of one instruction are worked out before any is set: here ${code(use.name)} is what the base image sets, if anything.`,
    todo: text`Set ${code(pair.key.text)} in an ${code(env.keywordText)} of its own, below.`,
  }),

  *repair({ env, pair, setter }, { dockerfile }) {
    const gap = gapBefore(env, pair);
    const isPlain = gap && /^[\s\\`]*$/.test(dockerfile.text.slice(gap.start, gap.end));
    if (!gap || !isPlain || setter.at.start > pair.at.start) return;
    const line = `${lineBreakOf(dockerfile.text)}${env.keywordText} `;
    yield { title: 'Begin another ENV', safety: 'suggested', edits: [replace(gap, line)] };
  },
});

function gapBefore({ pairs }: Env, pair: KeyValue): NameUse['at'] | undefined {
  const before = pairs[pairs.indexOf(pair) - 1];
  return before && { start: before.at.end, end: pair.at.start };
}
