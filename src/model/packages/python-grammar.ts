/** Options and subcommands of pip, uv, poetry and pipenv. */
import { actionsOf, type Grammar } from './ecosystem.js';

export const PIP: Grammar = {
  hasClusters: true,
  valued: [
    ...['-r', '--requirement', '--requirements', '-c', '--constraint', '--constraints', '-e', '--editable', '-t'],
    ...['--target', '-i', '--index-url', '--extra-index-url', '-f', '--find-links', '--platform', '--python-version'],
    ...['--implementation', '--abi', '--root', '--prefix', '--src', '--upgrade-strategy', '-C', '--config-settings'],
    ...['--config-setting', '--global-option', '--install-option', '--no-binary', '--only-binary', '--progress-bar'],
    ...['--report', '--group', '--root-user-action', '--cache-dir', '--log', '--proxy', '--retries', '--timeout'],
    ...['--exists-action', '--trusted-host', '--cert', '--client-cert', '--use-feature', '--use-deprecated'],
    ...[
      '--python',
      '--keyring-provider',
      '--resume-retries',
      '--build-constraint',
      '-w',
      '--wheel-dir',
      '-d',
      '--dest',
    ],
  ],
  actions: actionsOf({
    install: ['install'],
    remove: ['uninstall'],
    build: ['wheel'],
    'clean-cache': ['cache purge'],
    config: ['config'],
  }),
};

const UV_SHARED = [
  ...['--python', '-p', '--index', '--default-index', '--index-url', '-i', '--extra-index-url', '--find-links', '-f'],
  ...['--project', '--directory', '--config-file', '--cache-dir', '--link-mode', '-P', '--upgrade-package'],
  ...['--prerelease', '--resolution', '--exclude-newer', '-r', '--requirement', '--requirements', '-c', '--constraint'],
  ...['--constraints', '--override', '-e', '--editable', '--extra', '--group', '--only-group', '--no-group'],
  ...['--keyring-provider', '--allow-insecure-host', '--index-strategy', '-C', '--config-setting', '--color'],
  ...['--reinstall-package', '--refresh-package', '--torch-backend', '--python-platform', '--python-version'],
];

export const UV_PIP: Grammar = {
  hasClusters: true,
  valued: [...UV_SHARED, '--target', '--prefix', '--no-binary', '--only-binary', '-b', '--build-constraints'],
  actions: actionsOf({ install: ['install', 'sync'], remove: ['uninstall'] }),
};

export const UV: Grammar = {
  hasClusters: true,
  handsOnRest: true,
  valued: [
    ...UV_SHARED,
    ...['--package', '--no-install-package', '--no-extra', '--no-build-package', '--no-binary-package', '--with', '-w'],
    ...['--with-requirements', '--with-editable', '--env-file', '-m', '--module', '--branch', '--tag', '--rev'],
    ...['--optional', '-o', '--output-file', '--format', '--out-dir', '--install-dir'],
  ],
  actions: actionsOf({
    install: ['sync', 'add', 'tool install'],
    upgrade: ['tool upgrade'],
    remove: ['remove', 'tool uninstall'],
    'clean-cache': ['cache clean'],
    'run-script': ['run'],
    build: ['build'],
  }),
};

export const POETRY: Grammar = {
  hasClusters: true,
  valued: [
    ...['--only', '--with', '--without', '-E', '--extras', '-C', '--directory', '-P', '--project', '-G', '--group'],
    ...['--source', '--python', '--platform', '-f', '--format', '-o', '--output'],
  ],
  actions: actionsOf({
    install: ['install', 'sync', 'add', 'self add', 'self install'],
    upgrade: ['update', 'self update'],
    remove: ['remove', 'self remove'],
    'clean-cache': ['cache clear'],
    'run-script': ['run'],
    build: ['build'],
    config: ['config'],
  }),
};

export const PIPENV: Grammar = {
  hasClusters: true,
  valued: [
    ...['-r', '--requirements', '--python', '-i', '--index', '--pypi-mirror', '-e', '--editable', '--categories'],
    ...['--extra-pip-args'],
  ],
  actions: actionsOf({
    install: ['install', 'sync'],
    upgrade: ['update', 'upgrade'],
    remove: ['uninstall', 'clean'],
    'run-script': ['run'],
  }),
};
