/**
 * Where the rows of the tables come from, and the day on which each was read. They stand apart because the lint worker
 * carries the tables and never asks for these. A row without a source does not compile.
 */
import type { FamilyName } from './base-images.js';
import { TABLES_DATE } from './date.js';
import type { DISTRIBUTIONS } from './distributions.js';
import type { MeasuredReference } from './image-sizes.js';
import type { Product } from './lifecycles.js';

export interface Source {
  readonly source: string;
  /** ISO 8601. */
  readonly readOn: string;
}

const from = (source: string): Source => ({ source, readOn: TABLES_DATE });
const FACTS = 'docker-library/official-images@37079fb (2026-08-21)';
const MANUFACTURER = from('distributor’s documentation of the image');

export const FAMILY_SOURCES: Readonly<Record<FamilyName, Source>> = {
  debian: from(`${FACTS} library/debian; debian:trixie and bookworm rebuilt with debootstrap`),
  ubuntu: from(`${FACTS} library/ubuntu; docker-library/repo-info@01fdf3a repos/ubuntu/local/noble.md, resolute.md`),
  alpine: from(`${FACTS} library/alpine; maxmood96/repo-info@5b1a976 repos/alpine/local/3.24.md`),
  busybox: from('docker-library/repo-info@01a7054 repos/busybox/remote/1.38.md'),
  centos: from('docker-library/official-images@37079fb library/centos: all tags removed 2024-07-01'),
  'quay.io/centos/centos': MANUFACTURER,
  fedora: from(`${FACTS} library/fedora`),
  rockylinux: from(`${FACTS} library/rockylinux; docker-library/docs@c4a9ba4 rockylinux/deprecated.md`),
  almalinux: from(`${FACTS} library/almalinux`),
  amazonlinux: from(`${FACTS} library/amazonlinux`),
  oraclelinux: from(`${FACTS} library/oraclelinux`),
  'opensuse/leap': MANUFACTURER,
  'opensuse/tumbleweed': MANUFACTURER,
  archlinux: from(`${FACTS} library/archlinux`),
  ubi: from('Red Hat Enterprise Linux 9, Building, running, and managing containers'),
  'ubi-minimal': from('Red Hat Enterprise Linux 9, Building, running, and managing containers'),
  'ubi-micro': from('Red Hat Enterprise Linux 9, Building, running, and managing containers, 2.6'),
  node: from('nodejs/docker-node@f27d936 (2026-08-19); docker-library/repo-info repos/node/remote'),
  python: from('docker-library/python@4f07059 (2026-06-23); docker-library/repo-info repos/python/remote'),
  golang: from('docker-library/golang@7c8c182 (2026-08-19)'),
  rust: from('rust-lang/docker-rust@7668ee2 (2026-04-03)'),
  ruby: from('docker-library/ruby@d55e25a (2026-04-21); docker-library/repo-info repos/ruby/remote'),
  php: from('docker-library/php@445bf41 (2026-07-30)'),
  openjdk: from(
    'docker-library/docs@c4a9ba4 openjdk/deprecated.md; docker-library/official-images@37079fb library/openjdk',
  ),
  'eclipse-temurin': from(
    'adoptium/containers@d8d18d6 (2026-08-05); docker-library/repo-info@11bfd4f repos/eclipse-temurin/remote/25-jre.md',
  ),
  amazoncorretto: from(`${FACTS} library/amazoncorretto`),
  maven: from('carlossg/docker-maven@0170c5b (2026-08-05)'),
  gradle: from(`${FACTS} library/gradle`),
  composer: from('composer/docker@e1056b5 (2026-07-02)'),
  perl: from(`${FACTS} library/perl`),
  elixir: from(`${FACTS} library/elixir`),
  haskell: from(`${FACTS} library/haskell, library/gcc`),
  'buildpack-deps': from('docker-library/buildpack-deps@8330ca1 (2025-11-13)'),
  nginx: from('nginx/docker-nginx@0d7f438 (2026-04-14), nginx/docker-nginx-unprivileged@e26803b (2026-07-15)'),
  httpd: from('docker-library/httpd@9b63b37 (2026-06-10)'),
  caddy: from('caddyserver/caddy-docker@62d1326 (2026-03-05)'),
  traefik: from(`${FACTS} library/traefik`),
  redis: from('docker-library/redis@e920499 (2024-06-28)'),
  postgres: from('docker-library/postgres@6edb0a8 (2026-02-26)'),
  mysql: from('docker-library/mysql@7f30fdb (2026-06-16)'),
  mariadb: from('MariaDB/mariadb-docker@1b6429b (2026-05-29)'),
  mongo: from('docker-library/mongo@2c69a57 (2026-06-11)'),
  memcached: from('docker-library/memcached@53ac0ec (2026-07-09)'),
  rabbitmq: from('docker-library/rabbitmq@9193c1d (2026-06-15)'),
  tomcat: from('docker-library/tomcat@40f27d5 (2026-08-20)'),
  wordpress: from('docker-library/wordpress@bf223d1 (2026-08-19)'),
  haproxy: from('docker-library/haproxy@ec437dd (2026-07-22)'),
  'denoland/deno': from('denoland/deno_docker@b7864b7 (2026-07-01)'),
  'oven/bun': from('oven-sh/bun, dockerhub folder'),
  'ghcr.io/astral-sh/uv': from('docs.astral.sh/uv/guides/integration/docker'),
  'distroless/static': from('GoogleContainerTools/distroless@cd08076 (2026-08-21) static/'),
  'distroless/base': from('GoogleContainerTools/distroless@cd08076 (2026-08-21)'),
  'distroless/nodejs': from('GoogleContainerTools/distroless@cd08076 (2026-08-21) nodejs/'),
  'distroless/java': from('GoogleContainerTools/distroless@cd08076 (2026-08-21) java/'),
  'distroless/python': from('GoogleContainerTools/distroless@cd08076 (2026-08-21) python3/'),
  'cgr.dev/chainguard/wolfi-base': from('chainguard-dev/edu@08c15e6 (2026-08-21) compiled-programs.md'),
  'chainguard/static': from(
    'chainguard-dev/edu@08c15e6 (2026-08-21) compiled-programs.md, debugging-distroless-images.md, install-apks-in-distroless-variants.md',
  ),
  chainguard: from(
    'chainguard-dev/edu@08c15e6 (2026-08-21) quickstart.md, getting-started/node.md, getting-started/go.md, differences-development-production.md',
  ),
  dhi: from('docs.docker.com/dhi/migration/checklist'),
  'dotnet/sdk': from('dotnet/dotnet-docker@3ed00b6 (2026-08-21)'),
  'dotnet/runtime': from('dotnet/dotnet-docker@3ed00b6 (2026-08-21)'),
  windows: from('learn.microsoft.com/virtualization/windowscontainers, container base images'),
  nanoserver: from('learn.microsoft.com/virtualization/windowscontainers, container base images'),
  powershell: from('learn.microsoft.com/powershell, PowerShell in Docker'),
  bitnami: from('bitnami/containers, Debian images that run as 1001'),
};

