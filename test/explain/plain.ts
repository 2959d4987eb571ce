/** An explanation as plain text. */
import type { Explanation, InstructionExplanation } from '../../src/explain/index.js';
import { plainText } from '../../src/model/text.js';

export function plainExplanation({ stages }: Explanation): string {
  return stages
    .map(({ title, purpose, instructions }) =>
      [`${title}. ${plainText(purpose)}`, ...instructions.map(plainInstruction)].join('\n'),
    )
    .join('\n\n');
}

function plainInstruction({ line, text, does, refused, image, cache, container }: InstructionExplanation): string {
  const facts = Object.entries({ refused, image, cache, container }).flatMap(([name, parts]) =>
    parts ? [`    ${name}: ${plainText(parts)}`] : [],
  );
  return [`${line}: ${text}`, ...does.map((parts) => `    ${plainText(parts)}`), ...facts].join('\n');
}
