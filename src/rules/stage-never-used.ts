import type { Dockerfile, From, Stage, Word } from '../model/index.js';
import { code, text } from './message.js';
import { misspeltStage, stageOutOfReach } from './mistaken-stage.js';
import { defineRule, type Edit } from './rule.js';

export const stageNeverUsed = defineRule({
  id: 'stage-never-used',
  topic: 'multi-stage',
  stages: 'all',
  severity: 'warning',
  variants: { unreachable: {}, 'no-copy': {} },
  summary: 'Take something from every stage, or remove it.',

  *find({ dockerfile }) {
    const last = dockerfile.stages.at(-1);
    if (!last?.from || !dockerfile.target) return;
    const used = closure(dockerfile, [last, dockerfile.target]);
    const isAlone = closure(dockerfile, [last]).size === 1;
    const isCounted = countsStages(dockerfile);
    const users = usersOf(dockerfile);
    for (const stage of unusedEnds(dockerfile, used)) {
      const isForTarget = isBuiltByTarget(stage);
      yield {
        variant: isAlone && !isForTarget ? 'no-copy' : 'unreachable',
        at: stage.from.as?.name.at ?? stage.from.image?.at ?? stage.from.keywordAt,
        ...(isForTarget && { severity: 'info' as const }),
        isForTarget,
        isCounted,
        name: labelOf(stage),
        reference: stage.name ?? String(stage.index),
        last: labelOf(last),
        removed: removedWith(dockerfile, stage, users, used),
      };
    }
  },

  explain({ variant, isForTarget, name, reference, last }) {
    if (isForTarget)
      return {
        what: text`${code(name)} is built only with ${code(`--target ${reference}`)}.`,
        why: text`A build without a target skips it, so a test or a check in it does not run.`,
        todo: text`Build it in your pipeline with ${code(`docker build --target ${reference} .`)}, or remove it.`,
      };
    if (variant === 'no-copy')
      return {
        what: text`${code(last)} takes nothing from ${code(name)}, nor from any other stage.`,
        why: text`Every ${code('FROM')} starts again from its own image, so what the stages above it made is not in it.`,
        todo: text`Add ${code(`COPY --from=${reference} …`)} below the last ${code('FROM')}, or remove the stage.`,
      };
    return {
      what: text`No stage that ${code(last)} needs uses ${code(name)}.`,
      why: text`BuildKit runs only the stages that the target needs, so the steps of this one do not run.`,
      todo: text`Copy from it what you need, or remove it.`,
    };
  },

  *repair({ variant, isForTarget, isCounted, name, removed }, { dockerfile }) {
    if (variant === 'no-copy' || isForTarget || isCounted) return;
    yield { title: `Remove the stage ${name}`, safety: 'suggested', edits: removals(dockerfile, removed) };
  },
});

type StageWithFrom = Stage & { readonly from: From };

/** Stages that nothing uses; not those that only such a stage uses. */
function unusedEnds(dockerfile: Dockerfile, used: ReadonlySet<Stage>): StageWithFrom[] {
  const unused = dockerfile.stages.filter(
    (stage): stage is StageWithFrom => !used.has(stage) && stage.from !== undefined,
  );
  const needed = new Set(unused.flatMap((stage) => needsOf(dockerfile, stage)));
  // A stage that takes from one below is in the wrong place: `copy-from-invalid` says so.
  return unused.filter((stage) => !needed.has(stage) && !stage.uses.some(({ isInvalid }) => isInvalid));
}

function closure(dockerfile: Dockerfile, from: readonly Stage[]): Set<Stage> {
  const reached = new Set<Stage>();
  const open = [...from];
  for (let stage = open.pop(); stage; stage = open.pop()) {
    if (reached.has(stage)) continue;
    reached.add(stage);
    open.push(...needsOf(dockerfile, stage));
  }
  return reached;
}

