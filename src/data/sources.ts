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
const CHAINGUARD = from('chainguard-images/images@cd7edd2 (2026-08-22) locked_config.json of each image');
const HARDENED = from('docker-hardened-images/catalog@30c3db9 (2026-08-22) image/');
const DOTNET = from('dotnet/dotnet-docker@3ed00b6 (2026-08-21) src/');
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
  amazoncorretto: from('docker-library/repo-info@0cdc88b repos/amazoncorretto/remote/21.md, 21-alpine.md'),
  maven: from('carlossg/docker-maven@0170c5b (2026-08-05)'),
  gradle: from('keeganwitt/docker-gradle@9fe6f1e (2025-08-14)'),
  composer: from('composer/docker@e1056b5 (2026-07-02)'),
  perl: from(`${FACTS} library/perl`),
  elixir: from(`${FACTS} library/elixir`),
  haskell: from(`${FACTS} library/haskell, library/gcc`),
  'buildpack-deps': from('docker-library/buildpack-deps@8330ca1 (2025-11-13)'),
  nginx: from('nginx/docker-nginx@0d7f438 (2026-04-14), nginx/docker-nginx-unprivileged@e26803b (2026-07-15)'),
  httpd: from('docker-library/httpd@9b63b37 (2026-06-10)'),
  caddy: from('caddyserver/caddy-docker@62d1326 (2026-03-05)'),
  traefik: from(
    'docker-library/repo-info@c1eccc3 repos/traefik/local/v3.7.11.md; docker-library/official-images@37079fb library/traefik',
  ),
  redis: from(
    'docker-library/redis@e920499 (2024-06-28); docker-library/repo-info@348b32e repos/redis/local/8.10.1-alpine.md',
  ),
  postgres: from('docker-library/postgres@6edb0a8 (2026-02-26)'),
  mysql: from(
    'docker-library/mysql@7f30fdb (2026-06-16); docker-library/repo-info@13ca400 repos/mysql/local/8.4.11.md',
  ),
  mariadb: from('MariaDB/mariadb-docker@1b6429b (2026-05-29)'),
  mongo: from(
    'docker-library/mongo@2c69a57 (2026-06-11); docker-library/repo-info repos/mongo/remote/latest.md, commit 093fce7',
  ),
  memcached: from('docker-library/memcached@53ac0ec (2026-07-09)'),
  rabbitmq: from('docker-library/rabbitmq@9193c1d (2026-06-15)'),
  tomcat: from('docker-library/tomcat@40f27d5 (2026-08-20)'),
  wordpress: from('docker-library/wordpress@bf223d1 (2026-08-19)'),
  haproxy: from('docker-library/haproxy@ec437dd (2026-07-22)'),
  'valkey/valkey': from('valkey-io/valkey-container@ae6141e (2025-01-08)'),
  ghost: from('docker-library/ghost@7edb45d (2026-06-12)'),
  nextcloud: from('nextcloud/docker@4de1eed (2026-07-23)'),
  registry: from(
    'distribution/distribution-library-image@a829ed8 (2025-07-10); docker-library/repo-info@38feaf4 repos/registry/remote/3.md',
  ),
  docker: from('docker-library/docker@3289af8 (2026-08-06)'),
  'denoland/deno': from('denoland/deno_docker@b7864b7 (2026-07-01)'),
  'oven/bun': from('oven-sh/bun@10babb5 dockerhub/debian-slim, @00fc007 dockerhub/distroless'),
  'ghcr.io/astral-sh/uv': from('astral-sh/uv@26a9dd4 (2026-08-21) Dockerfile, .github/workflows/build-docker.yml'),
  'distroless/static': from('GoogleContainerTools/distroless@cd08076 (2026-08-21) static/'),
  'distroless/base': from('GoogleContainerTools/distroless@cd08076 (2026-08-21)'),
  'distroless/nodejs': from('GoogleContainerTools/distroless@cd08076 (2026-08-21) nodejs/'),
  'distroless/java': from('GoogleContainerTools/distroless@cd08076 (2026-08-21) java/'),
  'distroless/python': from('GoogleContainerTools/distroless@cd08076 (2026-08-21) python3/'),
  'cgr.dev/chainguard/wolfi-base': CHAINGUARD,
  'chainguard/static': CHAINGUARD,
  'cgr.dev/chainguard/python': CHAINGUARD,
  'cgr.dev/chainguard/nginx': CHAINGUARD,
  'cgr.dev/chainguard/jre': CHAINGUARD,
  'cgr.dev/chainguard/ruby': CHAINGUARD,
  'cgr.dev/chainguard/node': CHAINGUARD,
  'cgr.dev/chainguard/go': CHAINGUARD,
  'chainguard/build': CHAINGUARD,
  'cgr.dev/chainguard/postgres': CHAINGUARD,
  'cgr.dev/chainguard/redis': CHAINGUARD,
  chainguard: CHAINGUARD,
  'dhi.io/node': HARDENED,
  'dhi.io/python': HARDENED,
  'dhi.io/ruby': HARDENED,
  'dhi.io/golang': HARDENED,
  'dhi.io/nginx': HARDENED,
  'dhi.io/postgres': HARDENED,
  'dhi.io/redis': HARDENED,
  'dhi/static': HARDENED,
  dhi: HARDENED,
  'dotnet/sdk': DOTNET,
  'dotnet/runtime-deps': DOTNET,
  'dotnet/runtime': DOTNET,
  'dotnet/aspnet': DOTNET,
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

