/**
 * A Dockerfile in plain words: for each instruction what it does, what it adds to the image, what makes it run again,
 * and what it changes for the container. It says what the model and the prediction know; what they don't is called unknown.
 */
import { predictLayers } from '../image/layers/index.js';
import type { Tables } from '../image/tables.js';
import { asWritten, type Dockerfile, type Instruction, type Problem, type Stage } from '../model/index.js';
import { ReachingArguments } from './arguments.js';
import { cacheWords } from './cache-words.js';
import { containerWords } from './container-words.js';
import { doesSentences } from './does-words.js';
import type { Explanation, InstructionExplanation, StageExplanation } from './explanation.js';
import { purposeOf } from './from-words.js';
import { LayerWords } from './image-words.js';
import { problemsByInstruction, refusalSentence } from './refusal-words.js';

export type { Explanation, InstructionExplanation } from './explanation.js';

/** Without tables the sizes of packages are unknown. No more than `most` instructions are told of, the first ones. */
export function explain(dockerfile: Dockerfile, tables: Tables, most = Number.POSITIVE_INFINITY): Explanation {
  const explainer = new Explainer(dockerfile, tables, most);
  const globals = explainer.globalArguments();
  const stages = dockerfile.stages.flatMap((stage) => explainer.stage(stage) ?? []);
  return {
    stages: [...(globals ? [globals] : []), ...stages],
    hidden: dockerfile.instructions.length - explainer.told,
  };
}

class Explainer {
  /** Instructions that were told of. */
  told = 0;
  private readonly layers: LayerWords;
  private readonly problems: ReadonlyMap<Instruction, Problem>;
  private readonly reaching = new ReachingArguments();

  constructor(
    private readonly dockerfile: Dockerfile,
    tables: Tables,
    private readonly most: number,
  ) {
    this.layers = new LayerWords(dockerfile, predictLayers(dockerfile, tables));
    this.problems = problemsByInstruction(dockerfile);
  }

  globalArguments(): StageExplanation | undefined {
    const { globalArguments, stages } = this.dockerfile;
    if (globalArguments.length === 0) return undefined;
    const [first] = stages;
    return {
      title: first?.name ? `Before stage ${first.name}` : 'Before the first stage',
      purpose: ['For FROM instructions alone, and for stages that repeat the ARG.'],
      isBuilt: true,
      instructions: this.tell(globalArguments),
    };
  }

  /** Undefined where nothing is told of it. */
  stage(stage: Stage): StageExplanation | undefined {
    if (this.told >= this.most) return undefined;
    const { from, instructions, isReachable } = stage;
    this.reaching.begin(stage);
    return {
      title: this.titleOf(stage),
      purpose: purposeOf(this.dockerfile, stage),
      isBuilt: isReachable,
      instructions: this.tell([...(from ? [from] : []), ...instructions]),
    };
  }

  private tell(instructions: readonly Instruction[]): InstructionExplanation[] {
    const told = instructions.slice(0, this.most - this.told);
    this.told += told.length;
    return told.map((instruction) => this.instruction(instruction));
  }

  private titleOf({ name, index, from, isFinal }: Stage): string {
    if (!from) return 'A part of a Dockerfile';
    if (name !== undefined) return `Stage ${name}`;
    if (this.dockerfile.stages.length === 1) return 'The only stage';
    return isFinal ? 'The final stage' : `Stage ${index}`;
  }

  private instruction(instruction: Instruction): InstructionExplanation {
    const { dockerfile, layers, reaching } = this;
    const problem = this.problems.get(instruction);
    const args = reaching.at(instruction);
    reaching.pass(instruction);
    // A fragment builds once it has a base: its facts are worth telling.
    const isRefused = problem !== undefined && problem.variant !== 'missing-from';
    return {
      line: dockerfile.lines.lineAt(instruction.at.start),
      keyword: instruction.keyword,
      text: onOneLine(asWritten(dockerfile, instruction)),
      does: doesSentences(dockerfile, instruction),
      refused: problem && refusalSentence(dockerfile, problem),
      image: isRefused ? undefined : layers.of(instruction),
      cache: isRefused ? undefined : cacheWords(instruction, args),
      container: isRefused ? undefined : containerWords(dockerfile, instruction),
    };
  }
}

/** What has no end in sight is cut. UTF-16 units. */
const LONGEST = 400;

function onOneLine(words: string): string {
  const folded = words.replace(/\s+/g, ' ').trim();
  return folded.length > LONGEST ? `${folded.slice(0, LONGEST)}…` : folded;
}
