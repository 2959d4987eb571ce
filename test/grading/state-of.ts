/** What a condition says of a Dockerfile: `holds`, or the state that it is in. */
import { TABLES_DATE } from '../../src/data/date.js';
import { readConditions, Submission } from '../../src/grading/index.js';
import { loadTables } from '../../src/image/index.js';
import { type BuildInput, parseDockerfile } from '../../src/model/index.js';

export async function stateOf(
  kind: string,
  values: Readonly<Record<string, unknown>>,
  text: string,
  build: Omit<BuildInput, 'text' | 'today'> = {},
): Promise<string> {
  const { conditions, problems } = readConditions({ it: { [kind]: values } });
  const [condition] = conditions;
  if (!condition) throw new Error(problems.join(' '));
  const input = { ...build, text, today: TABLES_DATE };
  const submission = new Submission(input, await loadTables(parseDockerfile(input)));
  const verdict = condition.kind.check(submission, condition.values);
  return verdict.holds ? 'holds' : verdict.state;
}
