import { expect, test } from 'vitest';
import { sourceFileOf } from '../../src/image/index.js';
import { type BuildInput, parseDockerfile } from '../../src/model/index.js';
import { possibleChanges } from '../../src/playground/possible-changes.js';

function changesOf(text: string, around: Partial<BuildInput> = {}) {
  const dockerfile = parseDockerfile({ path: 'Dockerfile', text, today: '2026-11-24', ...around });
  return possibleChanges(dockerfile, sourceFileOf(dockerfile));
}

const TEXT = `ARG BASE=alpine:3.24
FROM golang:1.26 AS build
ARG VERSION
COPY go.mod go.sum ./
COPY cmd cmd
FROM $BASE
COPY --from=build /app /app
COPY config/app.yaml /etc/
`;

test('arguments that are declared, each once', () => {
  expect(changesOf(TEXT).args).toEqual(['BASE', 'VERSION']);
});

test('images, the one below the target first', () => {
  expect(changesOf(TEXT).images).toEqual(['alpine:3.24', 'golang:1.26']);
});

test('files that a COPY names, and one below a folder; nothing of another stage', () => {
  const { files } = changesOf(TEXT);
  expect(files).toContain('go.mod');
  expect(files).toContain('config/app.yaml');
  expect(files).not.toContain('cmd');
  expect(files.filter((path) => path.startsWith('cmd/'))).toHaveLength(1);
});

test('where the context is known, its files', () => {
  const context = ['main.go', 'docs/x.md'].map((path) => ({ path, bytes: 1 }));
  expect(changesOf('FROM alpine:3.24\nCOPY . .\n', { context }).files).toEqual(['main.go', 'docs/x.md']);
});

test('nothing to change', () => {
  expect(changesOf('')).toEqual({ files: [], args: [], images: [], stages: [] });
});
