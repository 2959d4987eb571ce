/** Indents the continuation lines of an instruction that stand at the margin. */
import type { Dockerfile, Instruction } from '../model/index.js';
import { joinedText } from '../model/syntax/joined-text.js';
import type { Edit } from '../rules/rule.js';

const INDENT = '    ';

/** Only where a blank stands before the line break and no quote is open: anywhere else the blanks would be text. */
export function indentEdits(dockerfile: Dockerfile, instruction: Instruction): Edit[] {
  const start = instruction.at.start;
  const joined = joinedText(dockerfile, instruction, { start, end: Math.max(instruction.argumentsAt.end, start) });
  const edits: Edit[] = [];
  let quote = '';
  for (let at = 0; at < joined.length; at++) {
    const character = joined[at] as string;
    if (character === dockerfile.escape && quote !== "'") at++;
    else if (quote) quote = character === quote ? '' : quote;
    else if (character === '"' || character === "'") quote = character;
    else if (character === '\0' && joined[at + 1] !== '\0') {
      const isAtMargin = dockerfile.text[start + at] === '\n' && /[^\s\0]/.test(joined[at + 1] ?? '');
      const before = joined.slice(0, at + 1).replace(/\0+$/, '');
      if (isAtMargin && /[ \t]$/.test(before)) edits.push({ start: start + at + 1, end: start + at + 1, text: INDENT });
    }
  }
  return edits;
}
