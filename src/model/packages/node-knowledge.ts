import { defineManager, type EnvironmentSwitch, isYes } from './knowledge.js';

const PRODUCTION: EnvironmentSwitch = { variable: 'NODE_ENV', isOn: (value) => value === 'production' };
const NPM_PRODUCTION: EnvironmentSwitch = { variable: 'npm_config_production', ignoreCase: true, isOn: isYes };
const NPM_OMIT: EnvironmentSwitch = {
  variable: 'npm_config_omit',
  ignoreCase: true,
  isOn: (value) => value.split(/[\s,]+/).includes('dev'),
};

export const npm = defineManager('npm', {
  program: 'npm',
  folders: [
    {
      group: 'downloads',
      path: '~/.npm',
      movedBy: [
        { variable: 'npm_config_cache', below: '' },
        { variable: 'NPM_CONFIG_CACHE', below: '' },
      ],
    },
  ],
  manifests: ['package.json'],
  lockFiles: ['package-lock.json', 'npm-shrinkwrap.json'],
  dependencyFolders: ['node_modules'],
  cleanCommand: 'npm cache clean --force',
  omitDevelopmentFlag: '--omit=dev',
  omitDevelopmentEnvironment: [PRODUCTION, NPM_PRODUCTION, NPM_OMIT],
});

export const pnpm = defineManager('pnpm', {
  program: 'pnpm',
  folders: [
    {
      group: 'downloads',
      path: '~/.local/share/pnpm/store',
      movedBy: [
        { variable: 'npm_config_store_dir', below: '' },
        { variable: 'PNPM_HOME', below: '/store' },
        { variable: 'XDG_DATA_HOME', below: '/pnpm/store' },
      ],
    },
    { group: 'downloads', path: '~/.cache/pnpm', movedBy: [{ variable: 'XDG_CACHE_HOME', below: '/pnpm' }] },
  ],
  mountFolders: [
    {
      group: 'downloads',
      path: '~/.local/share/pnpm/store',
      movedBy: [
        { variable: 'npm_config_store_dir', below: '' },
        { variable: 'PNPM_HOME', below: '/store' },
        { variable: 'XDG_DATA_HOME', below: '/pnpm/store' },
      ],
    },
  ],
  manifests: ['package.json', 'pnpm-workspace.yaml'],
  lockFiles: ['pnpm-lock.yaml'],
  dependencyFolders: ['node_modules'],
  cleanCommand: 'pnpm store prune',
  omitDevelopmentFlag: '--prod',
  omitDevelopmentEnvironment: [PRODUCTION],
  lockedFlag: '--frozen-lockfile',
});

export const yarn = defineManager('yarn', {
  program: 'yarn',
  folders: [
    {
      group: 'downloads',
      path: '~/.cache/yarn',
      rootPath: '/usr/local/share/.cache/yarn',
      movedBy: [
        { variable: 'YARN_CACHE_FOLDER', below: '' },
        { variable: 'XDG_CACHE_HOME', below: '/yarn' },
      ],
    },
    {
      group: 'downloads',
      path: '~/.yarn/berry/cache',
      movedBy: [
        { variable: 'YARN_CACHE_FOLDER', below: '' },
        { variable: 'YARN_GLOBAL_FOLDER', below: '/cache' },
      ],
    },
  ],
  manifests: ['package.json', '.yarnrc.yml'],
  lockFiles: ['yarn.lock'],
  dependencyFolders: ['node_modules', '.yarn/cache'],
  cleanCommand: 'yarn cache clean',
  omitDevelopmentFlag: '--production',
  omitDevelopmentEnvironment: [PRODUCTION, NPM_PRODUCTION],
  lockedFlag: '--frozen-lockfile',
});

export const bun = defineManager('bun', {
  program: 'bun',
  folders: [
    {
      group: 'downloads',
      path: '~/.bun/install/cache',
      movedBy: [
        { variable: 'BUN_INSTALL_CACHE_DIR', below: '' },
        { variable: 'BUN_INSTALL', below: '/install/cache' },
      ],
    },
  ],
  manifests: ['package.json', 'bunfig.toml'],
  lockFiles: ['bun.lock', 'bun.lockb'],
  dependencyFolders: ['node_modules'],
  cleanCommand: 'bun pm cache rm',
  omitDevelopmentFlag: '--production',
  lockedFlag: '--frozen-lockfile',
});
