import { describe, expect, it } from 'vitest';
import type { Exercise } from '../../src/exercises/exercise.js';
import { OwnExerciseStore } from '../../src/playground/exercise/own-exercise-store.js';
import { exerciseFolders } from '../exercises/folders.js';
import { MemoryStorage } from './memory-storage.js';

const [folder] = exerciseFolders();
if (!folder) throw new Error('There is no exercise.');
const exercise: Exercise = JSON.parse(JSON.stringify({ ...folder.exercise, id: 'own-1', track: undefined }));

describe('exercises that came by link', () => {
  it('are kept in the order in which they were opened, in their last version', () => {
    const store = new OwnExerciseStore(new MemoryStorage());
    expect(store.keep(exercise, '2')).toBe(true);
    store.keep({ ...exercise, id: 'own-2' }, '1');
    store.keep({ ...exercise, title: 'Later' }, '3');
    expect(store.all().map(({ exercise: one, opened }) => [one.id, one.title, opened])).toEqual([
      ['own-2', exercise.title, '1'],
      ['own-1', 'Later', '2'],
    ]);
  });

  it('are removed, and come back whole', () => {
    const store = new OwnExerciseStore(new MemoryStorage());
    store.keep(exercise, '1');
    const before = store.all();
    const [kept] = before;
    if (!kept) throw new Error('It was kept.');
    store.remove(kept);
    expect(store.all()).toEqual([]);
    store.write(kept);
    expect(store.all()).toEqual(before);
  });

  it('survive what is spoiled beside them, and keys of other versions', () => {
    const storage = new MemoryStorage();
    for (const [id, text] of ['{', 'null', '{"exercise":{"title":3}}'].entries())
      storage.set(`plimsoll.own-exercise.1.own-${id}`, text);
    storage.set('plimsoll.own-exercise.2.own-9', JSON.stringify({ exercise, opened: '1' }));
    expect(new OwnExerciseStore(storage).all()).toEqual([]);
    // A field that is gone, and one that is new.
    const { hints: _, ...earlier } = exercise;
    storage.set('plimsoll.own-exercise.1.own-1', JSON.stringify({ exercise: { ...earlier, later: 1 } }));
    expect(new OwnExerciseStore(storage).all()).toEqual([{ exercise: { ...exercise, hints: [] }, opened: '' }]);
  });

  it('are not kept where storage is full or forbidden, and nothing breaks', () => {
    const storage = new MemoryStorage();
    const store = new OwnExerciseStore(storage);
    storage.isFull = true;
    expect(store.keep(exercise, '1')).toBe(false);
    storage.isForbidden = true;
    expect(store.keep(exercise, '1')).toBe(false);
    expect(store.all()).toEqual([]);
    expect(() => store.remove({ exercise, opened: '1' })).not.toThrow();
  });
});
