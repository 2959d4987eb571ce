import { describe, expect, it } from 'vitest';
import { type Change, readChange } from '../../../src/image/rebuild/index.js';

describe('a change as the command line has it', () => {
  const table: readonly [text: string, change: Change][] = [
    ['file:src/app.js', { kind: 'file', path: 'src/app.js' }],
    ['file:C:odd', { kind: 'file', path: 'C:odd' }],
    ['dockerignore', { kind: 'dockerignore' }],
    ['arg:VERSION', { kind: 'argument', name: 'VERSION' }],
    ['base', { kind: 'base' }],
    ['base:node:24', { kind: 'base', image: 'node:24' }],
    ['line:7', { kind: 'line', line: 7 }],
    ['fresh', { kind: 'fresh' }],
    ['fresh:min', { kind: 'fresh', cache: 'min' }],
    ['fresh:max', { kind: 'fresh', cache: 'max' }],
  ];
  it.each(table)('%s', (text, change) => expect(readChange(text)).toEqual(change));

  const refused: readonly [text: string, reason: string][] = [
    ['', '"" is not a change. Changes are file:PATH,'],
    ['src/app.js', '"src/app.js" is not a change.'],
    ['file', '"file" does not say what changes. Write file:PATH.'],
    ['file:', '"file:" does not say what changes.'],
    ['arg:', 'Write arg:NAME.'],
    ['line:0', '"0" is not the number of a line.'],
    ['line:x', '"x" is not the number of a line.'],
    ['fresh:registry', '"registry" is not a mode of a cache.'],
    ['dockerignore:x', '"dockerignore:x" is not a change.'],
    ['FILE:a', '"FILE:a" is not a change.'],
  ];
  it.each(refused)('%s is refused', (text, reason) => {
    const read = readChange(text);
    expect('error' in read ? read.error : read).toContain(reason);
  });
});
