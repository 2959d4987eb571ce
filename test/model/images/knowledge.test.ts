import { describe, expect, test } from 'vitest';
import { IMAGE_SIZES } from '../../../src/data/image-sizes.js';
import type { BaseImage } from '../../../src/model/images/base-image.js';
import { knowBaseImage, SCRATCH, trackedTools } from '../../../src/model/images/knowledge.js';
import { parseImageName } from '../../../src/model/images/reference.js';

function know(reference: string): BaseImage | undefined {
  const name = parseImageName(reference);
  if (typeof name === 'string') throw new Error(`${reference}: ${name}`);
  return knowBaseImage(name);
}

/** "debian 13 dash apt root": distribution, release, shell, package manager, default user; `-` is not known. */
const summary = (image: BaseImage | undefined): string =>
  [image?.distribution, image?.release, image?.shell, image?.packageManager, image?.defaultUser]
    .map((field) => field ?? '-')
    .join(' ');

describe('what a reference stands on', () => {
  test.each([
    ['debian', 'debian 13 dash apt root'],
    ['debian:trixie-slim', 'debian 13 dash apt root'],
    ['debian:12.5', 'debian 12 dash apt root'],
    ['debian:bookworm-20260803-slim', 'debian 12 dash apt root'],
    ['debian:oldstable', 'debian 12 dash apt root'],
    ['debian:sid', 'debian - dash apt root'],
    ['ubuntu', 'ubuntu 26.04 dash apt root'],
    ['ubuntu:noble', 'ubuntu 24.04 dash apt root'],
    ['ubuntu:20.04', 'ubuntu 20.04 dash apt root'],
    ['alpine:3', 'alpine 3.24 ash apk root'],
    ['alpine:3.18.4', 'alpine 3.18 ash apk root'],
    ['alpine:edge', 'alpine - ash apk root'],
    ['alpine:20260805', 'alpine - ash apk root'],
    ['busybox:1.38', 'busybox - ash none root'],
    ['centos', 'centos 8 bash dnf root'],
    ['centos:centos7.9.2009', 'centos 7 bash yum root'],
    ['quay.io/centos/centos:stream9', 'centos 9 bash dnf root'],
    ['fedora:44', 'fedora 44 bash dnf root'],
    ['almalinux:9-minimal', 'rhel 9 bash microdnf root'],
    ['amazonlinux:2', 'amazonlinux 2 bash yum root'],
    ['oraclelinux:8-slim', 'oracle 8 bash microdnf root'],
    ['opensuse/leap:15.6', 'opensuse 15.6 bash zypper root'],
    ['archlinux', 'arch - bash pacman root'],
    ['registry.access.redhat.com/ubi9', 'rhel 9 bash dnf root'],
    ['registry.access.redhat.com/ubi9/ubi-minimal', 'rhel 9 bash microdnf root'],
    ['registry.access.redhat.com/ubi10/ubi-micro:10.1', 'rhel 10 bash none root'],
    ['node', 'debian 13 dash apt root'],
    ['node:26-slim', 'debian 13 dash apt root'],
    ['node:24', 'debian 12 dash apt root'],
    ['node:krypton-slim', 'debian 12 dash apt root'],
    ['node:18', 'debian 12 dash apt root'],
    ['node:18.13.0', 'debian 11 dash apt root'],
    ['node:20-alpine', 'alpine 3.23 ash apk root'],
    ['node:24-alpine3.20', 'alpine 3.20 ash apk root'],
    ['node:lts', 'debian - dash apt root'],
    ['node:99', 'debian - dash apt root'],
    [`node@sha256:${'a'.repeat(64)}`, 'debian - dash apt root'],
    ['public.ecr.aws/docker/library/node:24', 'debian 12 dash apt root'],
    ['python:3.14-alpine3.24', 'alpine 3.24 ash apk root'],
    ['python:3.11.4-slim', 'debian 12 dash apt root'],
    ['python:3.15-rc-slim', 'debian - dash apt root'],
    ['python:3.14-windowsservercore', 'windows - powershell none -'],
    ['golang:1.27-bookworm', 'debian 12 dash apt root'],
    ['golang:1.22-alpine', 'alpine 3.21 ash apk root'],
    ['rust:1.70', 'debian 11 dash apt root'],
    ['ruby:4.0', 'debian 13 dash apt root'],
    ['php:8.5-fpm-alpine', 'alpine 3.24 ash apk root'],
    ['openjdk:17', 'oracle 8 bash dnf root'],
    ['openjdk:17-jdk-slim', 'debian 11 dash apt root'],
    ['eclipse-temurin:25-jre-alpine', 'alpine 3.24 ash apk root'],
    ['eclipse-temurin:17-jre-alpine-3.21', 'alpine 3.21 ash apk root'],
    ['eclipse-temurin:21.0.2_13-jdk', 'ubuntu 22.04 dash apt root'],
    ['eclipse-temurin:8u392-b08-jdk', 'ubuntu - dash apt root'],
    ['amazoncorretto:21', 'amazonlinux 2023 bash dnf root'],
    ['maven:3.9-eclipse-temurin-21', 'ubuntu 24.04 dash apt root'],
    ['maven:3-azulzulu-21', '- - - - root'],
    ['nginx:stable-alpine', 'alpine 3.24 ash apk root'],
    ['nginx:1.27-bookworm', 'debian 12 dash apt root'],
    ['nginxinc/nginx-unprivileged:1.31', 'debian 13 dash apt 101'],
    ['redis:7-alpine', 'alpine 3.21 ash apk root'],
    ['mysql:8.4', 'oracle 9 bash microdnf root'],
    ['mysql:8.0-debian', 'debian - dash apt root'],
    ['eclipse-temurin:25-jre-ubi9-minimal', 'rhel 9 bash microdnf root'],
    ['memcached:1.6', 'debian 13 dash apt memcache'],
    ['buildpack-deps:22.04-curl', 'ubuntu 22.04 dash apt root'],
    ['denoland/deno:distroless', 'distroless - none none root'],
    ['ghcr.io/astral-sh/uv', 'scratch - none none root'],
    ['ghcr.io/astral-sh/uv:python3.12-bookworm-slim', 'debian 12 dash apt root'],
    ['gcr.io/distroless/static', 'distroless 13 none none root'],
    ['gcr.io/distroless/static-debian12:nonroot', 'distroless 12 none none 65532'],
    ['gcr.io/distroless/nodejs24-debian13:debug-nonroot', 'distroless 13 none none 65532'],
    ['cgr.dev/chainguard/static', 'wolfi - none none 65532'],
    ['cgr.dev/chainguard/python:latest-dev', 'wolfi - ash apk 65532'],
    ['cgr.dev/chainguard/node', 'wolfi - ash none 65532'],
    ['cgr.dev/chainguard/go', 'wolfi - ash none root'],
    ['cgr.dev/chainguard/wolfi-base', 'wolfi - ash apk root'],
    ['cgr.dev/chainguard/bash', 'wolfi - - - -'],
    ['cgr.dev/chainguard/busybox', 'wolfi - - - -'],
    ['cgr.dev/chainguard/node:latest-dev', 'wolfi - ash apk 65532'],
    ['dhi.io/python:3.13', 'debian - none none 65532'],
    ['dhi.io/node:24', 'debian - none none node'],
    ['dhi.io/node:24-dev', 'debian - - apt root'],
    ['dhi.io/node:24-alpine3.22-dev', 'alpine 3.22 ash apk root'],
    ['dhi.io/golang:1.27-alpine3.24', 'alpine 3.24 ash none 65532'],
    ['dhi.io/postgres:18', 'debian - - none postgres'],
    ['dhi.io/clickhouse-server:26', 'debian - - none -'],
    ['mcr.microsoft.com/dotnet/sdk:10.0', 'ubuntu 24.04 dash apt root'],
    ['mcr.microsoft.com/dotnet/aspnet:8.0', 'debian 12 dash apt root'],
    ['mcr.microsoft.com/dotnet/runtime:9.0-noble-chiseled', 'ubuntu 24.04 none none 1654'],
    ['mcr.microsoft.com/dotnet/aspnet:10.0-azurelinux3.0', '- - - - root'],
    ['mcr.microsoft.com/windows/nanoserver:ltsc2022', 'windows - cmd none ContainerUser'],
    ['mcr.microsoft.com/dotnet/runtime-deps:10.0-alpine', 'alpine 3.24 ash apk root'],
    ['bitnami/node:20-debian-12', 'debian 12 dash apt 1001'],
    ['valkey/valkey:9-alpine', 'alpine - ash apk root'],
    ['docker:29-cli', 'alpine - ash apk root'],
    ['docker:dind-rootless', 'alpine - ash apk rootless'],
    ['ghost:6-alpine3.23', 'alpine 3.23 ash apk root'],
  ])('%s: %s', (reference, expected) => {
    expect(summary(know(reference))).toBe(expected);
  });

  test('nothing is said of a repository that no table knows', () => {
    expect(know('example.com/team/service:1')).toBeUndefined();
    expect(know('team/node:20')).toBeUndefined();
  });
});

