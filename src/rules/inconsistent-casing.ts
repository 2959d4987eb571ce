import type { Directive, Dockerfile, From, Instruction, Span, Stage, Word } from '../model/index.js';
import type { RuleContext } from './context.js';
import { replace } from './edits.js';
import { code, type Text, text } from './message.js';
import { defineRule, type Edit } from './rule.js';

export const inconsistentCasing = defineRule({
  id: 'inconsistent-casing',
  topic: 'maintainability',
  stages: 'all',
  severity: 'style',
  variants: {
    instruction: { aliases: ['ConsistentInstructionCasing', 'S6476'] },
    as: { aliases: ['FromAsCasing'] },
    'stage-name': { aliases: ['StageNameCasing'] },
    protocol: { aliases: ['ExposeProtoCasing'] },
    directive: {},
  },
  summary: 'Write words of one kind in one case.',

  *find(context) {
    yield* instructionsOutOfLine(context.dockerfile);
    for (const stage of context.stages) if (stage.from) yield* mistakesIn(context.dockerfile, stage, stage.from);
    yield* protocolsInCapitals(context);
    for (const directive of context.dockerfile.directives) yield* directiveInCapitals(context.dockerfile, directive);
  },

  explain: ({ variant, written, wanted }) => ({
    what: text`${code(written)} is written in another case than ${REFERENCES[variant]}.`,
    why: REASONS[variant],
    todo: text`Write ${code(wanted)}.`,
  }),

  *repair({ wanted, edits }) {
    if (edits.length > 0) yield { title: `Write ${wanted}`, safety: 'safe', edits };
  },
});

type Variant = 'instruction' | 'as' | 'stage-name' | 'protocol' | 'directive';

interface Mistake {
  readonly variant: Variant;
  readonly at: Span;
  readonly written: string;
  readonly wanted: string;
  readonly edits: readonly Edit[];
}

const REFERENCES: Readonly<Record<Variant, string>> = {
  instruction: 'most instructions of this file',
  as: 'its FROM',
  'stage-name': 'the builder keeps it',
  protocol: 'Docker keeps it',
  directive: 'the reference',
};

const REASONS: Readonly<Record<Variant, Text>> = {
  instruction: text`The builder takes both, but whoever looks for an instruction, or searches for it, has to look twice.`,
  as: text`The builder takes both, and a reader finds the name of the stage by the shape of the line.`,
  'stage-name': text`The builder turns names of stages into small letters, so that ${code('--target')} and its messages show another name than the file.`,
  protocol: text`${code('docker image inspect')} shows protocols in small letters, and BuildKit warns of others.`,
  directive: text`The builder takes both, but people and tools look for the small form.`,
};

function mistake(variant: Variant, at: Span, written: string, wanted: string, more: readonly Edit[] = []): Mistake {
  return { variant, at, written, wanted, edits: [replace(at, wanted), ...more] };
}

/** The case of most instructions in stages counts; capitals where both are as many. Words in mixed case do not vote. */
function* instructionsOutOfLine({ stages }: Dockerfile): Iterable<Mistake> {
  const all = stages.flatMap(({ from, instructions }): Instruction[] => [...(from ? [from] : []), ...instructions]);
  const words = all.map(({ keywordText }) => keywordText);
  const lower = words.filter((word) => word === word.toLowerCase()).length;
  const upper = words.filter((word) => word === word.toUpperCase()).length;
  for (const instruction of all) {
    const { keyword, keywordText, keywordAt } = instruction;
    const wanted = lower > upper ? keywordText.toLowerCase() : keywordText.toUpperCase();
    if (keyword !== 'unknown' && keywordText !== wanted) {
      // AS goes with its FROM.
      const as = keyword === 'FROM' ? instruction.as : undefined;
      const asWanted = wanted === 'from' ? 'as' : 'AS';
      const more = as && as.asText !== asWanted ? [replace(as.asAt, asWanted)] : [];
      yield mistake('instruction', keywordAt, keywordText, wanted, more);
    }
  }
}

function* mistakesIn(dockerfile: Dockerfile, stage: Stage, { as, keywordText }: From): Iterable<Mistake> {
  if (!as) return;
  const isLower = keywordText === keywordText.toLowerCase();
  const wanted = isLower ? 'as' : 'AS';
  if ((isLower || keywordText === keywordText.toUpperCase()) && as.asText !== wanted)
    yield mistake('as', as.asAt, as.asText, wanted);
  const { raw, at } = as.name;
  if (/^[a-z][a-z0-9-_.]*$/i.test(raw) && raw !== raw.toLowerCase())
    yield mistake('stage-name', at, raw, raw.toLowerCase(), references(dockerfile, stage));
}

/** COPY --from and mounts that write the name with capitals too. */
function references({ stages, text: source }: Dockerfile, stage: Stage): Edit[] {
  return stages
    .flatMap(({ uses }) => uses)
    .filter(
      (use) => use.stage === stage && source.slice(use.from.at.start, use.from.at.end).toLowerCase() === stage.name,
    )
    .map(({ from }) => replace(from.at, stage.name ?? ''));
}

function* protocolsInCapitals({ instructions }: RuleContext): Iterable<Mistake> {
  for (const { ports, scope } of instructions('EXPOSE'))
    for (const word of ports) {
      const port = scope.expand(word);
      const [, number, protocol] = /^([^\s/]+)\/(tcp|udp|sctp)$/i.exec(port ?? '') ?? [];
      if (!port || !protocol || protocol === protocol.toLowerCase()) continue;
      const wanted = `${number}/${protocol.toLowerCase()}`;
      yield {
        variant: 'protocol',
        at: word.at,
        written: port,
        wanted,
        edits: isPlain(word) ? [replace(word.at, wanted)] : [],
      };
    }
}

function isPlain({ raw, text: plain, at, variables }: Word): boolean {
  return variables.length === 0 && raw === plain && raw.length === at.end - at.start;
}

function* directiveInCapitals({ text: source }: Dockerfile, { at, name }: Directive): Iterable<Mistake> {
  const start = at.start + source.slice(at.start, at.end).search(/[A-Za-z]/);
  const place = { start, end: start + name.length };
  const written = source.slice(place.start, place.end);
  if (written !== name) yield mistake('directive', place, written, name);
}
