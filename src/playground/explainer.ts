/** The explanation's part of the lint worker, loaded when the panel is first opened. */
import { type Explanation, explain } from '../explain/index.js';
import { type BuildInput, parseDockerfile } from '../model/index.js';
import { tablesFor } from './tables.js';

/** More are no help to anybody, and take the browser long to draw. */
const MOST_INSTRUCTIONS = 300;

export async function explainFile(input: BuildInput): Promise<Explanation> {
  const dockerfile = parseDockerfile(input);
  const { tables } = await tablesFor(dockerfile);
  return explain(dockerfile, tables, MOST_INSTRUCTIONS);
}
