import { describe, expect, it } from 'vitest';
import { explain, type InstructionExplanation } from '../../src/explain/index.js';
import { NO_TABLES } from '../../src/image/index.js';
import { parseDockerfile } from '../../src/model/index.js';
import { plainText, type Text } from '../../src/model/text.js';

function stagesOf(text: string, target?: string) {
  return explain(parseDockerfile({ text, today: '2026-11-24', ...(target && { target }) }), NO_TABLES).stages;
}

function lineOf(text: string, line: number): InstructionExplanation {
  const found = stagesOf(text)
    .flatMap(({ instructions }) => instructions)
    .find((instruction) => instruction.line === line);
  if (!found) throw new Error(`No instruction in line ${line}`);
  return found;
}

const words = (parts: Text | undefined) => parts && plainText(parts);

const STAGES = `FROM golang:1.26 AS build
COPY . .
RUN go build -o /app
FROM alpine:3.24 AS unused
RUN true
FROM scratch
COPY --from=build /app /app
CMD ["/app"]
`;

describe('a stage', () => {
  it('says what it is for', () => {
    expect(stagesOf(STAGES).map(({ title, purpose }) => `${title}. ${plainText(purpose)}`)).toEqual([
      'Stage build. Not shipped: the final stage takes files from it. Begins with `golang:1.26`.',
      'Stage unused. Not built: nothing in the image needs it. Begins with `alpine:3.24`.',
      'The final stage. Shipped: the image is made of this stage. Begins empty.',
    ]);
  });

  it('follows the target', () => {
    expect(stagesOf(STAGES, 'build').map(({ isBuilt }) => isBuilt)).toEqual([true, false, false]);
  });

  it('groups ARGs above the first', () => {
    const [globals] = stagesOf('ARG A=1\nFROM alpine:3.24 AS x\n');
    expect(globals?.title).toBe('Before stage x');
    expect(globals?.instructions).toHaveLength(1);
  });

  it('is cut where a file is too long to tell all of it', () => {
    const dockerfile = parseDockerfile({ text: `ARG A\n${STAGES}`, today: '2026-11-24' });
    const { stages, hidden } = explain(dockerfile, NO_TABLES, 3);
    expect(stages.map(({ instructions }) => instructions.length)).toEqual([1, 2]);
    expect(hidden).toBe(6);
  });

  it('of a fragment has no known base', () => {
    expect(plainText(stagesOf('RUN true')[0]?.purpose ?? [])).toContain('Its base is unknown');
  });
});

describe('the image', () => {
  it('has layers of shipped stages alone', () => {
    expect(words(lineOf(STAGES, 3).image)).toBe('not part of the image: its stage is not shipped');
    expect(words(lineOf(STAGES, 5).image)).toBe('not part of the image: its stage is not built');
    expect(words(lineOf(STAGES, 8).image)).toBe('adds no layer');
  });

  it('shows both sizes of a base', () => {
    expect(words(lineOf('FROM debian:trixie-slim', 1).image)).toMatch(/^adds [\d.]+ MB on disk, [\d.]+ MB to pull$/);
  });

  it('calls an unknown size unknown', () => {
    expect(words(lineOf('FROM debian:trixie-slim\nCOPY a /a', 2).image)).toMatch(/unknown size/);
  });

  it('says what is wasted, and which line wastes it', () => {
    const text = 'FROM debian:trixie-slim\nRUN dd if=/dev/zero of=/a bs=1M count=50\nRUN rm /a';
    const context = [{ path: 'a', bytes: 5_000_000 }];
    const dockerfile = parseDockerfile({
      text: 'FROM debian:trixie-slim\nCOPY a /a\nRUN rm /a',
      today: '2026-11-24',
      context,
    });
    const copy = explain(dockerfile, NO_TABLES).stages[0]?.instructions[1];
    expect(words(copy?.image)).toContain('is wasted, as line 3 hides it or stores it again');
    expect(words(lineOf(text, 3).image)).toBeDefined();
  });
});

