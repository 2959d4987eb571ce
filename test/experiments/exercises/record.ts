/**
 * Builds, starts, stops and builds again each answer of each exercise, and writes what was seen to results.json.
 *
 *     npm run experiments -- exercises [--bases TEXT] [ID…]
 *
 * Needs Docker on amd64 and package registries. With ids only these exercises are done anew.
 */
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { exerciseFolders } from '../../exercises/folders.js';
import { recordedNow } from '../versions.js';
import { builtAnswers } from './answers.js';
import { measure } from './measure.js';
import type { MeasuredAnswer, Results } from './results.js';

const FILE = 'test/experiments/exercises/results.json';

const { values, positionals } = parseArgs({
  options: { bases: { type: 'string', default: 'official images' } },
  allowPositionals: true,
});
const known: Results | undefined = existsSync(FILE) ? JSON.parse(readFileSync(FILE, 'utf8')) : undefined;
const recorded: Record<string, Record<string, MeasuredAnswer>> = { ...(known?.exercises as object) };
const folders = exerciseFolders();

for (const { exercise } of folders) {
  if (positionals.length > 0 && !positionals.includes(exercise.id)) continue;
  const answers: Record<string, MeasuredAnswer> = {};
  for (const [name, answer] of builtAnswers(exercise)) {
    answers[name] = await measure(exercise, answer);
    console.log(exercise.id, name, JSON.stringify(answers[name]));
  }
  recorded[exercise.id] = answers;
  save();
}

function save(): void {
  const inOrder = Object.fromEntries(
    folders.flatMap(({ exercise: { id } }) => (recorded[id] ? [[id, recorded[id]]] : [])),
  );
  writeFileSync(FILE, `${JSON.stringify({ ...recordedNow(values.bases), exercises: inOrder }, null, 1)}\n`);
}
