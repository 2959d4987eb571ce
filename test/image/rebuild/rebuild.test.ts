import { describe, expect, it } from 'vitest';
import { TABLES_DATE } from '../../../src/data/date.js';
import { type Builder, type RebuiltStep, readChange, rebuildAfter } from '../../../src/image/rebuild/index.js';
import { type BuildInput, parseDockerfile } from '../../../src/model/index.js';

interface Options extends Omit<Partial<BuildInput>, 'text'> {
  readonly builder?: Builder;
}

function stepsAfter(text: string, change: string, { builder, ...input }: Options = {}): readonly RebuiltStep[] {
  const parsed = readChange(change);
  if ('error' in parsed) throw new Error(parsed.error);
  const dockerfile = parseDockerfile({ today: TABLES_DATE, ...input, text });
  return rebuildAfter(dockerfile, parsed, builder ? { builder } : {});
}

/** The steps in short: `FROM cached, RUN run`. */
function inShort(text: string, change: string, options?: Options): string {
  const steps = stepsAfter(text, change, options);
  return steps.map(({ instruction, step }) => `${instruction.keyword} ${step}`).join(', ');
}

const whyLast = (text: string, change: string, options?: Options) => stepsAfter(text, change, options).at(-1)?.why;

const STAGES = `FROM node AS build
WORKDIR /app
COPY package.json ./
RUN npm ci
COPY . .
RUN npm run build
FROM nginx
COPY --from=build /app/dist /usr/share/nginx/html
FROM node AS test
RUN npm test`;

describe('steps', () => {
  it('are FROM of an image, RUN, COPY, ADD and WORKDIR, stage by stage', () => {
    const text =
      'FROM a AS b\nENV A=1\nWORKDIR /x\nWORKDIR /\nADD c /\nFROM b\nLABEL d=e\nRUN f\nFROM scratch\nCOPY g /';
    expect(inShort(text, 'fresh', { target: '1' })).toBe('FROM run, WORKDIR run, ADD run, RUN run, COPY not-needed');
  });

  it('of a fragment have no FROM', () => {
    expect(inShort('COPY a /\nRUN make', 'file:a')).toBe('COPY run, RUN run');
  });

  it('that the target does without are not needed', () => {
    const options = { target: 'build' };
    const steps = stepsAfter(STAGES, 'file:src/app.js', options);
    expect(inShort(STAGES, 'file:src/app.js', options)).toBe(
      'FROM cached, WORKDIR cached, COPY cached, RUN cached, COPY run, RUN run, FROM not-needed, COPY not-needed, FROM not-needed, RUN not-needed',
    );
    expect(steps[6]?.why).toBe('The target does not need stage 1.');
    expect(steps.at(-1)?.why).toBe('The target does not need stage test.');
  });

  it('that two stages have in common are done once', () => {
    const text = 'FROM a AS b\nCOPY c /\nRUN d\nFROM a\nCOPY c /\nRUN e\nCOPY --from=b /f /';
    expect(inShort(text, 'file:c')).toBe('FROM cached, COPY run, RUN run, FROM cached, COPY cached, RUN run, COPY run');
    expect(stepsAfter(text, 'file:c')[4]?.why).toBe(
      'It is the same step as COPY in line 2, which is done once for both.',
    );
  });

  it('of a trigger belong to the stage that is built FROM its stage', () => {
    const text = 'FROM a AS b\nONBUILD COPY c /\nFROM b\nRUN d';
    const [, copy] = stepsAfter(text, 'file:c');
    expect(copy).toMatchObject({ step: 'run', stage: { index: 1 }, instruction: { keyword: 'COPY' } });
  });
});

