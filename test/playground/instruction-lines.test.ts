import { describe, expect, test } from 'vitest';
import { InstructionLines } from '../../src/playground/instruction-lines.js';

const TEXT = `# first
FROM alpine:3.24

RUN apk add \\
    # why
    git \\
    make

# last
CMD ["id"]
`;

describe('which instruction a line is part of', () => {
  test.each([
    [1, undefined],
    [2, 2],
    [3, undefined],
    [4, 4],
    [5, 4],
    [7, 4],
    [9, undefined],
    [10, 10],
  ])('line %i', (line, first) => {
    expect(new InstructionLines(TEXT).firstOf(line)).toBe(first);
  });
});

test.each([
  [2, 'FROM alpine:3.24'],
  [4, 'RUN apk add git make'],
  [10, 'CMD ["id"]'],
])('the instruction at line %i on one line', (line, text) => {
  expect(new InstructionLines(TEXT).textOf(line)).toBe(text);
});

test('the span goes from the keyword to the last word', () => {
  const { start, end } = new InstructionLines(TEXT).spanOf(4);
  expect(TEXT.slice(start, end)).toBe('RUN apk add \\\n    # why\n    git \\\n    make');
});

test('a heredoc is part of its instruction', () => {
  const text = 'RUN <<EOF\nUSER is no instruction here\nEOF\nUSER me\n';
  expect(new InstructionLines(text).firstOf(2)).toBe(1);
  expect(new InstructionLines(text).firstOf(4)).toBe(4);
});

test('what has no end in sight is cut', () => {
  expect(new InstructionLines(`RUN echo ${'x'.repeat(9000)}`).textOf(1)).toMatch(/x…$/);
});
