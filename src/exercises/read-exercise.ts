/** Reads an exercise that comes from a file or a link. What is wrong is said, each with its place. */
import type { WrittenConditions } from '../grading/written.js';
import { isRecord, type UnknownRecord } from '../model/record.js';
import { readBuild } from '../share/workspace.js';
import type { Alternative, Answer, Exercise, Solution, Step } from './exercise.js';
import { TRACKS } from './tracks.js';

export interface ReadExercise {
  /** Undefined where it can't be used at all: without a title, a start or a condition. */
  readonly exercise: Exercise | undefined;
  readonly problems: readonly string[];
}

/** What is wrong with conditions, each with its place: `small: …`, where `small` is the id. */
export type CheckConditions = (written: unknown) => readonly string[];

/** Without `checkConditions` conditions are taken as they are; whoever grades looks at them. */
export function readExercise(value: unknown, checkConditions: CheckConditions = () => []): ReadExercise {
  if (!isRecord(value)) return { exercise: undefined, problems: ['This is no exercise.'] };
  const reader = new Reader(value, checkConditions);
  const exercise = reader.exercise();
  const isUsable = exercise.title !== '' && Object.keys(exercise.conditions).length > 0;
  return { exercise: isUsable ? exercise : undefined, problems: reader.problems };
}

class Reader {
  readonly problems: string[] = [];

  constructor(
    private readonly value: UnknownRecord,
    private readonly checkConditions: CheckConditions,
  ) {}

  exercise(): Exercise {
    const { dockerignore: _, ...build } = readBuild(this.value['build']);
    const conditions = this.conditions();
    const track = TRACKS.find(({ id }) => id === this.value['track'])?.id;
    if (this.value['track'] !== undefined && !track) this.problem('track', `is one of ${TRACKS.map(({ id }) => id)}`);
    return {
      id: this.text('id'),
      title: this.text('title'),
      track,
      minutes: this.minutes(),
      goal: this.text('goal'),
      brief: this.value['brief'] === undefined ? undefined : this.text('brief'),
      start: this.start(),
      build,
      conditions,
      steps: this.steps(conditions),
      hints: this.texts('hints'),
      solution: this.solution(),
      alternatives: this.alternatives(),
      uses: this.texts('uses'),
      rules: this.texts('rules'),
      guides: this.texts('guides'),
      discuss: this.texts('discuss'),
    };
  }

  private problem(field: string, wants: string): void {
    this.problems.push(`${field} ${wants}.`);
  }

  private text(field: string): string {
    const value = this.value[field];
    if (typeof value === 'string' && value.trim() !== '') return value;
    this.problem(field, 'is missing');
    return '';
  }

  private texts(field: string): readonly string[] {
    const value = this.value[field];
    if (value === undefined) return [];
    if (Array.isArray(value) && value.every((one) => typeof one === 'string')) return value;
    this.problem(field, 'is a list of texts');
    return [];
  }

  private minutes(): number {
    const { minutes } = this.value;
    if (typeof minutes === 'number' && minutes > 0) return minutes;
    this.problem('minutes', 'is a number');
    return 10;
  }

  private start(): Answer {
    const answer = readAnswer(this.value['start']);
    if (!answer) this.problem('start', 'is the Dockerfile to begin with');
    return answer ?? { text: '' };
  }

  private conditions(): WrittenConditions {
    const written = this.value['conditions'];
    if (!isRecord(written)) this.problem('conditions', 'are missing');
    this.problems.push(...this.checkConditions(written).map((problem) => `conditions: ${problem}`));
    const conditions = Object.entries(isRecord(written) ? written : {}).filter(([, one]) => isRecord(one));
    return Object.fromEntries(conditions) as WrittenConditions;
  }

  /** Without steps of its own, each condition is a step. */
  private steps(conditions: WrittenConditions): readonly Step[] {
    const { steps } = this.value;
    if (!Array.isArray(steps)) return [];
    return steps.flatMap((step): Step[] => {
      const isStep = isRecord(step) && typeof step['do'] === 'string' && Array.isArray(step['holds']);
      if (!isStep) this.problem('steps', 'say what to do, and which conditions then hold');
      if (!isStep) return [];
      const named = (step['holds'] as unknown[]).map(String);
      for (const id of named)
        if (!Object.hasOwn(conditions, id)) this.problem('steps', `name a condition ${id} that is not there`);
      return [{ do: step['do'] as string, holds: named.filter((id) => Object.hasOwn(conditions, id)) }];
    });
  }

  private solution(): Solution | undefined {
    const { solution } = this.value;
    if (solution === undefined) return undefined;
    const read = readSolution(solution);
    if (!read) this.problem('solution', 'is an answer, and why it is one');
    return read;
  }

  private alternatives(): readonly Alternative[] {
    const { alternatives } = this.value;
    if (!Array.isArray(alternatives)) return [];
    return alternatives.flatMap((one): Alternative[] => {
      const read = readSolution(one);
      const title = isRecord(one) ? one['title'] : undefined;
      if (read && typeof title === 'string') return [{ ...read, title }];
      this.problem('alternatives', 'have a title, an answer, and why it is one');
      return [];
    });
  }
}

function readSolution(value: unknown): Solution | undefined {
  if (!isRecord(value) || typeof value['why'] !== 'string') return undefined;
  const answer = readAnswer(value['answer']);
  return answer && { answer, why: value['why'] };
}

/** Reads an answer; undefined where there is no Dockerfile in it. */
export function readAnswer(value: unknown): Answer | undefined {
  if (!isRecord(value) || typeof value['text'] !== 'string') return undefined;
  const { text, dockerignore } = value;
  return { text, ...(typeof dockerignore === 'string' && { dockerignore }) };
}
