/** What all stages of one build share while its graph is made. */
import type { Dockerfile, Instruction, Stage, StageUse, Word } from '../../model/index.js';
import type { Effect } from './effect.js';
import { type Both, Environment, expandBoth, type GivenArguments, givenArguments, withArg } from './environment.js';
import { Keys } from './keys.js';
import type { Layer } from './layers.js';
import type { Step } from './step.js';

/** What a stage is at an instruction. Never changed, only replaced. */
export interface StageState {
  readonly environment: Environment;
  readonly user: Both<string>;
  readonly workdir: Both<string>;
  /** The words of SHELL as JSON. */
  readonly shell: Both<string>;
  /** The step whose result is the stage's file system; undefined for an empty one. */
  readonly top: Step | undefined;
  readonly layers: Layer | undefined;
}

export class World {
  readonly keys = new Keys();
  readonly given: GivenArguments;
  /** The states of the stages at their ends. */
  readonly ends = new Map<Stage, StageState>();
  /** What the stages so far hand on by ONBUILD. */
  readonly triggers = new Map<Stage, readonly Instruction[]>();
  private readonly globals: Environment;
  private readonly uses = new Map<Instruction, StageUse[]>();

  constructor(
    readonly dockerfile: Dockerfile,
    readonly effect: Effect,
  ) {
    this.given = givenArguments(dockerfile.input.buildArguments, effect);
    const outside = { given: this.given, global: () => undefined, keys: this.keys };
    let globals = Environment.empty(this.keys);
    for (const arg of dockerfile.globalArguments) globals = withArg(globals, arg, effect, outside);
    this.globals = globals;
    for (const { uses } of dockerfile.stages)
      for (const use of uses) this.uses.set(use.instruction, [...(this.uses.get(use.instruction) ?? []), use]);
  }

  /** The global argument of a name, which an ARG without a default takes on. */
  readonly global = (name: string): Both | undefined => this.globals.value(name);

  /** The text of a word of FROM. */
  expandGlobal(word: Word): Both<string> {
    return expandBoth(word, this.global);
  }

  /** The stage that a word of COPY --from or of a mount names; two instructions may have the word from one version. */
  stageNamed(instruction: StageUse['instruction'], word: Word): Stage | undefined {
    return this.uses.get(instruction)?.find(({ from }) => from === word)?.stage;
  }

  /** Whether the changed line is a part of an instruction. */
  isTextChanged(instruction: Instruction): boolean {
    const { instruction: touched } = this.effect;
    return touched !== undefined && (touched === instruction || touched === instruction.onbuild);
  }

  lineOf(instruction: Instruction): number {
    return this.dockerfile.lines.lineAt(instruction.at.start);
  }

  /** A step for people: `RUN in line 4`, `image node:24`. */
  placeOf({ instruction }: Step): string {
    return instruction ? `${instruction.keyword} in line ${this.lineOf(instruction)}` : 'the image';
  }

  /** Why a step runs that stands on one that does. */
  causeBelow(top: Step | undefined): string | undefined {
    if (top?.cause === undefined) return undefined;
    if (!top.instruction || top.instruction.keyword === 'FROM') return 'Its base image is another one.';
    return `It stands on ${this.placeOf(top)}, which runs again.`;
  }
}
