/**
 * What official images on Debian add to Debian's own image, as far as apt knows of it: the packages that their
 * Dockerfiles name and keep. Where a Dockerfile builds a program and then purges what only the build needed, these are
 * the packages of the shared libraries that the program is linked with, which the Dockerfile marks as wanted.
 */
export interface ImagePackages {
  readonly repository: string;
  /** Words of the tag that must all be there; tags of a repository are tried from the row with the most words. */
  readonly flavours: readonly string[];
  /** Release of Debian. */
  readonly release: string;
  /** The row that this one builds on: its key. */
  readonly on?: string;
  readonly packages: readonly string[];
}

const CURL = ['ca-certificates', 'curl', 'gnupg', 'netbase', 'sq', 'wget'];
const SCM = ['git', 'mercurial', 'openssh-client', 'subversion', 'procps'];
const FULL = [
  ...['autoconf', 'automake', 'bzip2', 'default-libmysqlclient-dev', 'dpkg-dev', 'file', 'g++', 'gcc', 'imagemagick'],
  ...['libbz2-dev', 'libc6-dev', 'libcurl4-openssl-dev', 'libdb-dev', 'libevent-dev', 'libffi-dev', 'libgdbm-dev'],
  ...['libglib2.0-dev', 'libgmp-dev', 'libjpeg-dev', 'libkrb5-dev', 'liblzma-dev', 'libmagickcore-dev'],
  ...['libmagickwand-dev', 'libmaxminddb-dev', 'libncurses5-dev', 'libncursesw5-dev', 'libpng-dev', 'libpq-dev'],
  ...['libreadline-dev', 'libsqlite3-dev', 'libssl-dev', 'libtool', 'libwebp-dev', 'libxml2-dev', 'libxslt-dev'],
  ...['libyaml-dev', 'make', 'patch', 'unzip', 'xz-utils', 'zlib1g-dev'],
];
const GO = ['g++', 'gcc', 'libc6-dev', 'make', 'pkg-config'];
const PHPIZE = ['autoconf', 'dpkg-dev', 'file', 'g++', 'gcc', 'libc6-dev', 'make', 'pkg-config', 're2c'];
const PYTHON = ['ca-certificates', 'netbase', 'tzdata', 'libffi8', 'libsqlite3-0', 'libncursesw6'];
const RUBY = ['ca-certificates', 'libffi8', 'libgmp10', 'libyaml-0-2'];
const PHP = [
  'ca-certificates',
  'curl',
  'xz-utils',
  'libargon2-1',
  'libonig5',
  'libsodium23',
  'libsqlite3-0',
  'libxml2',
];

/** Libraries whose packages were renamed in Debian 13, for 64 bits of time. */
const LIBRARIES = {
  '13': { gdbm: 'libgdbm6t64', readline: 'libreadline8t64', ssl: 'libssl3t64', curl: 'libcurl4t64' },
  '12': { gdbm: 'libgdbm6', readline: 'libreadline8', ssl: 'libssl3', curl: 'libcurl4' },
} as const;

type Rows = Readonly<Record<string, ImagePackages>>;

function rowOf(release: string, name: string, packages: readonly string[], on?: string): Rows {
  const [repository = '', ...flavours] = name.split(' ');
  const under = on === undefined ? {} : { on: `${on} ${release}` };
  return { [`${name} ${release}`]: { repository, flavours, release, packages, ...under } };
}

function rowsOf(release: keyof typeof LIBRARIES): Rows {
  const { gdbm, readline, ssl, curl } = LIBRARIES[release];
  return {
    ...rowOf(release, 'debian', []),
    ...rowOf(release, 'buildpack-deps curl', CURL),
    ...rowOf(release, 'buildpack-deps scm', SCM, 'buildpack-deps curl'),
    ...rowOf(release, 'buildpack-deps', FULL, 'buildpack-deps scm'),
    ...rowOf(release, 'node', [], 'buildpack-deps'),
    ...rowOf(release, 'node slim', []),
    ...rowOf(release, 'python', ['libbluetooth-dev', 'tk-dev', 'uuid-dev'], 'buildpack-deps'),
    ...rowOf(release, 'python slim', [...PYTHON, gdbm, readline, ssl]),
    ...rowOf(release, 'golang', GO, 'buildpack-deps scm'),
    ...rowOf(release, 'rust', [], 'buildpack-deps'),
    ...rowOf(release, 'rust slim', ['ca-certificates', 'gcc', 'libc6-dev']),
    ...rowOf(release, 'ruby', [], 'buildpack-deps'),
    ...rowOf(release, 'ruby slim', [...RUBY, gdbm, ssl]),
    ...rowOf(release, 'php', [...PHPIZE, ...PHP, curl, readline, ssl]),
    ...rowOf(release, 'php apache', ['apache2'], 'php'),
    ...rowOf(release, 'httpd', ['ca-certificates', 'libaprutil1-ldap', 'libldap-common']),
    ...rowOf(release, 'haproxy', ['ca-certificates', 'socat']),
  };
}

/** By name and release: `python slim 13`. */
export const IMAGE_PACKAGES: Rows = { ...rowsOf('13'), ...rowsOf('12') };

/** Where these lists were read. */
export const IMAGE_PACKAGES_SOURCE = {
  source:
    'The Dockerfiles of docker-library/{buildpack-deps,python,golang,ruby,php,httpd,haproxy}, nodejs/docker-node and rust-lang/docker-rust, as of their newest commits of 2026-08',
  readOn: '2026-11-24',
} as const;
