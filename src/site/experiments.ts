/** The recorded experiments, with what is predicted of the same Dockerfiles: worked out when the site is built. */
import apt from '../../test/experiments/apt/results.json';
import { compareAnswers } from '../../test/experiments/exercises/compare.js';
import type { Results as ExerciseResults } from '../../test/experiments/exercises/results.js';
import exercises from '../../test/experiments/exercises/results.json';
import { readCases } from '../../test/experiments/layers/cases.js';
import { compareLayers } from '../../test/experiments/layers/compare.js';
import layers from '../../test/experiments/layers/results.json';
import { contextOf } from '../../test/experiments/process/case.js';
import { CASES } from '../../test/experiments/process/cases.js';
import processes from '../../test/experiments/process/results.json';
import { nameOf, readCases as readRebuildCases } from '../../test/experiments/rebuild/cases.js';
import { differences } from '../../test/experiments/rebuild/compare.js';
import rebuilds from '../../test/experiments/rebuild/results.json';
import type { Recorded } from '../../test/experiments/versions.js';
import { type Change, loadTables, middleOf, predict, predictProcess, readChange } from '../image/index.js';
import { parseDockerfile } from '../model/index.js';
import { isClose } from '../report/size-words.js';
import type { Point } from './scatter.js';

export interface Experiment {
  readonly measuredOn: string;
  /** Programs and their versions, in one line. */
  readonly versions: string;
  readonly bases: string;
  readonly points: readonly Point[];
}

/** Installs with apt: the last layer of three lines of a Dockerfile. */
export async function aptExperiment(): Promise<Experiment> {
  const points: Point[] = [];
  for (const { base, names, recommends, unpacked } of apt.rows) {
    const flags = recommends ? '-y' : '-y --no-install-recommends';
    const text = `FROM ${base}\nRUN apt-get update\nRUN apt-get install ${flags} ${names.join(' ')}\n`;
    const dockerfile = parseDockerfile({ text, today: apt.measuredOn });
    const layer = predict(dockerfile, await loadTables(dockerfile)).layers?.layers.at(-1);
    const predicted = layer && middleOf(layer.size.unpacked);
    const label = `${names.join(' ')}${recommends ? ', with recommended packages' : ''}, on ${base}`;
    if (predicted !== undefined) points.push({ label, predicted, measured: unpacked, group: base });
  }
  return { ...aboutOf(apt), points };
}

/** Layers of whole Dockerfiles that are predicted as one number, and large enough to be compared. */
export async function layersExperiment(): Promise<Experiment> {
  const points: Point[] = [];
  for (const one of readCases())
    for (const { instruction, line, predicted, measured } of await compareLayers(one, layers)) {
      const middle = middleOf(predicted);
      if (middle === undefined || measured < SMALL || !isClose(predicted)) continue;
      points.push({ label: `${one.name}, line ${line}`, predicted: middle, measured, group: instruction });
    }
  return { ...aboutOf(layers), points };
}

/** Layers of a few headers say nothing. Bytes. */
const SMALL = 10_000;

function aboutOf({ measuredOn, versions, bases }: Recorded): Omit<Experiment, 'points'> {
  return { measuredOn, versions: versionsOf(versions), bases };
}

function versionsOf(versions: Readonly<Record<string, string>>): string {
  return Object.entries(versions)
    .map(([program, version]) => `${program} ${version}`)
    .join(', ');
}

/** Builds of one kind of change, and how many of their steps were predicted otherwise. */
export interface RebuildRow {
  readonly kind: Change['kind'];
  readonly pairs: number;
  readonly steps: number;
  readonly different: number;
}

export interface RebuildExperiment {
  readonly measuredOn: string;
  readonly versions: string;
  readonly rows: readonly RebuildRow[];
  /** Pairs in which something is assumed that did not hold, as the prediction says itself. */
  readonly assumed: number;
}

type RecordedPairs = Readonly<Record<string, Readonly<Record<string, Readonly<Record<string, string>>>>>>;

