import { code, text } from './message.js';
import { defineRule } from './rule.js';

/** What the name means to the builder already. */
const RESERVED: Readonly<Record<string, string>> = {
  scratch: 'the empty image',
  context: 'the build context',
};

export const reservedStageName = defineRule({
  id: 'reserved-stage-name',
  topic: 'multi-stage',
  stages: 'all',
  severity: 'warning',
  aliases: ['DL3063', 'ReservedStageName'],
  summary: 'Call no stage scratch or context.',

  *find({ stages }) {
    for (const { name, from } of stages) {
      const meaning = name === undefined ? undefined : RESERVED[name];
      if (from?.as && name !== undefined && meaning) yield { at: from.as.name.at, name, meaning };
    }
  },

  explain: ({ name, meaning }) => ({
    what: text`${code(name)} is a name of the builder's own: ${meaning}.`,
    why: text`Whoever reads ${code(`FROM ${name}`)} or ${code(`--from=${name}`)} takes it for that, and so may the builder.`,
    todo: text`Give the stage another name.`,
  }),
});
