/** An exercise as a folder in a zip file. */
import { strToU8, zipSync } from 'fflate';
import { stringify } from 'yaml';
import type { Exercise } from '../../exercises/exercise.js';
import { filesOf } from '../../exercises/folder-of.js';

export function zippedFolder(name: string, exercise: Exercise): Uint8Array<ArrayBuffer> {
  const files = Object.entries(filesOf(exercise, (value) => stringify(value)));
  return new Uint8Array(zipSync(Object.fromEntries(files.map(([path, text]) => [`${name}/${path}`, strToU8(text)]))));
}