describe('end of life', () => {
  const ends = (reference: string) =>
    know(reference)?.endOfLife.map(({ product, date, replacement }) => `${product} ${date} ${replacement ?? '-'}`);

  test.each([
    ['node:20-bullseye-slim', ['Node.js 20 2026-04-30 node:26-slim', 'Debian 11 2024-08-14 node:26-slim']],
    ['node:24-bookworm-slim', ['Node.js 24 2028-04-30 node:26-slim', 'Debian 12 2026-07-11 node:24-trixie-slim']],
    ['node:26', ['Node.js 26 2029-04-30 -', 'Debian 13 2028-08-09 -']],
    ['node:24-alpine3.20', ['Node.js 24 2028-04-30 node:26-alpine', 'Alpine 3.20 2026-04-01 node:24-alpine']],
    [
      'python:3.12-slim-bookworm',
      ['Python 3.12 2028-10-31 python:3.14-slim', 'Debian 12 2026-07-11 python:3.12-slim-trixie'],
    ],
    ['python:2', ['Python 2.7 2020-01-01 python:3.14', 'Debian 10 2022-09-10 python:3.14']],
    ['golang:1', ['Debian 13 2028-08-09 -']],
    ['golang:1.22', ['Go 1.22 2025-02-11 golang:1.27', 'Debian 12 2026-07-11 golang:1.27']],
    ['php:7.4-fpm-bullseye', ['PHP 7.4 2022-11-28 php:8.5-fpm', 'Debian 11 2024-08-14 php:8.5-fpm']],
    ['debian:bullseye-slim', ['Debian 11 2024-08-14 debian:trixie-slim']],
    ['debian:11-slim', ['Debian 11 2024-08-14 debian:13-slim']],
    ['ubuntu:focal', ['Ubuntu 20.04 2025-05-29 ubuntu:resolute']],
    ['alpine:3.21', ['Alpine 3.21 2026-11-01 alpine:3.24']],
    ['centos:7', ['CentOS Linux 7 2024-06-30 -']],
    ['quay.io/centos/centos:stream8', ['CentOS Stream 8 2024-05-31 quay.io/centos/centos:stream10']],
    [
      'nginx:1.25-alpine-slim',
      ['nginx 1.25 2024-05-29 nginx:1.30-alpine-slim', 'Alpine 3.19 2025-11-01 nginx:1.30-alpine-slim'],
    ],
    [
      'openjdk:8-jdk-alpine',
      ['The openjdk image of Java 8 2022-08-04 eclipse-temurin:8-jdk-alpine', 'Alpine 3.9 2020-11-01 -'],
    ],
    [
      'gcr.io/distroless/nodejs18-debian12:nonroot',
      ['distroless Node.js and Java on Debian 12 2026-01-31 gcr.io/distroless/nodejs26-debian13:nonroot'],
    ],
    [
      'mcr.microsoft.com/dotnet/aspnet:8.0-jammy-chiseled',
      [
        '.NET 8.0 2026-11-10 mcr.microsoft.com/dotnet/aspnet:10.0-noble-chiseled',
        'Ubuntu 22.04 2027-06-01 mcr.microsoft.com/dotnet/aspnet:10.0-noble-chiseled',
      ],
    ],
    [
      'public.ecr.aws/docker/library/ruby:3.1-slim',
      [
        'Ruby 3.1 2025-03-26 public.ecr.aws/docker/library/ruby:4.0-slim',
        'Debian 12 2026-07-11 public.ecr.aws/docker/library/ruby:4.0-slim',
      ],
    ],
    ['node:lts', []],
    [`node:20@sha256:${'a'.repeat(64)}`, ['Node.js 20 2026-04-30 node:26', 'Debian 12 2026-07-11 node:26']],
  ])('%s', (reference, expected) => {
    expect(ends(reference)).toEqual(expected);
  });

  test('Debian 12 has a long-term date beside the regular one', () => {
    expect(know('debian:12')?.endOfLife[0]?.extended).toEqual({ name: 'LTS', date: '2028-06-30' });
  });
});

