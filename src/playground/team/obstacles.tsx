/** Where people got stuck: for each exercise the condition on which most of them failed. */
import { useSignal } from '@preact/signals';
import { useEffect } from 'preact/hooks';
import type { Exercise } from '../../exercises/exercise.js';
import { exercisesOf, obstaclesIn, type Team } from '../../exercises/team.js';
import type { Titles } from '../../exercises/team-tables.js';
import type { ConditionGrade } from '../../grading/index.js';
import type { ExercisePageData } from '../exercise/page-data.js';
import { gradeInWorker } from '../linter.js';
import { MessageText } from '../parts.js';
import { knownExercise } from './known-exercises.js';

export interface ObstaclesProps {
  readonly data: ExercisePageData;
  /** The exercises that the lead has made or opened. */
  readonly mine: readonly Exercise[];
  readonly team: Team;
  readonly titles: Titles;
}

export function Obstacles({ data, mine, team, titles }: ObstaclesProps) {
  const hard = exercisesOf(team, [...titles.keys()]).flatMap((id) => {
    const [first] = obstaclesIn(team, id);
    return first ? [{ id, ...first }] : [];
  });
  const words = useWords(
    hard.map(({ id }) => id),
    (id) => knownExercise(id, data, mine, ...team.records),
  );
  if (hard.length === 0) return null;
  return (
    <>
      <h3>Where people got stuck</h3>
      <ul class="obstacles">
        {hard.map(({ id, condition, people, tries }) => {
          const says = words.find((one) => one.exercise === id && one.id === condition)?.says;
          return (
            <li>
              <b>{titles.get(id) ?? id}</b>: “{says ? <MessageText parts={says} /> : condition}” did not hold for{' '}
              {people === 1 ? '1 person' : `${people} people`}, in {tries === 1 ? '1 try' : `${tries} tries`}.
            </li>
          );
        })}
      </ul>
    </>
  );
}

type ConditionWords = Pick<ConditionGrade, 'id' | 'says'> & { readonly exercise: string };

type Find = (id: string) => ReturnType<typeof knownExercise>;

/** The conditions of some exercises in words; empty until they are known. */
function useWords(ids: readonly string[], find: Find): readonly ConditionWords[] {
  const words = useSignal<readonly ConditionWords[]>([]);
  useEffect(() => {
    void Promise.all(ids.map((id) => wordsOf(id, find))).then((found) => {
      words.value = found.flat();
    });
  }, [ids.join(' ')]);
  return words.value;
}

async function wordsOf(id: string, find: Find): Promise<readonly ConditionWords[]> {
  const exercise = (await find(id))?.exercise;
  const grade = exercise && (await gradeInWorker(exercise, exercise.start).catch(() => undefined));
  return [...(grade?.conditions ?? []), ...(grade?.guards ?? [])].map(({ id: condition, says }) => ({
    exercise: id,
    id: condition,
    says,
  }));
}
