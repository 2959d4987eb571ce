/** Which table an image has, and what apt finds installed in it. */
import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { IMAGE_PACKAGES } from '../../../src/data/packages/image-packages.js';
import { installedIn, readPackageTable, tableOf } from '../../../src/image/packages/index.js';
import { knowBaseImage, parseImageName } from '../../../src/model/index.js';

function base(reference: string) {
  const name = parseImageName(reference);
  return typeof name === 'string' ? undefined : knowBaseImage(name);
}

test.each([
  ['debian:trixie-slim', 'debian-13'],
  ['node:24-slim', 'debian-12'],
  ['debian:bullseye', undefined],
  ['ubuntu:26.04', undefined],
  ['node:24-alpine', undefined],
  ['gcr.io/distroless/static-debian13', undefined],
  ['who/knows', undefined],
] as const)('the table of %s: %s', (reference, name) => {
  expect(tableOf(base(reference))).toBe(name);
});

const tables = Object.fromEntries(
  ['12', '13'].map((release) => [
    release,
    readPackageTable(JSON.parse(readFileSync(`src/data/packages/debian-${release}.json`, 'utf8'))),
  ]),
);

test.each([
  ['debian:trixie-slim', true, ['apt'], ['ca-certificates']],
  ['debian:trixie', false, ['apt'], ['ca-certificates']],
  ['buildpack-deps:trixie-curl', false, ['curl'], ['git']],
  ['buildpack-deps:trixie-scm', false, ['curl', 'git'], ['gcc']],
  ['buildpack-deps:trixie', false, ['curl', 'git', 'gcc', 'libssl-dev', 'libc6-dev'], ['ffmpeg']],
  ['node:26', false, ['curl', 'git', 'gcc'], ['ffmpeg']],
  ['public.ecr.aws/docker/library/debian:trixie-slim', true, ['apt'], ['curl']],
  ['node:24-slim', true, ['apt'], ['curl', 'ca-certificates']],
  ['python:3.14-slim', true, ['ca-certificates', 'libsqlite3-0'], ['gcc']],
  ['python:3.14', false, ['gcc', 'tk-dev'], ['ffmpeg']],
  ['golang:1.27', false, ['g++', 'git', 'pkg-config'], ['libssl-dev']],
  ['php:8.5-apache', true, ['apache2', 'curl', 'libsodium23'], ['git']],
  ['php:8.5-fpm', true, ['curl'], ['apache2']],
] as const)('%s leaves out documentation: %s', (reference, isSlim, there, notThere) => {
  const image = base(reference);
  const installed = image && installedIn(image, tables[image.release ?? ''] as never);
  expect(installed?.isSlim).toBe(isSlim);
  expect(there.filter((name) => !installed?.names.has(name))).toEqual([]);
  expect(notThere.filter((name) => installed?.names.has(name))).toEqual([]);
});

test('of other images it is not known', () => {
  const postgres = base('postgres:18');
  expect(postgres?.distribution).toBe('debian');
  expect(postgres && installedIn(postgres, tables['13'] as never)).toBeUndefined();
  const older = base('debian:bookworm');
  expect(older && installedIn(older, tables['13'] as never)).toBeUndefined();
});

test('every package that an image has is in its table', () => {
  const missing = Object.values(IMAGE_PACKAGES).flatMap(({ release, packages }) =>
    packages.filter(
      (name) => tables[release]?.dependsOf(name) === undefined && !tables[release]?.providersOf(name).length,
    ),
  );
  expect(missing).toEqual([]);
});