export const DISTRIBUTION_SOURCES: Readonly<Record<keyof typeof DISTRIBUTIONS, Source>> = {
  debian: from('own debootstrap of trixie and bookworm (minbase), 2026-11-23'),
  ubuntu: from('docker-library/repo-info@01fdf3a repos/ubuntu/local/noble.md, resolute.md (package lists)'),
  alpine: from('maxmood96/repo-info@5b1a976 repos/alpine/local/3.24.md (package list)'),
  wolfi: from('chainguard-dev/edu@08c15e6 (2026-08-21)'),
  rhel: from('Red Hat documentation of UBI images'),
  centos: from('CentOS documentation'),
  fedora: from('Fedora documentation'),
  amazonlinux: from('docs.aws.amazon.com, Amazon Linux 2023'),
  oracle: from('Oracle Linux documentation'),
  opensuse: from('openSUSE documentation'),
  arch: from('Arch Linux documentation'),
  busybox: from('docker-library/repo-info@01a7054 repos/busybox/remote/1.38.md'),
  distroless: from('GoogleContainerTools/distroless@cd08076 (2026-08-21)'),
  windows: from('learn.microsoft.com/virtualization/windowscontainers'),
  scratch: from('moby/buildkit@73ed682 dockerfile2llb/convert.go'),
};