describe('reasons', () => {
  const table: readonly [title: string, text: string, change: string, why: string, options?: Options][] = [
    ['a file', 'FROM a\nCOPY src /', 'file:src/b.js', 'It takes src/b.js, which has changed.'],
    [
      'a source that is not known',
      'FROM a\nARG FOLDER\nCOPY $FOLDER /',
      'file:b',
      'It may take b, which has changed: a variable in it is not known.',
    ],
    [
      'a bind mount',
      'FROM a\nRUN --mount=source=b,target=/c d',
      'file:b',
      'A bind mount shows it b, which has changed.',
    ],
    ['the step below', 'FROM a\nCOPY b /\nRUN c', 'file:b', 'It stands on COPY in line 2, which runs again.'],
    ['the environment', 'FROM a\nARG B\nRUN c', 'arg:B', 'B in its environment has another value.'],
    ['another variable that takes it on', 'FROM a\nARG B\nENV C=$B\nARG B=1\nRUN d', 'arg:B', 'B in its environment'],
    ['a variable in a path', 'FROM a\nARG B=c\nCOPY $B /', 'arg:B', 'A variable in it has another value.'],
    ['the user', 'FROM a\nUSER b\nRUN c', 'line:2', 'It runs as another user.'],
    ['the folder of a RUN', 'FROM a\nWORKDIR /b\nRUN c', 'line:2', 'It runs in another folder.'],
    ['the folder of a COPY', 'FROM a\nWORKDIR /b\nCOPY c ./', 'line:2', 'It copies into another folder.'],
    ['the shell', 'FROM a\nSHELL ["b"]\nRUN c', 'line:2', 'It runs in another shell.'],
    ['the line', 'FROM a\nRUN b \\\n  c', 'line:3', 'Its text has changed.'],
    ['the base', 'FROM a\nRUN b', 'base', 'Its base image is another one.'],
    [
      'the base, named otherwise',
      'FROM node\nRUN b',
      'base:docker.io/library/node:latest',
      'Its base image is another one.',
    ],
    [
      'an image that is copied from',
      'FROM a\nCOPY --from=b /c /',
      'base:b',
      'It takes /c of b, which is another image',
    ],
    ['the Dockerfile, which is copied', 'FROM a\n# b\nCOPY . /', 'line:2', 'It takes Dockerfile, which has changed.'],
    [
      'another stage',
      'FROM a AS b\nCOPY c /\nRUN make\nFROM a\nCOPY --from=b /d /',
      'file:c',
      'It takes /d of stage b, which is assumed to be another one now, since RUN in line 3 runs again.',
    ],
    [
      'another stage, as it was',
      'FROM a AS b\nCOPY e /e\nCOPY c /\nRUN make\nFROM a\nCOPY --from=b /e /',
      'file:c',
      'RUN in line 4 runs again, but /e of stage b is assumed to stay the same: no step that runs again is seen to write it.',
    ],
    [
      'another base of another stage',
      'FROM a AS b\nFROM c\nCOPY --from=b /d /',
      'base:a',
      'It takes /d of stage b, which is assumed to be another one now, since its base image is another one.',
    ],
    [
      'a link',
      'FROM a\nCOPY b /\nCOPY --link c /',
      'file:b',
      'Its copy is kept, but linked anew. It stands on COPY in line 2, which runs again.',
    ],
    [
      'an address',
      'FROM a\nADD https://example.com/b /',
      'file:c',
      'Every build looks at the address again; what is there is assumed to be the same.',
    ],
    ['nothing', 'FROM a\nRUN b', 'file:c', 'Nothing that it depends on has changed.'],
    ['a new builder', 'FROM a\nRUN b', 'fresh', 'A new builder has nothing in its cache.'],
    ['a cache that has it', 'FROM a\nRUN b', 'fresh:min', 'Nothing that it depends on has changed.'],
  ];
  it.each(table)('%s', (_, text, change, why, options) => expect(whyLast(text, change, options)).toContain(why));

  it('a cache without the steps of another stage', () => {
    const [from, workdir] = stepsAfter(STAGES, 'file:src/app.js', { builder: 'fresh-min', target: '1' });
    expect(from).toMatchObject({ step: 'run', why: 'A step that runs needs it, and a new builder has to fetch it.' });
    expect(workdir).toMatchObject({
      step: 'run',
      why: 'A step that runs needs its files, and a cache of mode min has only the layers of the image that is built.',
    });
    expect(stepsAfter(STAGES, 'fresh:min', { target: '1' })[1]?.why).toBe('No step that runs needs its files.');
  });
});

