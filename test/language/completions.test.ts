import { describe, expect, it } from 'vitest';
import { applyEdits } from '../../src/engine/apply-edits.js';
import { flagWords, MOUNT_KEY_WORDS, MOUNT_TYPE_WORDS } from '../../src/language/flag-words.js';
import { completionsAt } from '../../src/language/index.js';
import { INSTRUCTION_WORDS } from '../../src/language/instruction-words.js';
import { flagsOf } from '../../src/model/flags.js';
import { KEYWORDS } from '../../src/model/index.js';
import { MOUNT_TYPES, mountKeysOf } from '../../src/model/mount.js';
import { atCursor } from './support.js';

function complete(source: string, input = {}) {
  const { dockerfile, offset } = atCursor(source, input);
  return { dockerfile, completions: completionsAt(dockerfile, offset) };
}

function labels(source: string, input = {}): string[] {
  return complete(source, input).completions.map(({ label }) => label);
}

/** The text after a completion is taken. */
function take(source: string, label: string): string {
  const { dockerfile, completions } = complete(source);
  const chosen = completions.find((completion) => completion.label === label);
  if (!chosen) throw new Error(`No ${label} among ${completions.map((one) => one.label).join(', ')}`);
  return applyEdits(dockerfile.text, [{ ...chosen.at, text: chosen.insert }]);
}

describe('instructions', () => {
  it('only FROM and ARG begin a file', () => {
    expect(labels('|').filter((label) => !label.startsWith('#'))).toEqual(['FROM', 'ARG']);
    expect(labels('ARG A=1\n|')).toEqual(['FROM', 'ARG']);
  });
  it('after FROM all but the deprecated one can follow', () => {
    const offered = labels('FROM alpine:3.24\n|');
    expect(new Set(offered)).toEqual(new Set(KEYWORDS.filter((keyword) => keyword !== 'MAINTAINER')));
  });
  it('a keyword that is half written is completed, with one blank', () => {
    expect(take('FROM a\nru|', 'RUN')).toBe('FROM a\nRUN ');
    expect(take('FROM a\nru| make', 'RUN')).toBe('FROM a\nRUN make');
  });
  it('ONBUILD keeps what can be kept', () => {
    expect(labels('FROM a\nONBUILD |')).toContain('RUN');
    expect(labels('FROM a\nONBUILD |')).not.toContain('FROM');
    expect(take('FROM a\nONBUILD CO|', 'COPY')).toBe('FROM a\nONBUILD COPY ');
  });
  it('none in a heredoc, a comment or an argument', () => {
    for (const source of [
      'FROM a\nRUN <<E\n|\nE\n',
      'FROM a\n# RU|\n',
      'FROM a\nRUN make |',
      'FROM a\nRUN a && \\\n  |',
    ])
      expect(labels(source), source).toEqual([]);
  });
  it('each instruction, flag and mount key has its words', () => {
    for (const keyword of KEYWORDS) {
      expect(INSTRUCTION_WORDS[keyword].does, keyword).toMatch(/\.$/);
      for (const flag of Object.keys(flagsOf(keyword))) expect(flagWords(keyword, flag), flag).toMatch(/\.$/);
    }
    for (const type of MOUNT_TYPES) {
      expect(MOUNT_TYPE_WORDS[type], type).toMatch(/\.$/);
      for (const key of mountKeysOf(type)) expect(MOUNT_KEY_WORDS[key], key).toMatch(/\.$/);
    }
  });
});

describe('directives', () => {
  it('at the top only', () => {
    expect(labels('#|')).toEqual(['# syntax=', '# escape=', '# check=']);
    expect(labels('# syntax=docker/dockerfile:1\n|\nFROM a')).toContain('# escape=');
    expect(labels('# syntax=docker/dockerfile:1\n#|\nFROM a')).toEqual(['# escape=', '# check=']);
    expect(labels('# a comment\n#|\nFROM a')).toEqual([]);
    expect(labels('FROM a\n#|')).toEqual([]);
    expect(take('# sy|', '# syntax=')).toBe('# syntax=docker/dockerfile:1');
  });
});

