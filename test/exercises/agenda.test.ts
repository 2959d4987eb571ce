import { expect, test } from 'vitest';
import { agendaOf, HALF_A_DAY, ONE_HOUR } from '../../src/exercises/agenda.js';
import { exerciseFolders } from './folders.js';

const exercises = exerciseFolders().map(({ exercise }) => exercise);

test.each([
  ['an hour', ONE_HOUR, 45, 60],
  ['half a day', HALF_A_DAY, 150, 240],
])('%s is filled and not overrun', (_, plan, least, most) => {
  const items = agendaOf(plan, exercises);
  const last = items.at(-1);
  const minutes = (last?.at ?? 0) + (last?.minutes ?? 0);
  expect(minutes).toBeGreaterThanOrEqual(least);
  expect(minutes).toBeLessThanOrEqual(most);
  expect(items.filter(({ exercise }) => exercise).length).toBeGreaterThanOrEqual(3);
});

test('an exercise that is not there is an error', () => {
  expect(() => agendaOf([{ exercise: 'nothing' }], exercises)).toThrow('nothing');
});