describe('the cache', () => {
  it.each([
    ['FROM alpine:3.24', 'when `alpine:3.24` names another image, everything in this stage runs again'],
    [`FROM alpine@sha256:${'a'.repeat(64)}`, 'always the same image: the digest says which'],
    ['FROM scratch', 'always the same'],
    ['FROM alpine:3.24 AS a\nFROM a', 'follows stage `a`: what makes that run again makes this run again'],
    ['FROM alpine:3.24\nRUN true', 'runs again when its text or a step above it changes'],
    [
      'FROM alpine:3.24\nARG A\nARG B=1\nRUN true',
      'runs again when its text, a step above it or the build arguments `A` and `B` changes',
    ],
    ['FROM alpine:3.24\nARG A\nENV A=1\nRUN true', 'runs again when its text or a step above it changes'],
    [
      'FROM alpine:3.24\nRUN apk add curl',
      'runs again when its text or a step above it changes; not for what is new on the network',
    ],
    [
      'FROM alpine:3.24\nRUN --mount=type=secret,id=x true',
      'runs again when its text or a step above it changes; not for another secret',
    ],
    [
      'FROM alpine:3.24\nRUN --mount=source=go.mod,target=go.mod true',
      'runs again when its text, a step above it or `go.mod`, mounted from the build context, changes',
    ],
    ['FROM alpine:3.24\nCOPY a.txt /', 'runs again when the content of `a.txt` or a step above it changes'],
    ['FROM alpine:3.24\nCOPY . /', 'runs again when the content of any file that it takes or a step above it changes'],
    [
      'FROM alpine:3.24 AS a\nFROM alpine:3.24\nCOPY --from=a /x /y',
      'runs again when what it takes of stage `a` or a step above it changes',
    ],
    [
      'FROM alpine:3.24\nCOPY --link . /',
      'copies again when the content of any file that it takes changes; what is above does not matter (`--link`)',
    ],
    [
      'FROM alpine:3.24\nADD https://x.test/a /a',
      'runs again when what is at the address (every build looks) or a step above it changes',
    ],
    ['FROM alpine:3.24\nWORKDIR /a', 'runs again when its path, its owner or a step above it changes'],
    ['FROM alpine:3.24\nWORKDIR /', 'never runs: the root folder is always there'],
    [
      'FROM alpine:3.24\nENV A=1',
      'never runs; each RUN below, and whatever else uses it, runs again when its value changes',
    ],
    ['FROM alpine:3.24\nUSER a', 'never runs; each RUN and WORKDIR below runs again when it changes'],
    ['FROM alpine:3.24\nEXPOSE 80', 'never runs: a change of it makes no other step run again'],
    ['FROM alpine:3.24\nONBUILD RUN true', 'never runs here'],
  ])('%s', (text, expected) => {
    expect(words(lineOf(text, text.split('\n').length).cache)).toBe(expected);
  });

  it('has nothing of a stage that is not built', () => {
    expect(words(lineOf(STAGES, 5).cache)).toBe('never runs: nothing that is built needs its stage');
  });
});

describe('the container', () => {
  it.each([
    ['FROM debian:trixie-slim', 'begins with the user `root`, the folder `/` and the command `bash`'],
    ['FROM scratch', 'begins with no settings: root, no command'],
    ['FROM example.test/a:1', 'begins with the settings of the base, which are unknown here'],
    ['FROM alpine:3.24\nRUN true', undefined],
    ['FROM alpine:3.24\nCOPY a /a', undefined],
    ['FROM alpine:3.24\nARG A', 'nothing: a build argument is gone when the build ends'],
    ['FROM alpine:3.24\nENV A=1', 'its processes see `A`'],
    ['FROM alpine:3.24\nEXPOSE 80', 'publishes nothing; `docker run -p 80:80` would'],
    ['FROM alpine:3.24\nVOLUME /d', 'gets a new anonymous volume there, unless `docker run` mounts another'],
    ['FROM alpine:3.24\nUSER a', 'runs as `a`'],
    ['FROM alpine:3.24\nWORKDIR /a', 'starts in `/a`'],
    ['FROM alpine:3.24\nSTOPSIGNAL SIGINT', 'is stopped with `SIGINT`'],
    ['FROM alpine:3.24\nHEALTHCHECK NONE', 'has no health check'],
    ['FROM alpine:3.24\nCMD ["a"]', 'this is what starts'],
    ['FROM alpine:3.24\nENTRYPOINT ["a"]\nCMD ["b"]', 'these are the arguments of what starts'],
    ['FROM node:26-slim\nCMD ["a"]', 'the entrypoint of the base image starts this'],
    ['FROM alpine:3.24\nLABEL a=b', 'nothing: it only describes the image'],
  ])('%s', (text, expected) => {
    expect(words(lineOf(text, text.split('\n').length).container)).toBe(expected);
  });

  it('is not touched by a USER that a later one replaces, nor by a stage that is not shipped', () => {
    expect(words(lineOf('FROM alpine:3.24\nUSER a\nUSER b', 2).container)).toBe('nothing: line 3 sets another');
    expect(lineOf('FROM alpine:3.24 AS a\nUSER x\nFROM alpine:3.24\n', 2).container).toBeUndefined();
  });
});
