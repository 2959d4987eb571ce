/** What becomes of each step, by what the builder has cached. */
import type { Stage } from '../../model/index.js';
import type { Builder } from './change.js';
import type { Step } from './step.js';

interface Verdict {
  readonly step: 'cached' | 'run' | 'not-needed';
  readonly why: string;
}

export class Verdicts {
  /** Steps with a result in the imported cache, by their keys. */
  private readonly exported = new Set<number>();
  /** Steps that are the same as before and run all the same: another one needs their files. */
  private readonly wanted = new Set<number>();

  constructor(
    steps: readonly Step[],
    private readonly builder: Builder,
  ) {
    if (builder !== 'fresh-min' && builder !== 'fresh-max') return;
    for (const step of steps) if (isExported(step, builder)) this.export(step);
    for (const step of steps) if (step.stage?.isReachable && step.cause !== undefined) this.wantInputs(step);
  }

  /** The copy that a LINK puts on top is a layer of its own. */
  private export({ key, instruction, inputs }: Step): void {
    this.exported.add(key);
    for (const input of inputs) if (input.instruction === instruction) this.exported.add(input.key);
  }

  private wantInputs(first: Step): void {
    const open = [first];
    for (let step = open.pop(); step; step = open.pop())
      for (const input of step.inputs) {
        if (input.cause !== undefined || this.exported.has(input.key) || this.wanted.has(input.key)) continue;
        this.wanted.add(input.key);
        open.push(input);
      }
  }

  of(step: Step): Verdict {
    const { stage, cause, kept } = step;
    if (stage && !stage.isReachable) return { step: 'not-needed', why: `The target does not need ${nameOf(stage)}.` };
    if (this.builder === 'fresh') return { step: 'run', why: 'A new builder has nothing in its cache.' };
    if (cause !== undefined) return { step: 'run', why: cause };
    if (this.wanted.has(step.key)) return { step: 'run', why: this.wantedWhy(step) };
    if (this.builder !== 'warm' && !this.exported.has(step.key))
      return { step: 'cached', why: 'No step that runs needs its files.' };
    return { step: 'cached', why: kept ?? 'Nothing that it depends on has changed.' };
  }

  private wantedWhy({ instruction }: Step): string {
    if (instruction?.keyword === 'FROM') return 'A step that runs needs it, and a new builder has to fetch it.';
    return 'A step that runs needs its files, and a cache of mode min has only the layers of the image that is built.';
  }
}

function isExported({ stage, instruction }: Step, builder: Builder): boolean {
  if (!stage?.isReachable || instruction?.keyword === 'FROM') return false;
  return builder === 'fresh-max' || stage.isShipped;
}

function nameOf({ name, index }: Stage): string {
  return `stage ${name ?? index}`;
}