/** Where a size of an image was read. `source` tells all of it; `unpacked` of which image the unpacked size is. */
export interface SizeSource extends Source {
  readonly unpacked?: UnpackedSource;
}

export interface UnpackedSource {
  readonly source: string;
  /** Where it is not the image of the compressed size: the day on which that one was built, ISO 8601. */
  readonly built?: string;
}

const sizeReadOn =
  (readOn: string) =>
  (compressed: string | undefined, unpacked?: UnpackedSource): SizeSource => {
    const day = unpacked?.built === undefined ? '' : `, of ${unpacked.built}`;
    const texts = [...(compressed ? [compressed] : []), ...(unpacked ? [`unpacked: ${unpacked.source}${day}`] : [])];
    return { source: texts.join('; '), readOn, ...(unpacked && { unpacked }) };
  };
const size = sizeReadOn(TABLES_DATE);
const earlier = sizeReadOn('2026-11-23');

/** A file of the project that lists every official image; `at` is the commit, or the digest of the image that it lists. */
const info = (file: string, at?: string) =>
  `docker-library/repo-info repos/${file}.md${at === undefined ? '' : `, ${at}`}`;
/** The same from a copy that keeps other days. */
const fork = (file: string, commit: string, version: string) =>
  `maxmood96/repo-info@${commit} repos/${file}.md, ${version}`;
const PYTHON = `python:3.14, ${info('python/remote/3.14', 'commit 0c37645')}`;
const NODE = `node:22, ${info('node/remote/22', 'commit 3179cb4')}`;
const REBUILT_LAYERS = 'rebuilt from the same package lists';
/** Put together from the same Debian packages; the image itself was not pulled. */
const REBUILT = 'rebuilt from the Debian 13 packages that GoogleContainerTools/distroless@cd08076 lists';

