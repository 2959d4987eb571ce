/** SUSE's zypper. */
import {
  actionsOf,
  type Ecosystem,
  type Grammar,
  isAnswered,
  makeCall,
  readVerb,
  said,
  type Verb,
} from './ecosystem.js';
import { defineManager } from './knowledge.js';
import { type NameGrammar, readPackage } from './package-argument.js';

const GRAMMAR: Grammar = {
  hasClusters: true,
  valued: [
    ...['-R', '--root', '--installroot', '-c', '--config', '--userdata', '-C', '--cache-dir', '--raw-cache-dir'],
    ...['--solv-cache-dir', '--pkg-cache-dir', '-D', '--reposd-dir', '-p', '--plus-repo', '--plus-content'],
    ...['-r', '--repo', '--from', '-t', '--type', '--download', '--releasever', '--priority'],
  ],
  actions: actionsOf({
    install: ['install', 'in', 'source-install', 'si', 'install-new-recommends', 'inr'],
    'update-index': ['refresh', 'ref', 'refresh-services', 'refs'],
    upgrade: ['update', 'up', 'patch'],
    'dist-upgrade': ['dist-upgrade', 'dup'],
    remove: ['remove', 'rm'],
    'clean-cache': ['clean', 'cc'],
    config: ['addrepo', 'ar', 'removerepo', 'rr', 'modifyrepo', 'mr', 'renamerepo', 'nr', 'addlock', 'al'],
  }),
};

const NAMES: NameGrammar = {
  operator: />=|<=|[=<>]/,
  files: /\.rpm$/,
  isPinning: (operator) => !operator.startsWith('>'),
};

export const zypper: Ecosystem = {
  managers: [
    defineManager('zypper', {
      program: 'zypper',
      folders: [
        { group: 'index', path: '/var/cache/zypp' },
        { group: 'downloads', path: '/var/cache/zypp/packages' },
      ],
      mountFolders: [{ group: 'downloads', path: '/var/cache/zypp' }],
      cacheMountSharing: 'locked',
      cleanCommand: 'zypper clean --all',
      yesFlags: ['-y', '--no-confirm'],
      skipRecommendedFlag: '--no-recommends',
    }),
  ],
  programs: { zypper: 'zypper' },
  read(tool) {
    const verb = readVerb(tool.args, GRAMMAR);
    return makeCall(tool, {
      ...said(verb),
      packages: verb.operands.map((word) => readPackage(word, NAMES)),
      assumesYes: assumesYes(verb) || isAnswered(tool.command),
      skipsRecommended: verb.options.has('--no-recommends'),
    });
  },
  cleans({ options }) {
    const downloads = { manager: 'zypper', group: 'downloads' } as const;
    const index = { manager: 'zypper', group: 'index' } as const;
    if (options.has('-a', '--all')) return [index, downloads];
    return options.has('-m', '--metadata', '-M', '--raw-metadata') ? [index] : [downloads];
  },
};

/** `-n` is a yes only before the subcommand: behind `install` it is `--name`. */
function assumesYes({ options, subcommand }: Verb): boolean {
  if (options.has('-y', '--no-confirm', '--non-interactive')) return true;
  const early = options.all.find(({ name }) => name === '-n');
  return early !== undefined && (!subcommand || early.at.start < subcommand.at.start);
}
