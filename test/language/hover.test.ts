import { describe, expect, it } from 'vitest';
import { hoverAt } from '../../src/language/index.js';
import { KEYWORDS } from '../../src/model/index.js';
import { plainText } from '../../src/model/text.js';
import { writeMarked } from '../support/marked.js';
import { atCursor, parse } from './support.js';

function hover(source: string): string | undefined {
  const { dockerfile, offset } = atCursor(source);
  const found = hoverAt(dockerfile, offset);
  return found?.paragraphs.map((part) => plainText(part)).join('\n');
}

function place(source: string): string | undefined {
  const { dockerfile, offset } = atCursor(source);
  const found = hoverAt(dockerfile, offset);
  return found && writeMarked(dockerfile.text, [found.at]);
}

describe('hover', () => {
  it('each keyword says what it does and what that means', () => {
    for (const keyword of KEYWORDS) {
      const found = hoverAt(parse(`FROM a\n${keyword} x`), 'FROM a\nA'.length);
      expect(found?.paragraphs.length, keyword).toBe(2);
    }
    expect(hover('FROM a\nONBUILD R|UN ls')).toMatch(/^Runs a command while/);
  });
  it('a flag, a mount key and a mount type', () => {
    expect(hover('FROM a\nCOPY --li|nk a b')).toMatch(/does not depend on the ones below/);
    expect(place('FROM a\nRUN --mount=type=cache,tar|get=/x ls')).toContain(',«target=/x»');
    expect(hover('FROM a\nRUN --mount=ty|pe=cache,target=/x ls')).toMatch(/keeps from one build to the next/);
    expect(hover('FROM a\nRUN --mo|unt=type=cache,target=/x ls')).toMatch(/not in the layer/);
  });
  it('a variable: its value here, and where it is set', () => {
    expect(hover('FROM a\nENV A=1\nRUN echo $|A')).toBe('`A` is `1` here.\nSet by ENV in line 2.');
    expect(hover('ARG A=1\nFROM a\nARG A\nRUN echo $|A')).toBe('`A` is `1` here.\nSet by ARG in line 3.');
    expect(hover('FROM a\nARG A\nRUN echo $|A')).toBe('`A`: no default.\nSet by ARG in line 2.');
    expect(hover('FROM a\nRUN echo $|A')).toMatch(/Nothing in this file sets `A` here/);
    expect(hover('FROM a\nENV |A=1\nRUN ls')).toContain('`1`');
    expect(hover('FROM node:24\nRUN echo $NODE_VER|SION')).toMatch(/Set by the base image/);
    expect(hover('FROM --platform=$BUILD|PLATFORM a')).toBe(
      '`BUILDPLATFORM` is set by the builder. The platform of the builder.',
    );
  });
  it('a stage: its line and its base', () => {
    const words = hover('FROM node:24-slim AS build\nFROM scratch\nCOPY --from=bu|ild /a /b');
    expect(words).toMatch(/Stage `build` begins in line 1\.\nIts base image is `node:24-slim`\.\nDebian 12/);
  });
  it('a base image: what the tables know, and nothing of what they do not', () => {
    const words = hover('FROM node:24-al|pine');
    expect(words).toMatch(/`node:24-alpine`: Alpine 3\.\d+, musl, \/bin\/sh is BusyBox ash/);
    expect(words).toContain('Runs as root.');
    expect(words).toMatch(/58\.2 MB to pull, 170\.\d MB on disk\./);
    expect(words).toMatch(/Node\.js 24 is supported until/);
    expect(words).not.toMatch(/undefined|null/);
    expect(hover('FROM a AS x\nFROM b\nCOPY --from=ng|inx:alpine /a /b')).toContain('`nginx:alpine`');
    expect(hover('FROM my.registry/th|ing:1')).toMatch(/not in Plimsoll’s tables/);
    expect(hover('ARG I\nFROM $|I')).toBeDefined();
    expect(hover('FROM scr|atch')).toMatch(/no files, no shell/);
  });
  it('nothing in a comment, a heredoc, a plain argument or a blank line', () => {
    for (const source of ['# F|ROM\nFROM a', 'FROM a\nRUN <<E\nR|UN\nE', 'FROM a\nRUN ma|ke', 'FROM a\n|\n'])
      expect(hover(source), source).toBeUndefined();
  });
});