describe('sizes and smaller variants', () => {
  test.each([
    ['node:26-trixie-slim', 'node:26-slim'],
    ['node:slim', 'node:26-slim'],
    ['nginx:mainline-alpine', 'nginx:alpine'],
    ['debian:13', 'debian:trixie'],
    ['debian', 'debian:trixie'],
    ['redis:8.10-trixie', 'redis:8'],
    ['traefik:v3', 'traefik:3'],
    ['postgres', 'postgres:18'],
    ['mysql:8', 'mysql:8.4'],
    ['mongo', 'mongo:8'],
    ['php:8.5', 'php:8.5-cli'],
    ['php:fpm', 'php:8.5-fpm'],
    ['docker:dind', 'docker:29'],
    ['docker:29-dind-rootless', undefined],
    ['gcr.io/distroless/static:nonroot', 'gcr.io/distroless/static-debian13'],
    ['node:24.1.0-slim', undefined],
  ])('%s is the image that the table has as %s', (reference, measured) => {
    expect(know(reference)?.measuredAs).toBe(measured);
  });

  test.each([
    ['node:26', 'node:26-slim', 'node:26-slim'],
    ['node', 'node:slim', 'node:26-slim'],
    ['node:24-bookworm', 'node:24-bookworm-slim', 'node:24-slim'],
    ['python:3.14-trixie', 'python:3.14-slim-trixie', 'python:3.14-slim'],
    ['debian', 'debian:trixie-slim', 'debian:trixie-slim'],
    ['nginx:alpine', 'nginx:alpine-slim', 'nginx:alpine-slim'],
    ['eclipse-temurin:25-jdk', 'eclipse-temurin:25-jre', 'eclipse-temurin:25-jre'],
    ['eclipse-temurin:21-noble', 'eclipse-temurin:21-jre-noble', undefined],
  ] as const)('%s could be %s, which the table has as %s', (reference, smaller, measured) => {
    const compressedBytes = measured && IMAGE_SIZES[measured].compressed;
    expect(know(reference)?.smallerVariants).toEqual([{ reference: smaller, compressedBytes }]);
  });

  test.each(['node:26-slim', 'node:26-alpine', 'golang:1.27', 'node:99'])('%s has no smaller variant', (reference) => {
    expect(know(reference)?.smallerVariants).toEqual([]);
  });
});

