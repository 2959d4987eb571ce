/** Arch's pacman, whose subcommands are the capital letters of an option cluster. */
import { type Ecosystem, isAnswered, makeCall } from './ecosystem.js';
import { defineManager } from './knowledge.js';
import { type OptionGrammar, type OptionLookup, readOptions } from './options.js';
import { type NameGrammar, readPackage } from './package-argument.js';
import type { Action } from './package-call.js';

const GRAMMAR: OptionGrammar = {
  hasClusters: true,
  valued: [
    ...['--ignore', '--ignoregroup', '-b', '--dbpath', '-r', '--root', '--cachedir', '--config', '--overwrite'],
    ...['--arch', '--color', '--gpgdir', '--hookdir', '--logfile', '--assume-installed', '--print-format', '--sysroot'],
  ],
};

const NAMES: NameGrammar = {
  operator: />=|<=|[=<>]/,
  files: /\.pkg\.tar(\.\w+)?$/,
  isPinning: (operator) => !operator.startsWith('>'),
};

export const pacman: Ecosystem = {
  managers: [
    defineManager('pacman', {
      program: 'pacman',
      folders: [
        { group: 'index', path: '/var/lib/pacman/sync' },
        { group: 'downloads', path: '/var/cache/pacman/pkg' },
      ],
      mountFolders: [{ group: 'downloads', path: '/var/cache/pacman/pkg' }],
      cacheMountSharing: 'locked',
      cleanCommand: 'rm -rf /var/cache/pacman/pkg/* /var/lib/pacman/sync/*',
      yesFlags: ['--noconfirm'],
    }),
  ],
  programs: { pacman: 'pacman' },
  read(tool) {
    const { options, operands } = readOptions(tool.args, GRAMMAR);
    return makeCall(tool, {
      options,
      action: actionOf(options, operands.length > 0),
      subcommand: options.find('-S', '--sync', '-R', '--remove', '-U', '--upgrade', '-Q', '--query', '-D', '-F')?.word,
      packages: operands.map((word) => readPackage(word, NAMES)),
      assumesYes: options.has('--noconfirm') || isAnswered(tool.command),
    });
  },
  // The default answer of `-Scc` is no, and `--noconfirm` takes the default.
  cleans: ({ options, command }) =>
    options.count('-c', '--clean') > 1 && isAnswered(command) ? [{ manager: 'pacman', group: 'downloads' }] : [],
};

function actionOf(options: OptionLookup, hasPackages: boolean): Action {
  if (options.has('-R', '--remove')) return 'remove';
  if (options.has('-U', '--upgrade')) return 'install';
  if (!options.has('-S', '--sync')) return 'other';
  if (options.has('-c', '--clean')) return 'clean-cache';
  if (options.has('-s', '-i', '-l', '-g', '-w', '--search', '--info')) return 'other';
  if (hasPackages) return 'install';
  if (options.has('-u', '--sysupgrade')) return 'upgrade';
  return options.has('-y', '--refresh') ? 'update-index' : 'other';
}