const endOfLife = (file: string) => from(`endoflife-date/endoflife.date@a70eca3 (2026-08-22) products/${file}.md`);

export const LIFECYCLE_SOURCES: Readonly<Record<Product, Source>> = {
  debian: endOfLife('debian'),
  ubuntu: from('distro-info-data, ubuntu.csv, columns eol and eol-esm'),
  alpine: endOfLife('alpine-linux'),
  centos: endOfLife('centos'),
  centosStream: endOfLife('centos-stream'),
  fedora: endOfLife('fedora'),
  rockylinux: endOfLife('rocky-linux'),
  almalinux: endOfLife('almalinux'),
  amazonlinux: endOfLife('amazon-linux'),
  rhel: endOfLife('rhel'),
  oracle: endOfLife('oracle-linux'),
  opensuse: endOfLife('opensuse'),
  node: from('nodejs/Release@e4bf922 schedule.json; endoflife-date/endoflife.date@a70eca3 products/nodejs.md'),
  python: endOfLife('python'),
  golang: endOfLife('go'),
  ruby: endOfLife('ruby'),
  php: endOfLife('php'),
  perl: endOfLife('perl'),
  elixir: endOfLife('elixir'),
  temurin: endOfLife('eclipse-temurin'),
  corretto: endOfLife('amazon-corretto'),
  openjdk: from(
    'docker-library/official-images@37079fb library/openjdk: the last commit that lists the release; docker-library/docs openjdk/deprecated.md',
  ),
  distrolessBase: from(
    'GoogleContainerTools/distroless@cd08076 (2026-08-21) SUPPORT_POLICY.md: estimated by its authors, last day of the month; Debian 11: removed in 1533e54',
  ),
  distrolessPython: from(
    'GoogleContainerTools/distroless@cd08076 (2026-08-21) SUPPORT_POLICY.md: estimated by its authors, last day of the month; Debian 11: removed in 1533e54',
  ),
  distrolessRuntime: from(
    'GoogleContainerTools/distroless@cd08076 (2026-08-21) SUPPORT_POLICY.md: estimated by its authors, last day of the month; Debian 11: removed in 1533e54',
  ),
  dotnet: endOfLife('dotnet'),
  nginx: endOfLife('nginx'),
  postgres: endOfLife('postgresql'),
  redis: endOfLife('redis'),
  mysql: endOfLife('mysql'),
  mariadb: endOfLife('mariadb'),
  mongo: endOfLife('mongodb'),
  rabbitmq: endOfLife('rabbitmq'),
  tomcat: endOfLife('tomcat'),
};

const SIZES_DATE = '2026-11-23';
const size = (source: string): Source => ({ source, readOn: SIZES_DATE });
const repoInfo = (file: string, built: string) => size(`docker-library/repo-info repos/${file}.md, built ${built}`);
/** Put together from the same Debian packages; the image itself was not pulled. */
const REBUILT = size('rebuilt from the Debian 13 packages that GoogleContainerTools/distroless@cd08076 lists');

