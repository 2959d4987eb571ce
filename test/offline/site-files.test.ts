import { expect, test } from 'vitest';
import { stemOf } from '../../src/offline/manifest.js';
import { addressOf, sortFiles, stepOf } from '../../src/offline/site-files.mjs';

const TABLES = ['debian-13', 'npm'];

test('a file is served under the address of its folder', () => {
  expect(addressOf('index.html')).toBe('');
  expect(addressOf('guides/caching/index.html')).toBe('guides/caching/');
  expect(addressOf('404.html')).toBe('404.html');
  expect(addressOf('rules\\index.html')).toBe('rules/');
});

test.each([
  ['playground/', 'first'],
  ['_astro/lint.worker-B1lbvsu1.js', 'first'],
  ['_astro/instrument-sans-latin-wght-normal.BbzFLZTg.woff2', 'first'],
  ['rules/image-not-pinned/', 'later'],
  ['', 'later'],
  ['exercises.json', 'later'],
  ['pagefind/index/en_4991486.pf_index', 'later'],
  ['pagefind/pagefind-ui.js', undefined],
  ['pagefind/wasm.unknown.pagefind', undefined],
  ['_astro/monaco-editor.BIrb-pu5.js', 'onceUsed'],
  ['_astro/editor.worker-CX7Cj20z.js', 'onceUsed'],
  ['_astro/debian-13-C3ENP3xE.js', 'onceUsed'],
  ['_astro/npm-Db_Ve3mq.js', 'onceUsed'],
  ['_astro/shellcheck.Db_Ve3mq.wasm', 'onceUsed'],
  ['_astro/instrument-sans-latin-ext-wght-normal.B5bTHO_g.woff2', 'onceUsed'],
  ['sitemap-0.xml', undefined],
  ['service-worker.js', undefined],
])('%s is kept: %s', (address, step) => {
  expect(stepOf(address, TABLES)).toBe(step);
});

test('what names the parts of the search index comes after the parts', () => {
  const { later } = sortFiles(
    ['pagefind/pagefind.js', 'pagefind/pagefind-entry.json', 'pagefind/fragment/en_1.pf_fragment', 'rules/'],
    TABLES,
  );
  expect(later).toEqual([
    'rules/',
    'pagefind/fragment/en_1.pf_fragment',
    'pagefind/pagefind-entry.json',
    'pagefind/pagefind.js',
  ]);
});

test('a stem is the same in every build', () => {
  expect(stemOf('_astro/npm-Db_Ve3mq.js')).toBe('_astro/npm.js');
  expect(stemOf('_astro/monaco-editor.BIrb-pu5.js')).toBe('_astro/monaco-editor.js');
  expect(stemOf('rules/')).toBe('rules/');
});
