/** Stages that need each other, so that none can be built first. */
import type { Problem } from './problems.js';
import type { Span } from './span.js';
import type { Stage } from './stage.js';

interface Need {
  readonly stage: Stage;
  readonly at: Span;
}

/**
 * One problem for each circle of two stages or more, at the word that closes it. A stage that names itself is said of
 * that one word elsewhere.
 */
export function stageCycles(stages: readonly Stage[], stageNamed: (name: string) => Stage | undefined): Problem[] {
  const problems: Problem[] = [];
  const path = new Path(stageNamed);
  for (const stage of stages) {
    path.enter(stage);
    for (let step = path.last; step; step = path.last) {
      const need = step.open.pop();
      if (!need) path.leave();
      else if (!path.has(need.stage)) path.enter(need.stage);
      else if (need.stage !== step.stage)
        problems.push({ variant: 'stage-cycle', at: need.at, names: path.namesFrom(need.stage) });
    }
  }
  return problems;
}

interface Step {
  readonly stage: Stage;
  /** What it needs and was not looked at yet, the first behind. */
  readonly open: Need[];
}

/** The stages from one to what it needs, and so on. No stage is entered twice. */
class Path {
  private readonly steps: Step[] = [];
  private readonly places = new Map<Stage, number>();
  private readonly entered = new Set<Stage>();

  constructor(private readonly stageNamed: (name: string) => Stage | undefined) {}

  get last(): Step | undefined {
    return this.steps.at(-1);
  }

  has(stage: Stage): boolean {
    return this.places.has(stage);
  }

  enter(stage: Stage): void {
    if (this.entered.has(stage)) return;
    this.entered.add(stage);
    this.places.set(stage, this.steps.length);
    this.steps.push({ stage, open: needsOf(stage, this.stageNamed).reverse() });
  }

  leave(): void {
    const step = this.steps.pop();
    if (step) this.places.delete(step.stage);
  }

  namesFrom(stage: Stage): string[] {
    return this.steps.slice(this.places.get(stage)).map(({ stage: { name, index } }) => name ?? String(index));
  }
}

function needsOf(stage: Stage, stageNamed: (name: string) => Stage | undefined): Need[] {
  const image = stage.from?.image;
  const parent = stage.parent && image ? [{ stage: stage.parent, at: image.at }] : [];
  const uses = stage.uses.flatMap((use): Need[] => {
    const used = use.stage ?? stageNamed(use.from.text);
    return used ? [{ stage: used, at: use.from.at }] : [];
  });
  return [...parent, ...uses];
}