export const IMAGE_SIZE_SOURCES: Readonly<Record<MeasuredReference, Source>> = {
  'node:26-slim': repoInfo('node/remote/26-slim', '2026-09-09'),
  'node:26-alpine': repoInfo('node/remote/26-alpine', '2026-05-20'),
  'node:24': size(
    'docker-library/repo-info@2534b85 repos/node/remote/24.md, built 2026-08-03; unpacked: maxmood96/repo-info@2910fe4, 24.7.0 of 2025-08-27',
  ),
  'node:24-slim': repoInfo('node/remote/24-slim', '2026-08-03'),
  'node:24-alpine': size(
    'docker-library/repo-info@2534b85 repos/node/remote/24-alpine.md, built 2026-08-03; unpacked: maxmood96/repo-info@94de598, 24.14.0 of 2026-02-24',
  ),
  'node:22-slim': repoInfo('node/remote/22-slim', 'on the base of 2026-07-13'),
  'node:20-alpine': repoInfo('node/remote/20-alpine', 'on the base of 2026-04-15'),
  'python:3.14': repoInfo('python/remote/3.14', '2026-08-25'),
  'python:3.14-slim': repoInfo('python/remote/3.14-slim', '2026-08-05'),
  'python:3.14-alpine': repoInfo('python/remote/3.14-alpine', '2026-09-17'),
  'golang:1.27': repoInfo('golang/remote/1.27', '2026-09-01'),
  'golang:1.27-alpine': repoInfo('golang/remote/1.27-alpine', '2026-09-01'),
  'rust:1': repoInfo('rust/remote/1', '2026-08-25'),
  'rust:1-slim': repoInfo('rust/remote/1-slim', '2026-09-19'),
  'eclipse-temurin:25-jdk': repoInfo('eclipse-temurin/remote/25-jdk', 'on the base of 2026-04-10'),
  'eclipse-temurin:25-jre': repoInfo('eclipse-temurin/remote/25-jre', '2026-09-09'),
  'eclipse-temurin:25-jre-alpine': repoInfo('eclipse-temurin/remote/25-jre-alpine', 'on the base of 2026-09-17'),
  'php:8.5-fpm-alpine': repoInfo('php/remote/8.5-fpm-alpine', '2026-09-17'),
  'ruby:4.0-slim': repoInfo('ruby/remote/4.0-slim', '2026-09-19'),
  'nginx:latest': repoInfo('nginx/remote/latest', '2026-07-15'),
  'nginx:alpine': repoInfo('nginx/remote/alpine', 'not stated (index id 68863968281)'),
  'nginx:alpine-slim': repoInfo('nginx/remote/alpine-slim', 'on the base of 2026-06-16'),
  'debian:trixie': size(
    'docker-library/repo-info, base layer of python:3.14 of 2026-08-24; unpacked: own debootstrap minbase',
  ),
  'debian:trixie-slim': size(
    'docker-library/repo-info@05f354f repos/debian/remote/trixie-slim.md, built 2026-08-03; unpacked: own debootstrap, slimmed',
  ),
  'debian:bookworm': size(
    'docker-library/repo-info, base layer of node:24 of 2026-07-13; unpacked: own debootstrap minbase',
  ),
  'debian:bookworm-slim': size(
    'docker-library/repo-info, base layer of node:24-slim of 2026-07-13; unpacked: own debootstrap, slimmed',
  ),
  'buildpack-deps:bookworm': size(
    'docker-library/repo-info@2534b85, first four layers of node:24; unpacked: rebuilt from the same package lists',
  ),
  'ubuntu:26.04': size(
    'docker-library/repo-info@1c2b9d9 repos/ubuntu/remote/26.04.md, built 2026-09-12; unpacked: @452725d repos/ubuntu/local/resolute.md of 2026-06-27',
  ),
  'ubuntu:24.04': size(
    'docker-library/repo-info@1c2b9d9 repos/ubuntu/remote/24.04.md, built 2026-09-11; unpacked: @01fdf3a repos/ubuntu/local/noble.md of 2026-09-11',
  ),
  'ubuntu:22.04': repoInfo('ubuntu/remote/22.04', '2024-06-03'),
  'alpine:3.24': size(
    'docker-library/repo-info@1746b58 repos/alpine/remote/3.24.md, built 2026-09-17; unpacked: maxmood96/repo-info@5b1a976, 3.24.1 of 2026-06-16',
  ),
  'busybox:1.38': repoInfo('busybox/remote/1.38', '2026-05-22'),
  'gcr.io/distroless/static-debian13': REBUILT,
  'gcr.io/distroless/base-nossl-debian13': REBUILT,
  'gcr.io/distroless/base-debian13': REBUILT,
  'gcr.io/distroless/cc-debian13': REBUILT,
  'gcr.io/distroless/nodejs24-debian13': REBUILT,
  'gcr.io/distroless/nodejs26-debian13': REBUILT,
  'gcr.io/distroless/python3-debian13': REBUILT,
};

export const TAG_DEFAULTS_SOURCE = from(
  'docker-library/official-images@37079fb (2026-08-21), library/*, whole history; dotnet/dotnet-docker@3ed00b6 README.sdk.md',
);
