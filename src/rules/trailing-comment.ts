import { type Instruction, KEYWORDS, type Span } from '../model/index.js';
import { insertAt, lineBreakOf } from './edits.js';
import { code, type Text, text } from './message.js';
import { defineRule, type Edit } from './rule.js';

export const trailingComment = defineRule({
  id: 'trailing-comment',
  topic: 'correctness',
  stages: 'all',
  onbuild: true,
  severity: 'error',
  summary: 'Write a comment on a line of its own.',

  *find({ instructions, dockerfile }) {
    for (const instruction of instructions(...KEYWORDS)) {
      const at = instruction.trailingCommentAt;
      if (!at) continue;
      const weight = isHarmless(instruction) ? ({ severity: 'warning' } as const) : {};
      yield { at, instruction, comment: dockerfile.text.slice(at.start, at.end), ...weight };
    }
  },

  explain: ({ instruction, comment }) => ({
    what: text`${code(comment)} is not a comment here; it is a part of ${code(instruction.keywordText)}.`,
    why: effectOn(instruction, comment),
    todo: text`Move it to a line of its own above.`,
  }),

  *repair({ at, comment }, { dockerfile }) {
    if (comment.includes('\n')) return;
    yield { title: 'Move the comment above', safety: 'suggested', edits: moveAbove(dockerfile.text, at, comment) };
  },
});

/** Nothing that the container does depends on it. */
function isHarmless(instruction: Instruction): boolean {
  const { keyword } = instruction;
  return keyword === 'ARG' || keyword === 'MAINTAINER' || (keyword === 'LABEL' && isLegacy(instruction));
}

function isLegacy(instruction: Instruction): boolean {
  return 'pairs' in instruction && instruction.pairs.some((pair) => pair.isLegacy);
}

/** What it does to the image. Each was measured: see the page. */
function effectOn(instruction: Instruction, comment: string): Text {
  switch (instruction.keyword) {
    case 'USER':
      return text`The user of the image gets this as a part of its name, and the container doesn't start.`;
    case 'WORKDIR':
      return text`The folder gets this as a part of its name.`;
    case 'RUN':
      return text`With it the array is not JSON, so a shell runs the array's text as a command, and doesn't find it.`;
    case 'CMD':
    case 'ENTRYPOINT':
      return text`With it the array is not JSON, so the container starts a shell that runs the array's text as a command, and doesn't find it.`;
    case 'HEALTHCHECK':
      return instruction.type === 'NONE'
        ? text`BuildKit refuses it: NONE takes no arguments.`
        : text`With it the array is not JSON, so each check runs the array's text in a shell, and fails.`;
    case 'COPY':
    case 'ADD':
      return text`Its words are taken for sources and for the destination, and the build fails because there is no file ${code('#')}.`;
    case 'ENV':
    case 'LABEL':
      return isLegacy(instruction)
        ? text`The value ends with it.`
        : text`BuildKit refuses it: each word must be ${code('name=value')}.`;
    case 'ARG':
      return text`Each of its words declares a build argument.`;
    case 'VOLUME':
      return text`Each of its words becomes a volume.`;
    case 'MAINTAINER':
      return text`The name of the author ends with it.`;
    default:
      return text`BuildKit takes ${code(comment)} for arguments and refuses them.`;
  }
}

/** Takes the comment off its line and puts it above that line; comments may stand between continuation lines too. */
function moveAbove(source: string, at: Span, comment: string): Edit[] {
  const lineStart = source.lastIndexOf('\n', at.start - 1) + 1;
  const indent = /^[ \t]*/.exec(source.slice(lineStart, at.start))?.[0] ?? '';
  const before = source.slice(lineStart, at.start).trimEnd();
  return [
    insertAt(lineStart, `${indent}${comment.trimEnd()}${lineBreakOf(source)}`),
    { start: lineStart + before.length, end: at.end, text: '' },
  ];
}
