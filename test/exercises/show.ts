/** Prints what each wrong answer of an exercise is told: `npm run show-exercise -- 21-manifests-first`. For whoever writes one. */
import { inputOf } from '../../src/exercises/exercise.js';
import { gradeAnswer } from '../../src/exercises/grade-answer.js';
import type { ConditionGrade } from '../../src/grading/index.js';
import { loadTables } from '../../src/image/index.js';
import { parseDockerfile } from '../../src/model/index.js';
import { plainText } from '../../src/model/text.js';
import { answerOf, exerciseFolders } from './folders.js';

const [wanted] = process.argv.slice(2);
const found = exerciseFolders().find(({ folder }) => folder === wanted);
if (!found) {
  console.error(`There is no content/exercises/${wanted}.`);
  process.exit(1);
}

const { exercise, right, wrong } = found;
const answers = [
  { title: 'the start', answer: exercise.start },
  ...(exercise.solution ? [{ title: 'the solution', answer: exercise.solution.answer }] : []),
  ...exercise.alternatives,
  ...[...right, ...wrong].map((one) => ({ title: one.title, answer: answerOf(one) })),
];
for (const { title, answer } of answers) {
  const grade = gradeAnswer(exercise, answer, await loadTables(parseDockerfile(inputOf(exercise, answer))));
  console.log(`\n== ${title}: ${grade.isSolved ? 'solved' : 'not solved'}`);
  for (const one of [...grade.conditions, ...grade.guards]) console.log(lineOf(one));
}

function lineOf({ id, holds, says, state, now, why }: ConditionGrade): string {
  const detail = holds ? plainText(now ?? []) : `\n    ${state}: ${plainText(now ?? [])}\n    ${plainText(why ?? [])}`;
  return `${holds ? '  ok' : '  no'} ${id}: ${plainText(says)} ${detail}`;
}