export const IMAGE_SIZE_SOURCES: Readonly<Record<MeasuredReference, SizeSource>> = {
  'node:26': size(info('node/remote/26-trixie', 'linux/amd64 cad3d421752d')),
  'node:26-slim': size(info('node/remote/26-slim', 'linux/amd64 7400141a8482'), {
    source: info('node/local/26-slim', 'commit ba1774f'),
  }),
  'node:26-alpine': size(info('node/remote/26-alpine3.24', 'linux/amd64 b341ca66519d')),
  'node:24': size(info('node/remote/24', 'commit 2534b85'), {
    source: fork('node/local/24', '2910fe4', '24.7.0'),
    built: '2025-08-27',
  }),
  'node:24-slim': size(info('node/remote/24-bookworm-slim', 'linux/amd64 e5a8dee7bc1e')),
  'node:24-alpine': size(info('node/remote/24-alpine', 'commit 2534b85'), {
    source: info('node/local/24-alpine', 'commit 680e90c, 24.21.0'),
    built: '2026-09-17',
  }),
  'node:22': size(info('node/remote/22', 'commit 3179cb4')),
  'node:22-slim': size(info('node/remote/22-slim', 'commit 3179cb4')),
  'node:22-alpine': size(info('node/remote/22-alpine3.24', 'linux/amd64 76789712cd1a')),
  'node:20-slim': size(info('node/remote/20-slim', 'linux/amd64 eef3816042c0')),
  'node:20-alpine': earlier(info('node/remote/20-alpine', 'on the base of 2026-04-15')),
  'python:3.14': size(info('python/remote/3.14', 'commit 0c37645')),
  'python:3.14-slim': size(info('python/remote/3.14-slim', 'commit 34fa04a'), {
    source: info('python/local/3.14-slim', 'commit 33cda30'),
  }),
  'python:3.14-alpine': size(info('python/remote/3.14-alpine', 'commit 27b2736'), {
    source: info('python/local/3.14-alpine', 'commit 33cda30'),
    built: '2026-08-05',
  }),
  'python:3.13': size(info('python/remote/3.13', 'commit 0c37645')),
  'python:3.13-slim': size(info('python/remote/3.13-slim', 'commit 2986dca')),
  'python:3.13-alpine': size(info('python/remote/3.13-alpine', 'commit 27b2736')),
  'python:3.12': size(info('python/remote/3.12', 'commit 0531c60')),
  'python:3.12-slim': size(info('python/remote/3.12-slim', 'commit 2986dca')),
  'python:3.11-slim': size(info('python/remote/3.11-slim', 'commit 2477d55')),
  'golang:1.27': size(info('golang/remote/1.27', 'commit 274d39a')),
  'golang:1.27-alpine': size(info('golang/remote/1.27-alpine', 'commit 274d39a'), {
    source: info('golang/local/1.27-alpine', 'commit 8874cb1, 1.27.0'),
    built: '2026-08-19',
  }),
  'golang:1.26': size(info('golang/remote/1.26', 'commit 01b535c')),
  'golang:1.26-alpine': size(info('golang/remote/1.26-alpine', 'commit 274d39a')),
  'rust:1': size(info('rust/remote/1', 'commit 0586660')),
  'rust:1-slim': size(info('rust/remote/1-slim', 'commit 027c274')),
  'rust:1-alpine': size(info('rust/tag-details', 'rust:1-alpine3.24, linux/amd64 6d9066cf04ed'), {
    source: info('rust/local/1-alpine3.24', 'commit 021e6d5, 1.96.1'),
    built: '2026-06-30',
  }),
  'eclipse-temurin:25-jdk': size(info('eclipse-temurin/remote/25-jdk', 'commit 11bfd4f')),
  'eclipse-temurin:25-jre': earlier(info('eclipse-temurin/remote/25-jre', 'commit 11bfd4f'), {
    source: info('eclipse-temurin/local/25-jre', 'commit 6b8e357'),
    built: '2026-09-16',
  }),
  'eclipse-temurin:25-jre-alpine': size(info('eclipse-temurin/remote/25-jre-alpine', 'commit 34e3234')),
  'eclipse-temurin:21-jdk': size(
    info('eclipse-temurin/remote/21-jdk-resolute', 'linux/amd64 085eb93e049c, on the base of 2026-09-12'),
  ),
  'eclipse-temurin:21-jdk-alpine': size(info('eclipse-temurin/remote/21-jdk-alpine', 'commit 34e3234')),
  'eclipse-temurin:21-jre': size(
    info('eclipse-temurin/remote/21-jre-resolute', 'linux/amd64 ca7551d4f366, on the base of 2026-09-12'),
  ),
  'eclipse-temurin:21-jre-alpine': size(info('eclipse-temurin/remote/21-jre-alpine-3.24', 'linux/amd64 4cbffea0432e')),
  'eclipse-temurin:17-jdk': size(info('eclipse-temurin/remote/17-jdk', 'commit 11bfd4f')),
  'eclipse-temurin:17-jre': size(
    info('eclipse-temurin/remote/17-jre-resolute', 'linux/amd64 4c3a8896e9d0, on the base of 2026-09-01'),
  ),
  'amazoncorretto:21': size(info('amazoncorretto/remote/21', 'commit 0cdc88b')),
  'amazoncorretto:21-alpine': size(info('amazoncorretto/remote/21-alpine', 'commit 0cdc88b')),
  'maven:3-eclipse-temurin-21': size(info('maven/remote/3-eclipse-temurin-21', 'commit 0f6233c')),
  'gradle:9-jdk21': size(info('gradle/remote/9-jdk21', 'commit 04bf269')),
  'php:8.5-cli': size(info('php/remote/8.5-cli', 'commit 0cb5ca8')),
  'php:8.5-fpm': size(info('php/remote/8.5-fpm', 'commit 1fb3303')),
  'php:8.5-fpm-alpine': earlier(info('php/remote/8.5-fpm-alpine', 'commit 1fb3303'), {
    source: info('php/local/8.5-fpm-alpine', 'commit f0af475, 8.5.9'),
    built: '2026-07-30',
  }),
  'php:8.5-apache': size(info('php/remote/8.5-apache', 'commit 0ef8f6f')),
  'php:8.4-fpm': size(info('php/remote/8.4-fpm', 'commit 147073b')),
  'php:8.4-apache': size(info('php/remote/8.4-apache', 'commit 147073b')),
  'composer:2': size(info('composer/tag-details', 'composer:2.10, linux/amd64 826740a21a0d')),
  'ruby:4.0': size(info('ruby/remote/4.0', 'commit 022ad7f')),
  'ruby:4.0-slim': size(info('ruby/remote/4.0-slim', 'commit 06a9eb7'), {
    source: info('ruby/local/4.0-slim', 'commit 7370f35, 4.0.6'),
    built: '2026-08-25',
  }),
  'ruby:4.0-alpine': size(info('ruby/remote/4.0-alpine', 'commit 1457e32')),
  'ruby:3.4-slim': size(info('ruby/remote/3.4-slim', 'commit 1457e32')),
  'perl:5.42': size(info('perl/remote/5.42', 'commit 053111c')),
  'elixir:1.19': size(info('elixir/remote/1.19', 'commit 0faf6e7')),
  'nginx:latest': size(info('nginx/remote/latest', 'commit 07d8525')),
  'nginx:alpine': earlier(info('nginx/remote/alpine', 'index id 68863968281')),
  'nginx:alpine-slim': earlier(info('nginx/remote/alpine-slim', 'on the base of 2026-06-16')),
  'nginx:stable': size(info('nginx/remote/1.30.4', 'commit 0844135')),
  'nginx:stable-alpine': size(info('nginx/remote/1.30.4-alpine', 'commit 0844135')),
  'httpd:2.4': size(info('httpd/remote/2.4', 'commit 157d400')),
  'caddy:2': size(info('caddy/remote/2.11.4', 'commit 140d580'), {
    source: info('caddy/local/2.11.4', 'commit 078746c'),
    built: '2026-09-17',
  }),
  'traefik:3': size(info('traefik/remote/v3.7.11', 'commit 7c46c3c'), {
    source: info('traefik/local/v3.7.11', 'commit c1eccc3'),
  }),
  'haproxy:3.4': size(info('haproxy/remote/3.4.3', 'commit 47e6f14')),
  'tomcat:11': size(info('tomcat/remote/11', 'commit 14b81b9')),
  'postgres:18': size(info('postgres/remote/18-trixie', 'linux/amd64 0377e72c5289')),
  'postgres:18-alpine': size(info('postgres/remote/18.4-alpine3.24', 'commit 872bb28'), {
    source: info('postgres/local/18-alpine', 'commit 277a4b0, 18.4'),
  }),
  'postgres:17': size(info('postgres/remote/17-trixie', 'linux/amd64 e31e3d5327d1')),
  'postgres:17-alpine': size(info('postgres/remote/17-alpine3.24', 'linux/amd64 0a8a1e76503c')),
  'postgres:16': size(info('postgres/remote/16', 'commit 0b63eec')),
  'postgres:16-alpine': size(info('postgres/remote/16-alpine3.24', 'linux/amd64 0fc5c901ec0a')),
  'mysql:8.4': size(info('mysql/remote/8.4', 'commit 0f0c69a'), {
    source: info('mysql/local/8.4.11', 'commit 13ca400'),
    built: '2026-07-27',
  }),
  'mariadb:12.3': size(info('mariadb/remote/12.3.2', 'commit 026819e')),
  'mariadb:11.8': size(info('mariadb/remote/11.8', 'commit 026819e')),
  'mongo:8': size(info('mongo/remote/8', 'commit 093fce7')),
  'mongo:8.0': size(info('mongo/remote/8.0', 'commit 05a154f')),
  'redis:8': size(info('redis/remote/8-trixie', 'linux/amd64 5edb5f1591cd')),
  'redis:8-alpine': size(info('redis/remote/8.10.1-alpine', 'commit 1742085'), {
    source: info('redis/local/8.10.1-alpine', 'commit 348b32e'),
  }),
  'redis:7-alpine': size(info('redis/remote/7-alpine3.21', 'linux/amd64 4912adf5f3be')),
  'memcached:1.6': size(info('memcached/remote/1-trixie', 'linux/amd64 51e736c67df8')),
  'memcached:1.6-alpine': size(info('memcached/tag-details', 'memcached:1-alpine3.24, linux/amd64 aed6c14165dc'), {
    source: info('memcached/local/1.6.45-alpine', 'commit d6a6f22'),
    built: '2026-07-10',
  }),
  'rabbitmq:4': size(info('rabbitmq/remote/4', 'commit 0a35052')),
  'rabbitmq:4-management': size(info('rabbitmq/remote/4.3.5-management', 'commit 0639f31')),
  'wordpress:latest': size(info('wordpress/remote/latest', 'commit 04be851')),
  'nextcloud:34': size(info('nextcloud/remote/apache', 'commit 00eae81')),
  'ghost:6': size(info('ghost/tag-details', 'ghost:6-bookworm, linux/amd64 6f2225c35bda, on the base of 2026-08-24')),
  'registry:3': size(info('registry/remote/3', 'commit 38feaf4')),
  'docker:29': size(info('docker/remote/29-dind', 'commit 12b0c3d')),
  'debian:trixie': size(`first layer of ${PYTHON}`, { source: 'own debootstrap minbase' }),
  'debian:trixie-slim': size(`first layer of ${info('php/remote/8.5-fpm', 'commit 1fb3303')}`, {
    source: 'own debootstrap, slimmed',
  }),
  'debian:bookworm': size(`first layer of ${NODE}`, { source: 'own debootstrap minbase' }),
  'debian:bookworm-slim': size(info('debian/remote/bookworm-slim', 'commit 05f354f'), {
    source: 'own debootstrap, slimmed',
  }),
  'buildpack-deps:trixie': size(`first four layers of ${PYTHON}`),
  'buildpack-deps:trixie-scm': size(`first three layers of ${PYTHON}`),
  'buildpack-deps:trixie-curl': size(`first two layers of ${PYTHON}`),
  'buildpack-deps:bookworm': size(`first four layers of ${NODE}`, { source: REBUILT_LAYERS }),
  'buildpack-deps:bookworm-scm': size(`first three layers of ${NODE}`, { source: REBUILT_LAYERS }),
  'buildpack-deps:bookworm-curl': size(`first two layers of ${NODE}`, { source: REBUILT_LAYERS }),
  'ubuntu:26.04': size(info('ubuntu/remote/26.04', 'commit 1c2b9d9'), {
    source: info('ubuntu/local/resolute', 'commit 452725d'),
    built: '2026-06-27',
  }),
  'ubuntu:24.04': size(info('ubuntu/remote/24.04', 'commit 1c2b9d9'), {
    source: info('ubuntu/local/noble', 'commit 01fdf3a'),
  }),
  'ubuntu:22.04': earlier(info('ubuntu/remote/22.04', 'index id 55236763199')),
  'alpine:3.24': earlier(info('alpine/remote/3.24', 'commit 1746b58'), {
    source: fork('alpine/local/3.24', '5b1a976', '3.24.1'),
    built: '2026-06-16',
  }),
  'alpine:3.23': size(`first layer of ${info('registry/remote/3', 'commit 38feaf4')}, 3.23.5`),
  'alpine:3.22': size(info('alpine/remote/3.22', 'commit 1746b58')),
  'amazonlinux:2023': size(info('amazonlinux/remote/2023', 'commit 0f81a33')),
  'fedora:44': size(info('fedora/remote/44', 'commit 4d7f688')),
  'almalinux:10': size(info('almalinux/remote/10', 'commit 05db977')),
  'almalinux:10-minimal': size(info('almalinux/remote/10-minimal', 'commit 05db977')),
  'almalinux:9': size(info('almalinux/remote/9', 'commit 05db977')),
  'oraclelinux:9-slim': size(info('oraclelinux/remote/9-slim', 'commit 381b869')),
  'archlinux:latest': size(info('archlinux/remote/latest', 'commit 0931bb4')),
  'busybox:1.38': earlier(info('busybox/remote/1.38', 'commit 01a7054')),
  'gcr.io/distroless/static-debian13': earlier(REBUILT, { source: REBUILT }),
  'gcr.io/distroless/base-nossl-debian13': earlier(REBUILT, { source: REBUILT }),
  'gcr.io/distroless/base-debian13': earlier(REBUILT, { source: REBUILT }),
  'gcr.io/distroless/cc-debian13': earlier(REBUILT, { source: REBUILT }),
  'gcr.io/distroless/nodejs24-debian13': earlier(REBUILT, { source: REBUILT }),
  'gcr.io/distroless/nodejs26-debian13': earlier(REBUILT, { source: REBUILT }),
  'gcr.io/distroless/python3-debian13': earlier(REBUILT, { source: REBUILT }),
};

export const TAG_DEFAULTS_SOURCE = from(
  'docker-library/official-images@37079fb (2026-08-21), library/*, whole history; dotnet/dotnet-docker@3ed00b6 README.sdk.md',
);
