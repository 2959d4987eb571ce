/** Options and subcommands of npm, pnpm, yarn and bun. */
import { actionsOf, type Grammar } from './ecosystem.js';

const SHARED_OPTIONS = ['--registry', '--loglevel', '--cafile', '--proxy', '--https-proxy', '--network-concurrency'];

const NPM: Grammar = {
  hasClusters: true,
  handsOnRest: true,
  valued: [
    ...SHARED_OPTIONS,
    ...['--prefix', '-C', '-w', '--workspace', '--omit', '--include', '--only', '--cache', '--install-strategy'],
    ...['--tag', '--fetch-retries', '--fetch-timeout', '--fetch-retry-mintimeout', '--fetch-retry-maxtimeout'],
    ...['--maxsockets', '--userconfig', '--globalconfig', '--otp', '--scope', '--cpu', '--os', '--libc', '--before'],
    ...['--script-shell', '--node-options', '--noproxy', '--min-release-age'],
  ],
  actions: actionsOf({
    install: [
      ...['install', 'i', 'in', 'ins', 'inst', 'insta', 'instal', 'isnt', 'isnta', 'isntal', 'isntall', 'add'],
      ...[
        'ci',
        'clean-install',
        'ic',
        'install-clean',
        'isntall-clean',
        'install-test',
        'it',
        'cit',
        'install-ci-test',
      ],
    ],
    upgrade: ['update', 'up', 'upgrade', 'udpate'],
    remove: ['uninstall', 'unlink', 'remove', 'rm', 'r', 'un', 'prune'],
    'clean-cache': ['cache clean', 'cache clear', 'cache rm'],
    'run-script': ['run', 'run-script', 'rum', 'urn', 'test', 't', 'tst', 'stop', 'restart', 'exec', 'x'],
    start: ['start'],
    build: ['rebuild', 'rb'],
    config: ['config', 'c', 'set', 'get', 'pkg'],
  }),
};

const PNPM: Grammar = {
  hasClusters: true,
  handsOnRest: true,
  valued: [
    ...SHARED_OPTIONS,
    ...['--filter', '-F', '--filter-prod', '--dir', '-C', '--reporter', '--store-dir', '--modules-dir', '--cache-dir'],
    ...['--virtual-store-dir', '--lockfile-dir', '--workspace-concurrency', '--cpu', '--os', '--libc', '--allow-build'],
  ],
  actions: actionsOf({
    install: [
      'install',
      'i',
      'add',
      'ci',
      'clean-install',
      'ic',
      'install-clean',
      'fetch',
      'deploy',
      'install-test',
      'it',
    ],
    upgrade: ['update', 'up', 'upgrade'],
    remove: ['remove', 'rm', 'uninstall', 'un', 'prune'],
    'clean-cache': ['store prune'],
    'run-script': ['run', 'run-script', 'test', 't', 'exec'],
    start: ['start'],
    build: ['rebuild', 'rb'],
    config: ['config', 'c', 'set', 'get'],
    other: [
      ...[
        '',
        'dlx',
        'create',
        'init',
        'import',
        'pack',
        'publish',
        'list',
        'ls',
        'outdated',
        'why',
        'audit',
        'licenses',
      ],
      ...['store', 'env', 'link', 'ln', 'unlink', 'dedupe', 'patch', 'root', 'bin', 'setup', 'self-update', 'runtime'],
      ...['approve-builds', 'cache', 'cat-file', 'doctor', 'help', 'login', 'logout', 'server', 'version'],
    ],
  }),
};

const YARN: Grammar = {
  hasClusters: true,
  valued: [
    ...SHARED_OPTIONS,
    ...['--cwd', '--modules-folder', '--cache-folder', '--network-timeout', '--mutex', '--preferred-cache-folder'],
    ...['--use-yarnrc', '--mode', '--otp', '--global-folder', '--prefix', '--link-folder'],
  ],
  actions: actionsOf({
    install: ['', 'install', 'add', 'global add', 'workspaces focus'],
    upgrade: ['upgrade', 'up', 'upgrade-interactive', 'global upgrade'],
    remove: ['remove', 'global remove'],
    'clean-cache': ['cache clean', 'cache clear'],
    'run-script': ['run', 'test', 'exec', 'node'],
    start: ['start'],
    build: ['rebuild'],
    config: ['config', 'set', 'set version', 'plugin', 'policies'],
    other: [
      ...['global', 'cache', 'dlx', 'create', 'init', 'link', 'unlink', 'pack', 'publish', 'list', 'outdated', 'why'],
      ...[
        'info',
        'audit',
        'licenses',
        'import',
        'check',
        'autoclean',
        'bin',
        'dedupe',
        'explain',
        'constraints',
        'npm',
      ],
      ...['patch', 'patch-commit', 'search', 'stage', 'unplug', 'version', 'versions', 'workspaces', 'help', 'login'],
      ...['logout', 'owner', 'tag', 'team', 'generate-lock-entry', '--version', '--help'],
    ],
  }),
};

const BUN: Grammar = {
  hasClusters: true,
  handsOnRest: true,
  valued: [
    ...SHARED_OPTIONS,
    ...['--cwd', '-c', '--config', '--cache-dir', '--backend', '--filter', '--omit', '--cpu', '--os', '--linker'],
    ...['--concurrent-scripts', '--ca', '-r', '--preload', '--env-file', '--port', '--outdir', '--outfile', '--target'],
  ],
  actions: actionsOf({
    install: ['install', 'i', 'add', 'a', 'ci'],
    upgrade: ['update'],
    remove: ['remove', 'rm'],
    'clean-cache': ['pm cache rm'],
    'run-script': ['run', 'exec'],
    build: ['build'],
    other: [
      '',
      'x',
      'create',
      'c',
      'init',
      'test',
      'pm',
      'link',
      'unlink',
      'publish',
      'patch',
      'outdated',
      'why',
      'upgrade',
    ],
  }),
};

export const GRAMMARS = { npm: NPM, pnpm: PNPM, yarn: YARN, bun: BUN };