/** How many stages take from each. */
function usersOf(dockerfile: Dockerfile): Map<Stage, number> {
  const users = new Map<Stage, number>();
  for (const stage of dockerfile.stages)
    for (const need of new Set(needsOf(dockerfile, stage))) users.set(need, (users.get(need) ?? 0) + 1);
  return users;
}

/** A stage, and those that nothing needs once it is gone. */
function removedWith(
  dockerfile: Dockerfile,
  end: Stage,
  users: ReadonlyMap<Stage, number>,
  used: ReadonlySet<Stage>,
): Stage[] {
  const left = new Map<Stage, number>();
  const removed: Stage[] = [];
  const open = [end];
  for (let stage = open.pop(); stage; stage = open.pop()) {
    removed.push(stage);
    for (const need of new Set(needsOf(dockerfile, stage))) {
      const count = (left.get(need) ?? users.get(need) ?? 0) - 1;
      left.set(need, count);
      if (count === 0 && !used.has(need)) open.push(need);
    }
  }
  return removed;
}

/** Stages that a stage takes from, and those that it may mean: by a misspelt name, or by one with a variable in it. */
function needsOf(dockerfile: Dockerfile, stage: Stage): Stage[] {
  const { image } = stage.from ?? {};
  return [
    ...(stage.parent ? [stage.parent] : []),
    ...(image ? stagesLike(dockerfile, stage, image) : []),
    ...stage.uses.flatMap((use) => {
      const meant = use.stage ?? misspeltStage(dockerfile, stage, use) ?? stageOutOfReach(dockerfile, use);
      return [...(meant ? [meant] : []), ...stagesLike(dockerfile, stage, use.from)];
    }),
  ];
}

/** `FROM base-$VARIANT` can be any stage above whose name begins with `base-`. */
function stagesLike({ stages }: Dockerfile, user: Stage, { parts, variables }: Word): Stage[] {
  if (variables.length === 0) return [];
  const [before, behind] = [parts[0], parts.at(-1)].map((part) =>
    part?.kind === 'text' ? part.text.toLowerCase() : '',
  );
  return stages
    .slice(0, user.index)
    .filter(({ name }) => name?.startsWith(before as string) && name.endsWith(behind as string));
}

const TARGET_WORDS =
  /^(?:tests?|testing|unit|integration|e2e|lint(?:er|ing)?|check(?:s|er)?|dev|develop|development|debug|devcontainer|ci|coverage|bench(?:mark)?|format|vendor|update|validate|export|artifacts?|binar(?:y|ies)|docs|release|local|prod|production)$/;

/** Meant for `--target`: a name such as `test` says so, or a CMD of its own, or that it is made of copies alone. */
function isBuiltByTarget(stage: Stage): boolean {
  if (stage.name === undefined) return false;
  const isRun = stage.instructions.some(({ keyword }) => keyword === 'CMD' || keyword === 'ENTRYPOINT');
  const isExport = stage.base?.reference === 'scratch' && stage.uses.length > 0;
  return isRun || isExport || stage.name.split(/[-_.]/).some((word) => TARGET_WORDS.test(word));
}

function labelOf({ name, from }: Stage): string {
  return name ?? from?.image?.raw ?? 'FROM';
}

/** Removing a stage would change what `--from=1` means. */
function countsStages({ stages }: Dockerfile): boolean {
  return stages.some(({ uses }) => uses.some(({ from }) => /^\d+$/.test(from.text)));
}

function removals(dockerfile: Dockerfile, removed: readonly Stage[]): Edit[] {
  return removed.flatMap(({ index, from }) => {
    const next = dockerfile.stages[index + 1]?.from;
    return from && next ? [{ start: startOf(dockerfile, from), end: startOf(dockerfile, next), text: '' }] : [];
  });
}

/** The start of the line on which a stage begins, the comments above its FROM included. */
function startOf({ text }: Dockerfile, from: From): number {
  const first = from.commentsAbove[0]?.at.start ?? from.at.start;
  return text.lastIndexOf('\n', first - 1) + 1;
}
