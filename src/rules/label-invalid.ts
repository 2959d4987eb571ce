import type { KeyValue, Span, Stage } from '../model/index.js';
import { lineage } from '../model/index.js';
import { LABEL_KINDS } from './label-kinds.js';
import { code, text } from './message.js';
import { defineRule } from './rule.js';

export const labelInvalid = defineRule({
  id: 'label-invalid',
  topic: 'maintainability',
  stages: 'final',
  severity: 'style',
  variants: {
    key: { aliases: ['DL3048'] },
    schema: {
      aliases: ['DL3049', 'DL3050', 'DL3051', 'DL3052', 'DL3053', 'DL3054', 'DL3055', 'DL3056', 'DL3058', 'S7028'],
      severity: 'off',
    },
  },
  summary: 'Give labels the names and values that tools expect.',

  *find({ stages, instructions, options }) {
    for (const { pairs } of instructions('LABEL'))
      for (const { key } of pairs) {
        const defect = key.variables.length > 0 ? undefined : defectOf(key.text);
        if (defect) yield { variant: 'key', at: key.at, name: key.text, defect };
      }
    for (const stage of stages)
      for (const [name, kind] of Object.entries(options.labels)) yield* againstSchema(stage, name, kind);
  },

  explain: ({ variant, name, defect }) =>
    variant === 'key'
      ? {
          what: text`The key ${code(name)} ${defect}.`,
          why: text`Docker’s conventions for keys are what tools rely on that filter, show and join labels.`,
          todo: text`Use small letters, digits and single dots, hyphens, underscores or slashes, such as ${code('org.opencontainers.image.title')}.`,
        }
      : {
          what: text`The label ${code(name)} ${defect}.`,
          why: text`The configuration asks for it.`,
          todo: text`Set ${code(`LABEL ${name}=…`)} in the final stage, with a value of this kind.`,
        },
});

interface SchemaFinding {
  readonly variant: 'schema';
  readonly at: Span;
  readonly name: string;
  readonly defect: string;
}

/** What Docker’s guidelines say against a key; undefined for a good one. */
function defectOf(key: string): string | undefined {
  if (/^(?:com\.docker|io\.docker|org\.dockerproject)\./.test(key))
    return 'is in a namespace that Docker keeps for itself';
  if (/[A-Z]/.test(key)) return 'has capitals';
  if (/[^a-z0-9._/-]/.test(key)) return 'has characters that keys don’t have';
  if (/\.\.|--/.test(key)) return 'has two dots or hyphens in a row';
  return /^[a-z](?:.*[a-z0-9])?$/.test(key) ? undefined : 'does not begin with a letter and end with a letter or digit';
}

function* againstSchema(stage: Stage, name: string, kind: string): Iterable<SchemaFinding> {
  const found = labelOf(stage, name);
  const place = stage.from?.image?.at ?? stage.from?.keywordAt;
  if (!found) {
    if (place) yield { variant: 'schema', at: place, name, defect: 'is missing' };
    return;
  }
  const { pair, value } = found;
  if (value === null) return;
  const known = LABEL_KINDS[kind];
  if (value === '') yield { variant: 'schema', at: pair.at, name, defect: 'is empty' };
  else if (known && !known.fits(value)) yield { variant: 'schema', at: pair.at, name, defect: `is no ${known.words}` };
}

function labelOf(stage: Stage, name: string): { pair: KeyValue; value: string | null } | undefined {
  for (const { instructions } of lineage(stage))
    for (const instruction of instructions.toReversed()) {
      const pair =
        instruction.keyword === 'LABEL' ? instruction.pairs.findLast(({ key }) => key.text === name) : undefined;
      if (pair) return { pair, value: pair.value ? instruction.scope.expand(pair.value) : '' };
    }
  return undefined;
}
