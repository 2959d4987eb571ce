import { defineManager, isYes } from './knowledge.js';

const FILES = ['requirements*.txt', 'constraints*.txt', 'pyproject.toml', 'setup.py', 'setup.cfg'];
const ENVIRONMENTS = ['.venv', 'venv'];

export const pip = defineManager('pip', {
  program: 'pip',
  folders: [
    {
      group: 'downloads',
      path: '~/.cache/pip',
      movedBy: [
        { variable: 'PIP_CACHE_DIR', below: '' },
        { variable: 'XDG_CACHE_HOME', below: '/pip' },
      ],
    },
  ],
  manifests: FILES,
  lockFiles: ['pylock*.toml'],
  dependencyFolders: ENVIRONMENTS,
  // pip takes an option's unambiguous beginning for the option.
  cacheOffFlags: ['--no-cache-dir', '--no-cache'],
  // pip keeps no cache for any value that it can read, `0` and `false` among them; an empty one counts as unset.
  cacheOffEnvironment: [{ variable: 'PIP_NO_CACHE_DIR', isOn: (value) => value !== '' }],
  cleanCommand: 'pip cache purge',
});

export const uv = defineManager('uv', {
  program: 'uv',
  folders: [
    {
      group: 'downloads',
      path: '~/.cache/uv',
      movedBy: [
        { variable: 'UV_CACHE_DIR', below: '' },
        { variable: 'XDG_CACHE_HOME', below: '/uv' },
      ],
    },
  ],
  manifests: FILES,
  lockFiles: ['uv.lock', 'pylock*.toml'],
  dependencyFolders: ENVIRONMENTS,
  cacheOffFlags: ['--no-cache', '-n', '--no-cache-dir'],
  cacheOffEnvironment: [{ variable: 'UV_NO_CACHE', isOn: isYes }],
  cleanCommand: 'uv cache clean',
  omitDevelopmentFlag: '--no-dev',
  omitDevelopmentEnvironment: [{ variable: 'UV_NO_DEV', isOn: isYes }],
  lockedFlag: '--locked',
});

export const poetry = defineManager('poetry', {
  program: 'poetry',
  folders: [
    {
      group: 'downloads',
      path: '~/.cache/pypoetry',
      movedBy: [
        { variable: 'POETRY_CACHE_DIR', below: '' },
        { variable: 'XDG_CACHE_HOME', below: '/pypoetry' },
      ],
    },
  ],
  manifests: ['pyproject.toml', 'poetry.toml'],
  lockFiles: ['poetry.lock'],
  dependencyFolders: ENVIRONMENTS,
  cacheOffFlags: ['--no-cache'],
  cleanCommand: 'poetry cache clear --all --no-interaction .',
  omitDevelopmentFlag: '--only=main',
});

export const pipenv = defineManager('pipenv', {
  program: 'pipenv',
  folders: [
    {
      group: 'downloads',
      path: '~/.cache/pipenv',
      movedBy: [
        { variable: 'PIPENV_CACHE_DIR', below: '' },
        { variable: 'XDG_CACHE_HOME', below: '/pipenv' },
      ],
    },
    {
      group: 'downloads',
      path: '~/.cache/pip',
      movedBy: [
        { variable: 'PIP_CACHE_DIR', below: '' },
        { variable: 'XDG_CACHE_HOME', below: '/pip' },
      ],
    },
  ],
  manifests: ['Pipfile'],
  lockFiles: ['Pipfile.lock'],
  dependencyFolders: ENVIRONMENTS,
  cleanCommand: 'rm -rf ~/.cache/pipenv ~/.cache/pip',
  lockedFlag: '--deploy',
});