describe('flags', () => {
  it('of the instruction, each once', () => {
    expect(labels('FROM a\nCOPY --|')).toEqual(['--from', '--chown', '--chmod', '--link', '--parents', '--exclude']);
    expect(labels('FROM a\nCOPY --link --exclude=a --|')).toEqual([
      '--from',
      '--chown',
      '--chmod',
      '--parents',
      '--exclude',
    ]);
    expect(labels('FROM a\nADD --|')).toContain('--checksum');
    expect(labels('FROM a\nHEALTHCHECK --|')).toContain('--start-period');
    expect(labels('FROM --|')).toEqual(['--platform']);
    expect(labels('FROM a\nUSER --|')).toEqual([]);
    expect(labels('FROM a\nONBUILD COPY --fr|')).toContain('--from');
  });
  it('in a line that goes on', () => {
    expect(take('FROM a\nRUN \\\n  --mo|', '--mount')).toBe('FROM a\nRUN \\\n  --mount=');
    expect(take('FROM a\nRUN --network=none \\\n--|', '--mount')).toBe('FROM a\nRUN --network=none \\\n--mount=');
  });
  it('are behind the flags no more', () => expect(labels('FROM a\nRUN make --|')).toEqual([]));
  it('--from names stages above, nearest first, then images', () => {
    const offered = labels('FROM a AS one\nFROM b\nFROM c\nCOPY --from=|');
    expect(offered.slice(0, 2)).toEqual(['1', 'one']);
    expect(offered).toContain('node');
    expect(take('FROM a AS one\nFROM b\nCOPY --from=o| /x /y', 'one')).toBe(
      'FROM a AS one\nFROM b\nCOPY --from=one /x /y',
    );
  });
  it('--mount: type first, then the keys of the type, then their values', () => {
    expect(labels('FROM a\nRUN --mount=|')).toContain('type');
    expect(take('FROM a\nRUN --mount=ty|', 'type')).toBe('FROM a\nRUN --mount=type=');
    expect(labels('FROM a\nRUN --mount=type=|')).toEqual(['bind', 'cache', 'tmpfs', 'secret', 'ssh']);
    expect(labels('FROM a\nRUN --mount=type=cache,|')).toContain('sharing');
    expect(labels('FROM a\nRUN --mount=type=secret,|')).not.toContain('sharing');
    expect(labels('FROM a\nRUN --mount=type=cache,target=/a,|')).not.toContain('target');
    expect(labels('FROM a\nRUN --mount=type=cache,sharing=|')).toEqual(['shared', 'private', 'locked']);
    expect(labels('FROM a AS b\nFROM c\nRUN --mount=from=|')[0]).toBe('b');
    expect(take('FROM a\nRUN --mount=ty|,target=/a x', 'type')).toBe('FROM a\nRUN --mount=type=,target=/a x');
  });
  it('users of the base image', () => {
    expect(labels('FROM node:24\nCOPY --chown=|')).toContain('node:node');
    expect(labels('FROM node:24\nUSER |')).toContain('node');
  });
});

describe('variables', () => {
  it('those in scope, with their values', () => {
    const { completions } = complete('ARG A=1\nFROM alpine\nARG B=2\nENV C=$B D=\nFROM alpine\nENV E=5\nRUN echo $|');
    expect(completions.map(({ label, detail }) => [label, detail])).toEqual([
      ['E', '5'],
      ['PATH', '/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin'],
    ]);
  });
  it('in FROM the global arguments and those of the platform', () => {
    const offered = labels('ARG A=1\nFROM a\nARG B\nFROM $|');
    expect(offered).toContain('A');
    expect(offered).toContain('BUILDPLATFORM');
    expect(offered).not.toContain('B');
  });
  it('braces are closed once', () => {
    expect(take('FROM a\nARG AB=1\nRUN ${A|', 'AB')).toBe('FROM a\nARG AB=1\nRUN ${AB}');
    expect(take('FROM a\nARG AB=1\nRUN ${A|}', 'AB')).toBe('FROM a\nARG AB=1\nRUN ${AB}');
    expect(take('FROM a\nARG AB=1\nRUN ${A|:-x}', 'AB')).toBe('FROM a\nARG AB=1\nRUN ${AB:-x}');
    expect(take('FROM a\nARG AB=1\nRUN $A| x', 'AB')).toBe('FROM a\nARG AB=1\nRUN $AB x');
  });
  it('none behind an escaped $; in a heredoc where the builder or the shell looks', () => {
    expect(labels('FROM a\nENV A=1\nRUN echo \\$|')).toEqual([]);
    expect(labels('FROM a\nENV A=1\nRUN <<E\necho $|\nE\n')).toContain('A');
    expect(labels("FROM a\nENV A=1\nCOPY <<'E' /a\n$|\nE\n")).toEqual([]);
  });
  it('a container sees no build argument', () => {
    expect(labels('FROM a\nARG A=1\nENV B=1\nCMD echo $|')).toEqual(['B', 'PATH']);
  });
  it('ARG offers what can be declared', () => {
    const offered = labels('ARG VERSION=1\nFROM a\nARG |');
    expect(offered[0]).toBe('VERSION');
    expect(offered).toContain('TARGETARCH');
  });
});

describe('base images', () => {
  it('stages, repositories and scratch; then the tags with size and support', () => {
    expect(labels('FROM a AS base\nFROM |')[0]).toBe('base');
    expect(labels('FROM |')).toContain('scratch');
    const { completions } = complete('FROM node:|');
    const slim = completions.find(({ label }) => label === '24-slim');
    expect(slim?.detail).toMatch(/^\d+\.\d MB to pull$/);
    expect(slim?.documentation).toMatch(/Node\.js 24 is supported until \d{4}-\d\d-\d\d/);
    const alpine = completions.find(({ label }) => label === '24-alpine');
    expect(alpine?.detail).toMatch(/MB to pull, .*MB on disk/);
    expect(completions.find(({ label }) => label === '20-slim')?.documentation).toContain(
      'has not been supported since',
    );
  });
  it('keep what stands before and behind', () => {
    expect(take('FROM node:2| AS build', '24-slim')).toBe('FROM node:24-slim AS build');
    expect(take('FROM docker.io/library/node:|', '24-slim')).toBe('FROM docker.io/library/node:24-slim');
    expect(take('FROM gcr.io/dis|', 'gcr.io/distroless/static-debian13')).toBe(
      'FROM gcr.io/distroless/static-debian13',
    );
    expect(labels('FROM node:24 |')).toEqual(['AS']);
  });
  it('of a digest and of an unknown image nothing', () => {
    expect(labels('FROM node@sha256:|')).toEqual([]);
    expect(labels('FROM my.registry/thing:|')).toEqual([]);
  });
});

it('signals, and the types of HEALTHCHECK', () => {
  expect(labels('FROM a\nSTOPSIGNAL SIG|')[0]).toBe('SIGTERM');
  expect(labels('FROM a\nHEALTHCHECK --retries=3 |')).toEqual(['CMD', 'NONE']);
});
