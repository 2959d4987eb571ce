/** Where people got stuck: for each exercise the condition on which most of them failed. */
import { useSignal } from '@preact/signals';
import { useEffect } from 'preact/hooks';
import { exercisesOf, obstaclesIn, type Team } from '../../exercises/team.js';
import type { Titles } from '../../exercises/team-tables.js';
import type { ConditionGrade } from '../../grading/index.js';
import { exerciseOf } from '../exercise/all-exercises.js';
import type { ExercisePageData } from '../exercise/page-data.js';
import { gradeInWorker } from '../linter.js';
import { MessageText } from '../parts.js';

export interface ObstaclesProps {
  readonly data: ExercisePageData;
  readonly team: Team;
  readonly titles: Titles;
}

export function Obstacles({ data, team, titles }: ObstaclesProps) {
  const hard = exercisesOf(team, [...titles.keys()]).flatMap((id) => {
    const [first] = obstaclesIn(team, id);
    return first ? [{ id, ...first }] : [];
  });
  const words = useWords(
    hard.map(({ id }) => id),
    data,
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

/** The conditions of some exercises in words; empty until they are known. */
function useWords(ids: readonly string[], data: ExercisePageData): readonly ConditionWords[] {
  const words = useSignal<readonly ConditionWords[]>([]);
  useEffect(() => {
    void Promise.all(ids.map((id) => wordsOf(id, data))).then((found) => {
      words.value = found.flat();
    });
  }, [ids.join(' ')]);
  return words.value;
}

async function wordsOf(id: string, data: ExercisePageData): Promise<readonly ConditionWords[]> {
  const exercise = await exerciseOf(id, data);
  const grade = exercise && (await gradeInWorker(exercise, exercise.start).catch(() => undefined));
  return [...(grade?.conditions ?? []), ...(grade?.guards ?? [])].map(({ id: condition, says }) => ({
    exercise: id,
    id: condition,
    says,
  }));
}
