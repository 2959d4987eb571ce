import { expect, test } from 'vitest';
import { savingWords } from '../../src/playground/saving-words.js';

test.each([
  [{ unpackedBytes: 21_672_448 }, 'saves 21.7 MB on disk'],
  [
    { unpackedBytes: 21_672_448, compressedBytes: 16_740_381, stopSeconds: 10 },
    'saves 21.7 MB on disk, 16.7 MB to pull and 10 s to stop',
  ],
  [{ rebuiltSteps: 2 }, 'saves 2 steps after an edit of src/a.js'],
  [{ unpackedBytes: -1_500_000, stopSeconds: 10 }, 'saves 10 s to stop, adds 1.5 MB on disk'],
  [{ unpackedBytes: null, stopSeconds: 10 }, 'saves 10 s to stop, changes by an unknown amount: on disk'],
  [{ builds: false as const }, 'lets it build'],
  [{ starts: false as const }, 'lets it start'],
  [{}, undefined],
  [null, undefined],
])('%j: %s', (price, words) => expect(savingWords(price, 'src/a.js')).toBe(words));
