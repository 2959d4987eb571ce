import { type Dockerfile, KEYWORDS, type Span } from '../model/index.js';
import { code, text } from './message.js';
import { defineRule, type Edit } from './rule.js';

export const emptyContinuationLine = defineRule({
  id: 'empty-continuation-line',
  topic: 'correctness',
  stages: 'all',
  severity: 'warning',
  aliases: ['NoEmptyContinuation'],
  summary: 'Leave no blank line between the lines of one instruction.',

  *find({ instructions, dockerfile }) {
    for (const { keywordText, blankContinuations } of instructions(...KEYWORDS)) {
      const [first] = blankContinuations;
      if (first) yield { at: continuationBefore(dockerfile, first), keywordText, blankContinuations };
    }
  },

  explain: ({ keywordText }) => ({
    what: text`A blank line follows, and ${code(keywordText)} goes on behind it.`,
    why: text`BuildKit skips the line with a warning and says that a later version will refuse it; a reader takes what follows for something new.`,
    todo: text`Remove the blank line, or make it a comment with ${code('#')}.`,
  }),

  *repair({ blankContinuations }, { dockerfile }) {
    const edits = blankContinuations.map((blank) => removeLine(dockerfile, blank));
    yield { title: 'Remove the blank lines', safety: 'safe', edits };
  },
});

/** The escape character that makes the instruction go on across a blank line; comments may stand between the two. */
function continuationBefore({ text: source }: Dockerfile, blank: Span): Span {
  let lineEnd = blank.start;
  for (;;) {
    const lineStart = source.lastIndexOf('\n', lineEnd - 2) + 1;
    const line = source.slice(lineStart, lineEnd).trimEnd();
    if (lineStart === 0 || (line !== '' && !line.trimStart().startsWith('#')))
      return { start: lineStart + line.length - 1, end: lineStart + line.length };
    lineEnd = lineStart;
  }
}

function removeLine({ text: source }: Dockerfile, { start, end }: Span): Edit {
  const lineBreak = source.indexOf('\n', end);
  return { start, end: lineBreak === -1 ? source.length : lineBreak + 1, text: '' };
}
