import type { InstructionOf } from '../model/index.js';
import { insertAt } from './edits.js';
import { code, codes, text } from './message.js';
import { defineRule } from './rule.js';

export const descriptionCommentFormat = defineRule({
  id: 'description-comment-format',
  topic: 'maintainability',
  stages: 'all',
  severity: 'off',
  aliases: ['InvalidDefinitionDescription'],
  summary: 'Begin the description of a stage or an argument with its name.',

  *find({ instructions }) {
    for (const instruction of instructions('ARG', 'FROM')) {
      const names = namesOf(instruction);
      const comment = instruction.commentsAbove.at(-1);
      if (
        !comment?.text ||
        !names.every((name) => PLAIN.test(name)) ||
        names.length === 0 ||
        IS_FOR_TOOLS.test(comment.text)
      )
        continue;
      const [first = ''] = comment.text.split(' ');
      if (!names.includes(first)) yield { at: comment.at, names, comment, instruction };
    }
  },

  explain: ({ names, instruction }) => ({
    what: text`This comment describes ${codes(names, 'or')} to a reader, but not to ${code('docker build --call=outline')}.`,
    why: text`BuildKit shows the comment above an ${code('ARG')} or a named ${code('FROM')} as its description only if it begins with the name.`,
    todo: text`Write ${code(`# ${names[0]} …`)}, or leave a blank line between the comment and ${code(instruction.keywordText)}.`,
  }),

  *repair({ names: [name = ''], comment: { at, text: words } }, { dockerfile }) {
    const start = at.start + dockerfile.text.slice(at.start, at.end).indexOf(words);
    yield { title: 'Begin with the name', safety: 'safe', edits: [insertAt(start, `${name} `)] };
  },
});

/** Words to a linter, which have to stay as they are. */
const IS_FOR_TOOLS = /^(?:hadolint|plimsoll|check|checkov|trivy|kics-scan|syntax|escape|renovate)\b[^ ]*[\s:=]/i;

/** A name that a comment can begin with. */
const PLAIN = /^[\w.-]+$/;

function namesOf(instruction: InstructionOf<'ARG' | 'FROM'>): readonly string[] {
  if (instruction.keyword === 'ARG') return instruction.pairs.map(({ key }) => key.text);
  return instruction.as ? [instruction.as.name.text.toLowerCase()] : [];
}
