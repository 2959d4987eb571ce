/** What a reader changes about the build. */
import { describe, expect, test } from 'vitest';
import {
  withArgument,
  withBuild,
  withDockerfile,
  withNewDockerfile,
  withoutDockerfile,
  withPath,
  withShown,
} from '../../src/playground/build-changes.js';
import { shownDockerfile, workspaceOf } from '../../src/share/workspace.js';

const one = workspaceOf('FROM a');
const two = withNewDockerfile(one);

describe('Dockerfiles', () => {
  test('a new one is empty, has a path of its own and is shown', () => {
    expect(shownDockerfile(two)).toEqual({ path: 'Dockerfile.1', text: '' });
    const taken = withPath(one, 0, 'Dockerfile.1');
    expect(shownDockerfile(withNewDockerfile(taken ?? one)).path).toBe('Dockerfile.2');
  });

  test('the last one stays', () => {
    expect(withoutDockerfile(one, 0)).toEqual(one);
  });

  test.each([
    [0, 0, 'Dockerfile.1'],
    [0, 1, 'Dockerfile'],
    [1, 1, 'Dockerfile'],
    [1, 0, 'Dockerfile.1'],
  ])('with %i shown and %i taken away, %s is shown', (shown, gone, path) => {
    expect(shownDockerfile(withoutDockerfile(withShown(two, shown), gone)).path).toBe(path);
  });

  test('one that comes back has its place, and what is shown stays shown', () => {
    const back = { path: 'web/Dockerfile', text: 'FROM b' };
    for (const [index, shown] of [
      [0, 1],
      [1, 1],
      [2, 0],
    ] as const) {
      const before = withShown(two, shown);
      const after = withDockerfile(before, index, back);
      expect(after.dockerfiles[index]).toEqual(back);
      expect(shownDockerfile(after)).toEqual(shownDockerfile(before));
    }
    expect(withDockerfile(two, 0, { path: 'Dockerfile', text: '' }).dockerfiles[0]?.path).toBe('Dockerfile.2');
  });

  test('a path is taken as the context has it, and only once', () => {
    expect(withPath(two, 0, ' ./web/Dockerfile ')?.dockerfiles[0]?.path).toBe('web/Dockerfile');
    expect(withPath(two, 0, 'Dockerfile.1')).toBeUndefined();
    expect(withPath(two, 0, ' ')).toBeUndefined();
  });
});

describe('the build', () => {
  test('a part that is taken away is unknown again', () => {
    const known = withBuild(one, { dockerignore: '', target: 'a' });
    expect(known.build).toEqual({ dockerignore: '', target: 'a' });
    expect(withBuild(known, { dockerignore: undefined }).build).toEqual({ target: 'a' });
  });

  test('an argument without a value is not given', () => {
    const given = withArgument(withArgument(one, 'A', '1'), 'B', '2');
    expect(given.build.buildArguments).toEqual({ A: '1', B: '2' });
    expect(withArgument(given, 'A', '').build.buildArguments).toEqual({ B: '2' });
    expect(withArgument(withArgument(given, 'A', ''), 'B', '').build).toEqual({});
  });
});
