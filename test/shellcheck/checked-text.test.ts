import { describe, expect, it } from 'vitest';
import { withVariables } from '../../src/shellcheck/checked-text.js';

describe('a script as ShellCheck gets it', () => {
  it('is the text, behind the variables that the Dockerfile sets', () => {
    expect(withVariables('echo $A', []).source).toBe('echo $A');
    expect(withVariables('echo $A', ['A', 'B']).source).toBe('export A=1 B=1\necho $A');
  });

  it.each([
    ['the first line', 'ab', [], 1, 2, 1],
    ['behind a line of variables', 'ab', ['A'], 2, 2, 1],
    ['a later line', 'ab\ncd', [], 2, 1, 3],
    ['a tab at the start of a line', '\tab', [], 1, 9, 1],
    ['a tab inside a line', 'abc\td', [], 1, 9, 4],
    ['a character of two units', '😀a', [], 1, 2, 2],
    ['the end of a line', 'ab\n', [], 1, 3, 2],
  ] as const)('maps a place back: %s', (_, text, variables, line, column, offset) =>
    expect(withVariables(text, variables).offsetOf(line, column)).toBe(offset),
  );

  it('has no place for the line of variables, or behind the end', () => {
    const { offsetOf } = withVariables('ab', ['A']);
    expect(offsetOf(1, 1)).toBeUndefined();
    expect(offsetOf(3, 1)).toBeUndefined();
  });
});
