import { expect, test } from 'vitest';
import { readSignal } from '../../../src/image/process/signals.js';

test.each([
  ['SIGTERM', 'SIGTERM', 15],
  ['term', 'SIGTERM', 15],
  ['9', 'SIGKILL', 9],
  ['SIGWINCH', 'SIGWINCH', 28],
  ['RTMIN+3', 'SIGRTMIN+3', 37],
  ['SIGRTMAX-1', 'SIGRTMAX-1', 63],
  ['6', 'SIGABRT', 6],
  ['40', '40', 40],
])('%s', (text, name, number) => {
  expect(readSignal(text)).toEqual({ name, number });
});

test.each(['', '0', 'SIGNOTHING'])('%j is none', (text) => {
  expect(readSignal(text)).toBeUndefined();
});
