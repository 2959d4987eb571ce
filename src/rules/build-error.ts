import type { Instruction, Problem, Span } from '../model/index.js';
import { wordsFor } from './build-error-words.js';
import { insertAt, replace } from './edits.js';
import { inCaseOf } from './keyword-case.js';
import { code, type Text, text } from './message.js';
import { defineRule, type Fix } from './rule.js';

export const buildError = defineRule({
  id: 'build-error',
  topic: 'correctness',
  stages: 'all',
  onbuild: true,
  severity: 'error',
  variants: {
    syntax: { aliases: ['DL1000'] },
    'unknown-instruction': {},
    arguments: {},
    flag: {},
    'before-from': { aliases: ['DL3061'] },
    'missing-from': {},
    'from-as': {},
    'image-reference': {},
    platform: {},
    'stage-name': {},
    'stage-cycle': {},
    'key-value': {},
    quote: {},
    heredoc: {},
    modifier: {},
    port: { aliases: ['DL3011', 'DS-0008', '71bf8cf8'] },
    protocol: {},
    healthcheck: {},
    mount: {},
    'run-network': {},
    'run-security': {},
    shell: {},
    volume: {},
    'stop-signal': {},
    onbuild: { aliases: ['DL3043'] },
    'copy-destination': { aliases: ['DL3021', 'DS-0011', '6db6e0c2'] },
    'copy-source': {},
    checksum: {},
    directive: {},
  },
  summary: 'Write what the builder accepts.',

  *find({ dockerfile }) {
    for (const { problem, instruction } of placed(dockerfile.problems, dockerfile.instructions)) {
      if (instruction && isOfComment(problem, instruction)) continue;
      const { variant, at } = problem;
      const weight = variant === 'copy-destination' && problem.isFolder ? ({ severity: 'warning' } as const) : {};
      yield { variant, at, problem, instruction, ...weight };
    }
  },

  explain: ({ problem, instruction }) => ({ ...wordsFor(problem), why: whyOf(problem, instruction) }),

  *repair({ problem, instruction }, { dockerfile }) {
    const fix = fixFor(problem, instruction, dockerfile.text);
    if (fix) yield { ...fix, safety: 'suggested' };
  },
});

interface Placed {
  readonly problem: Problem;
  /** The instruction in which it lies; of an ONBUILD its trigger. */
  readonly instruction: Instruction | undefined;
}

/** Problems with their instructions. Both lists are in the order of the file. */
function* placed(problems: readonly Problem[], instructions: readonly Instruction[]): Iterable<Placed> {
  let index = 0;
  for (const problem of problems) {
    while ((instructions[index + 1]?.at.start ?? Number.POSITIVE_INFINITY) <= problem.at.start) index++;
    const around = instructions[index];
    const isInside = around && around.at.start <= problem.at.start && problem.at.start < around.at.end;
    const trigger = around?.keyword === 'ONBUILD' ? around.trigger : undefined;
    const isTriggers = trigger && trigger.keywordAt.start <= problem.at.start && problem.variant !== 'onbuild';
    yield { problem, instruction: isInside ? (isTriggers ? trigger : around) : undefined };
  }
}

/** What a comment behind the arguments breaks is one mistake: `trailing-comment` speaks. */
function isOfComment(problem: Problem, { trailingCommentAt }: Instruction): boolean {
  if (!trailingCommentAt) return false;
  return problem.at.start >= trailingCommentAt.start || problem.variant === 'arguments' || problem.variant === 'shell';
}

function whyOf(problem: Problem, instruction: Instruction | undefined): Text {
  if (problem.variant === 'copy-destination') return whyOfDestination(problem.destination, problem.isFolder);
  if (instruction?.onbuild)
    return text`BuildKit reads a trigger when another image is built on this one, and refuses it there.`;
  return text`BuildKit refuses it, and a build that needs it stops before its first step.`;
}

function whyOfDestination(destination: string, isFolder: boolean): Text {
  if (isFolder)
    return text`The folder exists here, so BuildKit copies into it; the legacy builder and the Dockerfile reference ask for the slash.`;
  return text`BuildKit builds it: unless a folder ${code(destination)} exists, each file is written over the one before, and only the last is in the image.`;
}

type Repair = Omit<Fix, 'safety'>;

function fixFor(problem: Problem, instruction: Instruction | undefined, source: string): Repair | undefined {
  switch (problem.variant) {
    case 'unknown-instruction':
      return rename(problem.at, problem.suggestion && inCaseOf(problem.word, problem.suggestion));
    case 'flag': {
      const at = { start: problem.at.start + 2, end: problem.at.start + 2 + problem.flag.length };
      return rename(at, problem.suggestion);
    }
    case 'from-as':
      return rename(problem.at, problem.suggestion && inCaseOf(problem.word, problem.suggestion));
    case 'protocol':
    case 'mount':
      return renameWithin(problem, source);
    case 'run-network':
    case 'run-security':
    case 'stop-signal':
      return rename(problem.at, problem.suggestion);
    case 'healthcheck':
      return problem.reason === 'unknown-type'
        ? { title: 'Insert CMD', edits: [insertAt(problem.at.start, inCaseOf(instruction?.keywordText ?? '', 'CMD '))] }
        : undefined;
    case 'copy-destination': {
      const isQuoted = /["']/.test(source[problem.at.end - 1] ?? '');
      return { title: 'Add the slash', edits: [insertAt(problem.at.end - (isQuoted ? 1 : 0), '/')] };
    }
    case 'copy-source':
      return useAdd(instruction);
    default:
      return undefined;
  }
}

function rename(at: Span, name: string | undefined): Repair | undefined {
  return name ? { title: `Write ${name}`, edits: [replace(at, name)] } : undefined;
}

/** The misspelt word inside `key=value` or `80/protocol`. */
function renameWithin(
  problem: Extract<Problem, { variant: 'mount' | 'protocol' }>,
  source: string,
): Repair | undefined {
  const { at } = problem;
  const written = source.slice(at.start, at.end);
  const isKey = problem.variant === 'mount' && problem.reason === 'unknown-key';
  const word = problem.variant === 'protocol' ? problem.protocol : isKey ? problem.key : problem.value;
  const start = isKey ? written.indexOf(word) : written.lastIndexOf(word);
  if (start === -1) return undefined;
  return rename({ start: at.start + start, end: at.start + start + word.length }, problem.suggestion);
}

/** Flags of COPY that ADD has too. */
const FLAGS_OF_ADD = new Set(['chown', 'chmod', 'link', 'exclude']);

function useAdd(instruction: Instruction | undefined): Repair | undefined {
  if (!instruction?.flags.every(({ name }) => FLAGS_OF_ADD.has(name))) return undefined;
  const add = inCaseOf(instruction.keywordText, 'ADD');
  return { title: 'Use ADD', edits: [replace(instruction.keywordAt, add)] };
}