describe('what is inside', () => {
  const inside = (reference: string, ...tools: string[]) => tools.filter((tool) => know(reference)?.tools?.has(tool));

  test.each([
    ['node:26', 'curl git gcc yarn adduser npm', 'curl git gcc adduser npm'],
    ['node:26-slim', 'curl git yarn adduser npm', 'adduser npm'],
    ['ruby:4.0-slim', 'adduser useradd gem', 'useradd gem'],
    ['mcr.microsoft.com/dotnet/aspnet:10.0', 'dotnet curl', 'dotnet'],
    ['mcr.microsoft.com/dotnet/runtime-deps:10.0', 'dotnet curl', ''],
    ['node:24-slim', 'curl git yarn adduser npm', 'yarn adduser npm'],
    ['alpine:3.24', 'adduser useradd wget curl bash', 'adduser wget'],
    ['debian:trixie-slim', 'adduser useradd wget curl bash', 'useradd bash'],
    ['debian:bookworm-slim', 'adduser useradd', 'adduser useradd'],
    ['golang:1.27-alpine', 'go gcc git', 'go'],
    ['php:8.5-fpm', 'curl gcc wget', 'curl gcc'],
    ['nginx:alpine', 'curl', 'curl'],
    ['nginx:alpine-slim', 'curl wget', 'wget'],
    ['gcr.io/distroless/static', 'wget bash', ''],
  ])('%s has of %s: %s', (reference, asked, expected) => {
    expect(inside(reference, ...asked.split(' '))).toEqual(expected.split(' ').filter(Boolean));
  });

  test('programs of images that are only partly known are not denied', () => {
    expect(know('redis:8-alpine')).toMatchObject({ tools: undefined, hasBash: undefined, dropsRoot: true });
  });

  test('slim images of Node have no certificates, and Node 26 has no Yarn', () => {
    expect(know('node:26-slim')).toMatchObject({ hasCaCertificates: false, hasBuildTools: false, users: ['node'] });
    expect(know('node:26')).toMatchObject({ hasCaCertificates: true, hasBuildTools: true });
    expect(know('node:22')?.environment).toHaveProperty('YARN_VERSION');
    expect(know('node:26')?.environment).not.toHaveProperty('YARN_VERSION');
  });

  test('how it starts and stops', () => {
    expect(know('php:8.5-fpm')).toMatchObject({ stopSignal: 'SIGQUIT', cmd: ['php-fpm'], workdir: '/var/www/html' });
    expect(know('gcr.io/distroless/nodejs24-debian13')?.entrypoint).toEqual(['/nodejs/bin/node']);
    expect(know('wordpress:latest')).toMatchObject({ stopSignal: 'SIGWINCH', cmd: ['apache2-foreground'] });
    expect(know('wordpress:cli')).toMatchObject({
      stopSignal: undefined,
      cmd: ['wp', 'shell'],
      defaultUser: 'www-data',
    });
    expect(know('nextcloud:fpm-alpine')).toMatchObject({ stopSignal: 'SIGQUIT', cmd: ['php-fpm'] });
    expect(know('registry:2')).toMatchObject({ cmd: ['/etc/docker/registry/config.yml'], environment: {} });
    expect(know('denoland/deno:bin')).toMatchObject({ entrypoint: [], cmd: [] });
    expect(know('ghcr.io/astral-sh/uv:latest')?.entrypoint).toEqual(['/uv']);
    expect(know('ghcr.io/astral-sh/uv:python3.14-trixie-slim')).toMatchObject({
      entrypoint: [],
      cmd: ['/usr/local/bin/uv'],
    });
    expect(know('node:24')?.runtime).toEqual({ name: 'node', version: '24' });
  });

  test.each([
    ['python:3.12', 'LANG', 'C.UTF-8'],
    ['python:3.13', 'LANG', undefined],
    ['mongo:8.0', 'GLIBC_TUNABLES', 'glibc.pthread.rseq=0'],
    ['mongo:7.0', 'GLIBC_TUNABLES', undefined],
    ['php:8.5-apache', 'APACHE_CONFDIR', '/etc/apache2'],
    ['php:8.5-fpm', 'APACHE_CONFDIR', undefined],
    ['nextcloud:34-fpm', 'APACHE_BODY_LIMIT', undefined],
  ])('%s sets %s to %s', (reference, name, value) => {
    expect(know(reference)?.environment?.[name]).toBe(value);
  });

  test('every tool is one of the tracked', () => {
    for (const reference of ['node:24', 'composer', 'rust:1', 'php:8.5-apache', 'gcr.io/distroless/java21:debug'])
      for (const tool of know(reference)?.tools ?? []) expect(trackedTools, tool).toContain(tool);
  });
});

test('scratch is empty and runs as root', () => {
  expect(SCRATCH).toMatchObject({ libc: 'none', shell: 'none', defaultUser: 'root', compressedBytes: 0 });
});
