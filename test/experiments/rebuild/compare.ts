/** Predicted steps beside recorded ones. FROM is left out: what the progress says of it means nothing. */
import { TABLES_DATE } from '../../../src/data/date.js';
import { graphOf, type RebuiltStep, readChange, rebuildAfter } from '../../../src/image/rebuild/index.js';
import { type BuildInput, parseDockerfile } from '../../../src/model/index.js';
import type { CaseChange, RebuildCase } from './cases.js';

type Recorded = Readonly<Record<string, string>>;

interface Compared {
  readonly line: number;
  /** As in the progress: `build 2`. */
  readonly place: string;
  readonly predicted: string;
  readonly recorded: string;
  readonly why: string;
}

/** The steps of which something else was predicted than recorded. */
export function differences(
  rebuildCase: RebuildCase,
  change: CaseChange,
  recorded: Recorded,
  input: BuildInput = inputOf(rebuildCase),
): Compared[] {
  return compare(input, change, byPlace(recorded)).filter(({ predicted, recorded: real }) => predicted !== real);
}

/** What a builder gets of a case. */
export function inputOf({ dockerfile: text, context, target, arguments: buildArguments }: RebuildCase): BuildInput {
  const ignore = context['.dockerignore'];
  const files = Object.entries({ ...context, Dockerfile: text });
  return {
    text,
    today: TABLES_DATE,
    context: files.map(([path, content]) => ({ path, bytes: content.length, text: content })),
    buildArguments,
    ...(ignore !== undefined && { dockerignore: ignore }),
    ...(target !== undefined && { target }),
  };
}

function compare(input: BuildInput, { change, builder }: CaseChange, recorded: Map<string, string>) {
  const dockerfile = parseDockerfile(input);
  const parsed = readChange(change);
  if ('error' in parsed) throw new Error(parsed.error);
  const steps = placed(rebuildAfter(dockerfile, parsed, builder ? { builder } : {}));
  const keys = graphOf(dockerfile, parsed).map(({ keyAfter }) => keyAfter);
  return steps.flatMap(({ place, step }, index): Compared[] => {
    if (step.instruction.keyword === 'FROM') return [];
    // Steps that are the same are one in the progress, under one of their names, and are done once.
    const isSame = (other: number) => keys[other] === keys[index] && steps[other]?.step.step !== 'not-needed';
    const same = step.step === 'not-needed' ? [{ place, step }] : steps.filter((_, other) => isSame(other));
    const records = same.map((one) => recorded.get(one.place) ?? 'absent');
    const real = records.find((record) => record !== 'absent') ?? 'not-needed';
    const predicted = same.some((one) => one.step.step === 'run') ? 'run' : step.step;
    const line = dockerfile.lines.lineAt(step.instruction.at.start);
    return [{ line, place, predicted, recorded: real, why: step.why }];
  });
}

const PROGRESS_NAME = /^\[(?:(?<stage>\S+) )?\s*(?<number>\d+)\/\d+\] (?:ONBUILD )?(?<keyword>\w+)/;

/** Recorded steps by stage and number. The record of a linked copy is that of its LINK. */
function byPlace(recorded: Recorded): Map<string, string> {
  const steps = Object.entries(recorded).map(([name, record]) => {
    const { stage = '', number, keyword } = PROGRESS_NAME.exec(name)?.groups ?? {};
    return { stage, number: Number(number), keyword, record };
  });
  // Where a trigger copies from a stage, BuildKit looks twice at the stages and counts FROM twice.
  const from = new Map(steps.flatMap(({ stage, number, keyword }) => (keyword === 'FROM' ? [[stage, number]] : [])));
  const inOrder = steps.sort((one, other) => Number(one.keyword === 'LINK') - Number(other.keyword === 'LINK'));
  // A stage that is alone has no name in the progress.
  return new Map(
    inOrder.map(({ stage, number, record }) => [
      `${stage || 'stage-0'} ${number + 1 - (from.get(stage) ?? 1)}`,
      record,
    ]),
  );
}

/** Each predicted step with its place in the progress. */
function placed(steps: readonly RebuiltStep[]): { place: string; step: RebuiltStep }[] {
  const isAlone = steps.every(({ stage }) => stage.index === 0);
  const counts = new Map<number, number>();
  return steps.map((step) => {
    const { name, index } = step.stage;
    const number = (counts.get(index) ?? 0) + 1;
    counts.set(index, number);
    return { place: `${(isAlone ? undefined : name) ?? `stage-${index}`} ${number}`, step };
  });
}
