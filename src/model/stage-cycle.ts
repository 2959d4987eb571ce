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
  const done = new Set<Stage>();
  const path: Stage[] = [];
  const visit = (stage: Stage) => {
    if (done.has(stage)) return;
    done.add(stage);
    path.push(stage);
    for (const need of needsOf(stage, stageNamed)) {
      const start = path.indexOf(need.stage);
      if (start === -1) visit(need.stage);
      else if (need.stage !== stage)
        problems.push({ variant: 'stage-cycle', at: need.at, names: namesOf(path.slice(start)) });
    }
    path.pop();
  };
  for (const stage of stages) visit(stage);
  return problems;
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

function namesOf(stages: readonly Stage[]): string[] {
  return stages.map((stage) => stage.name ?? String(stage.index));
}