export function rebuildExperiment(): RebuildExperiment {
  const pairs: RecordedPairs = rebuilds.pairs;
  const rows = new Map<Change['kind'], RebuildRow>();
  let assumed = 0;
  for (const one of readRebuildCases('test/experiments/rebuild/cases'))
    for (const change of one.changes) {
      const recorded = pairs[one.name]?.[nameOf(change)];
      const parsed = readChange(change.change);
      if (!recorded || 'error' in parsed) continue;
      if (change.assumes) {
        assumed++;
        continue;
      }
      const row = rows.get(parsed.kind) ?? { kind: parsed.kind, pairs: 0, steps: 0, different: 0 };
      const steps = Object.keys(recorded).filter((name) => !/\] FROM /.test(name)).length;
      const different = differences(one, change, recorded).length;
      rows.set(parsed.kind, {
        ...row,
        pairs: row.pairs + 1,
        steps: row.steps + steps,
        different: row.different + different,
      });
    }
  const { measuredOn, versions } = rebuilds;
  return { measuredOn, versions: versionsOf(versions), rows: [...rows.values()], assumed };
}

/** A container that was started and stopped. */
export interface ProcessRow {
  readonly name: string;
  readonly predicted: string;
  readonly measured: string;
}

export interface ProcessExperiment {
  readonly measuredOn: string;
  readonly versions: string;
  readonly bases: string;
  readonly rows: readonly ProcessRow[];
}

export function processExperiment(): ProcessExperiment {
  const measured = new Map(Object.entries(processes.cases));
  const rows = CASES.flatMap((one): ProcessRow[] => {
    const seen = measured.get(one.name);
    if (!seen) return [];
    const context = Object.entries(contextOf(one)).map(([path, text]) => ({ path, bytes: text.length, text }));
    const dockerfile = parseDockerfile({ text: one.dockerfile, context, today: processes.measuredOn });
    const { stop } = predictProcess(dockerfile, one.options);
    const outcome = stop.find(({ handlesSignal }) => handlesSignal === one.handles);
    const predicted = `${secondsWords(outcome?.seconds)}, exit code ${outcome?.exitCode ?? 'unknown'}`;
    return [{ name: one.name, predicted, measured: `${seen.seconds.toFixed(1)} s, exit code ${seen.exitCode}` }];
  });
  return { ...aboutOf(processes), rows };
}

function secondsWords(seconds: number | null | undefined): string {
  return typeof seconds === 'number' ? `${seconds} s` : 'time unknown';
}

/** Conditions of one kind, in all answers that were built. */
export interface ConditionRow {
  readonly kind: string;
  readonly compared: number;
  readonly different: number;
}

/** An answer that could not be built. */
export interface NotBuilt {
  readonly exercise: string;
  readonly answer: string;
  readonly why: string;
}

export interface ExercisesExperiment {
  readonly measuredOn: string;
  readonly versions: string;
  readonly bases: string;
  /** How many exercises have an answer that was built. */
  readonly exercises: number;
  readonly built: number;
  /** Answers that the grading calls right, and how many of these were built, and ran. */
  readonly right: number;
  readonly ran: number;
  readonly rows: readonly ConditionRow[];
  readonly notBuilt: readonly NotBuilt[];
}

export async function exercisesExperiment(): Promise<ExercisesExperiment> {
  const results = exercises as unknown as ExerciseResults;
  const answers = await compareAnswers(results);
  const tried = answers.filter(({ measured }) => measured.notHere === undefined);
  const right = tried.filter(({ isSolved }) => isSolved);
  const rows = new Map<string, ConditionRow>();
  for (const { title, said, real } of tried.flatMap(({ compared }) => compared)) {
    const { compared, different } = rows.get(title) ?? { compared: 0, different: 0 };
    rows.set(title, { kind: title, compared: compared + 1, different: different + (said === real ? 0 : 1) });
  }
  return {
    ...aboutOf(results),
    exercises: new Set(tried.map(({ exercise }) => exercise)).size,
    built: tried.length,
    right: right.length,
    ran: right.filter(({ measured }) => measured.runs).length,
    rows: [...rows.values()].sort((one, other) => other.compared - one.compared),
    notBuilt: answers.flatMap(({ title, answer, measured: { notHere } }) =>
      notHere === undefined ? [] : [{ exercise: title, answer, why: notHere }],
    ),
  };
}