describe('FROM', () => {
  it.each([
    ['base:b', 'FROM run, COPY run, FROM cached, COPY run'],
    ['base', 'FROM cached, COPY cached, FROM run, COPY run'],
    ['line:1', 'FROM run, COPY run, FROM cached, COPY run'],
  ])('%s', (change, expected) => {
    expect(inShort('FROM b AS c\nCOPY d /\nFROM e\nCOPY --from=c /f /', change)).toBe(expected);
  });

  it('of scratch never changes', () => {
    expect(inShort('FROM scratch\nCOPY a /', 'base')).toBe('COPY cached');
  });

  it('is another image where a build argument says so', () => {
    expect(inShort('ARG V=1\nFROM a:$V\nRUN b', 'arg:V')).toBe('FROM run, RUN run');
    expect(inShort('ARG V=1\nFROM a:$V\nRUN b', 'line:1', { buildArguments: { V: '2' } })).toBe(
      'FROM cached, RUN cached',
    );
  });
});

describe('a line', () => {
  it.each([
    ['below the end of the file', 'FROM a\nRUN b', 'line:99'],
    ['of a comment', '# a\nFROM b\nRUN c', 'line:1'],
    ['of a comment between', 'FROM a\nRUN b \\\n# c\n  d', 'line:3'],
    ['of a blank between', 'FROM a\nRUN b \\\n\n  d', 'line:3'],
    ['of configuration', 'FROM a\nLABEL b=1\nRUN c', 'line:2'],
    ['of another variable in the same ENV', 'FROM a\nENV B=1 \\\n  C=1\nENV C=2\nRUN d', 'line:3'],
  ])('%s changes no step', (_, text, change) => expect(inShort(text, change)).toBe('FROM cached, RUN cached'));

  it('of a Dockerfile that lies elsewhere changes no file of the context', () => {
    const context = [{ path: 'a', bytes: 1 }];
    expect(inShort('# x\nFROM b\nCOPY . /', 'line:1', { context })).toBe('FROM cached, COPY cached');
    expect(inShort('# x\nFROM b\nCOPY . /', 'line:1', { path: 'docker/c.Dockerfile' })).toBe('FROM cached, COPY run');
  });
});

describe('what an ignore file keeps back', () => {
  it('changes nothing', () => {
    const text = 'FROM a\nCOPY . /';
    expect(inShort(text, 'file:b.md', { dockerignore: '*.md' })).toBe('FROM cached, COPY cached');
    expect(inShort(text, 'dockerignore', { dockerignore: '.dockerignore' })).toBe('FROM cached, COPY cached');
    expect(inShort(text, 'dockerignore', { dockerignore: '*.md' })).toBe('FROM cached, COPY run');
  });
});

describe('a file of a stage whose last step runs again', () => {
  const after = (run: string, path: string) =>
    inShort(
      `FROM a AS b\nWORKDIR /app\nCOPY kept.txt public ./\nCOPY src ./src\n${run}\nFROM scratch\nCOPY --from=b ${path} /`,
      'file:src/c',
    );
  it.each([
    ['RUN cp -r src /out', '/out/c', 'run'],
    ['RUN cp -r src /out', '/other', 'cached'],
    ['RUN cat src/c > out.txt', '/app/out.txt', 'run'],
    ['RUN cat src/c > out.txt', '/app/kept.txt', 'cached'],
    ['RUN cat src/c > kept.txt', '/app/kept.txt', 'run'],
    ['RUN rm -rf /app/*', '/app/kept.txt', 'run'],
    ['RUN make', '/app/bin', 'run'],
    ['RUN make', '/app/kept.txt', 'cached'],
    ['RUN make', '/app', 'run'],
    ['RUN make', '/', 'run'],
    ['RUN make', '/app/src', 'run'],
    ['RUN make', '/usr/local/bin/b', 'run'],
    ['RUN make', '/etc/ssl/certs', 'cached'],
    ['RUN apk add make', '/etc/ssl/certs', 'run'],
    ['RUN adduser -D me && make', '/etc/passwd', 'run'],
    ["RUN sh -c 'echo 1 > /one'", '/two', 'cached'],
    ["RUN sh -c 'echo 1 > /one'", '/one', 'run'],
    ['RUN $TOOL', '/two', 'run'],
    ['RUN --mount=type=cache,target=/cache cp src/c /cache/', '/cache', 'cached'],
    ['RUN sed -i s/a/b/ kept.txt', '/app/kept.txt', 'run'],
    ['RUN sed s/a/b/ kept.txt', '/app/kept.txt', 'cached'],
  ])('%s, %s: %s', (run, path, expected) => expect(after(run, path).split(' ').at(-1)).toBe(expected));
});
