/** What is taken of a folder. */
import { expect, test } from 'vitest';
import { type FolderFile, readFolder } from '../../src/playground/folder.js';

function folder(files: Readonly<Record<string, string>>): FolderFile[] {
  return Object.entries(files).map(([path, text]) => ({
    path,
    file: { size: Buffer.byteLength(text), text: () => Promise.resolve(text) },
  }));
}

test('names and sizes, and the text of scripts and manifests alone', async () => {
  const read = await readFolder(folder({ 'src/a.js': 'secret', 'start.sh': 'ls', 'package.json': '{}' }));
  expect(read).toEqual({
    dockerfiles: [],
    build: {
      context: [
        { path: 'package.json', bytes: 2, text: '{}' },
        { path: 'src/a.js', bytes: 6 },
        { path: 'start.sh', bytes: 2, text: 'ls' },
      ],
    },
  });
});

test('what the .dockerignore lets through', async () => {
  const read = await readFolder(
    folder({ '.dockerignore': 'node_modules\n!node_modules/b', 'node_modules/a': 'a', 'node_modules/b': 'b' }),
  );
  expect(read?.build.context?.map(({ path }) => path)).toEqual(['.dockerignore', 'node_modules/b']);
});

test('every Dockerfile, the one at the top first, and the ignore file that belongs to it', async () => {
  const read = await readFolder(
    folder({
      'api/Dockerfile': 'FROM b',
      Dockerfile: 'FROM a',
      'Dockerfile.dockerignore': 'x',
      '.dockerignore': 'y',
      'web.Dockerfile': 'FROM c',
      'Containerfile.dev': 'FROM d',
      'NotDockerfile.md': '',
      'Dockerfiles/readme': '',
    }),
  );
  expect(read?.dockerfiles.map(({ path }) => path)).toEqual([
    'Dockerfile',
    'Containerfile.dev',
    'web.Dockerfile',
    'api/Dockerfile',
  ]);
  expect(read?.build.dockerignore).toBe('x');
});
