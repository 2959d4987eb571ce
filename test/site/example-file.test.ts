import { expect, test } from 'vitest';
import { inputOf, readExampleFile, readInputFile } from '../../src/site/example-file.js';

const example = 'title: Lists\nshows: They go.\ntopic: bloat\ndockerignore: .git\n';

test('the builder sees the input, not the words about it', () => {
  expect(inputOf(readExampleFile(example, 'example.yaml'))).toEqual({ dockerignore: '.git' });
});

test('a key that nobody knows is an error that names the file', () => {
  expect(() => readExampleFile(`${example}ignore: x\n`, 'a/example.yaml')).toThrow(/a\/example\.yaml.*ignore/s);
});

test('an empty input file says nothing', () => {
  expect(readInputFile('', 'input.yaml')).toEqual({});
});
