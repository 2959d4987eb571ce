/** What a condition says of a Dockerfile: the state, or `holds`. */
import { TABLES_DATE } from '../../src/data/date.js';
import { grade, readConditions, Submission, type WrittenCondition } from '../../src/grading/index.js';
import { loadTables } from '../../src/image/index.js';
import { type BuildInput, parseDockerfile } from '../../src/model/index.js';

export async function stateOf(
  condition: WrittenCondition,
  text: string,
  surroundings: Omit<BuildInput, 'text' | 'today'> = {},
): Promise<string> {
  const input = { ...surroundings, text, today: TABLES_DATE };
  const submission = new Submission(input, await loadTables(parseDockerfile(input)));
  const { conditions, problems } = readConditions({ asked: condition });
  if (problems.length > 0) throw new Error(problems.join(' '));
  const [found] = grade(submission, submission, conditions).conditions;
  return found?.holds ? 'holds' : (found?.state ?? '');
}
