/** The exercises under content/exercises, read when the site is built. */
import { parse } from 'yaml';
import type { Exercise } from '../exercises/exercise.js';
import { type ExerciseFiles, exerciseFrom } from '../exercises/exercise-folder.js';

const texts = import.meta.glob<string>(['/content/exercises/*/*', '!**/*.mdx'], {
  query: '?raw',
  import: 'default',
  eager: true,
});

/** All exercises, in the order of their folders. An error names what is wrong in one. */
export const exercises: readonly Exercise[] = foldersOf().map(([folder, files]) => {
  const { exercise, problems } = exerciseFrom(folder, files, parse);
  if (!exercise || problems.length > 0) throw new Error(`content/exercises/${folder}: ${problems.join(' ')}`);
  return exercise;
});

function foldersOf(): [string, ExerciseFiles][] {
  const folders = new Map<string, Record<string, string>>();
  for (const [path, text] of Object.entries(texts)) {
    const [, , , folder = '', name = ''] = path.split('/');
    folders.set(folder, { ...folders.get(folder), [name]: text });
  }
  return [...folders].sort(([one], [other]) => (one < other ? -1 : 1));
}
