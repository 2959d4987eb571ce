/** apt-get, apt and aptitude. */
import {
  actionsOf,
  type Ecosystem,
  type Grammar,
  isAnswered,
  makeCall,
  readVerb,
  said,
  type Tool,
  type Verb,
} from './ecosystem.js';
import { defineManager } from './knowledge.js';
import type { OptionLookup } from './options.js';
import { type NameGrammar, readPackage } from './package-argument.js';
import type { Action, PackageCall } from './package-call.js';

const GRAMMAR: Grammar = {
  hasClusters: true,
  valued: [
    ...['-t', '--target-release', '--default-release', '-o', '--option', '-c', '--config-file'],
    ...['-a', '--host-architecture', '-P', '--build-profiles', '--solver'],
  ],
  actions: actionsOf({
    install: ['install', 'reinstall', 'build-dep', 'satisfy'],
    'update-index': ['update'],
    upgrade: ['upgrade', 'safe-upgrade', 'dselect-upgrade'],
    'dist-upgrade': ['dist-upgrade', 'full-upgrade'],
    remove: ['remove', 'purge', 'autoremove', 'autopurge', 'auto-remove'],
    'clean-cache': ['clean', 'autoclean', 'auto-clean', 'distclean', 'dist-clean'],
  }),
};

/** `curl=8.5`, `curl/bookworm`, `libc6:i386`. */
const NAMES: NameGrammar = {
  operator: /[=/]/,
  files: /\.deb$/,
  trimName: (name) => name.replace(/:[a-z0-9-]+$/, ''),
};

export const apt: Ecosystem = {
  managers: [
    defineManager('apt', {
      program: 'apt-get',
      folders: [
        { group: 'index', path: '/var/lib/apt/lists' },
        { group: 'downloads', path: '/var/cache/apt' },
      ],
      mountFolders: [
        { group: 'downloads', path: '/var/cache/apt' },
        { group: 'index', path: '/var/lib/apt' },
      ],
      cacheMountSharing: 'locked',
      cleanCommand: 'rm -rf /var/lib/apt/lists/*',
      yesFlags: ['-y', '--yes', '--assume-yes'],
      skipRecommendedFlag: '--no-install-recommends',
    }),
  ],
  programs: { 'apt-get': 'apt', apt: 'apt', aptitude: 'apt' },
  read: readApt,
  cleans({ subcommand }) {
    const verb = subcommand?.text ?? '';
    if (verb.startsWith('auto')) return [];
    const downloads = { manager: 'apt', group: 'downloads' } as const;
    return verb.startsWith('dist') ? [downloads, { manager: 'apt', group: 'index' }] : [downloads];
  },
};

function readApt(tool: Tool): PackageCall {
  const verb = readVerb(tool.args, GRAMMAR);
  return makeCall(tool, {
    ...said(verb),
    action: actionOf(verb),
    packages: verb.operands.map((word) => readPackage(word, NAMES)),
    assumesYes: assumesYes(verb.options, tool.name === 'aptitude') || isAnswered(tool.command),
    skipsRecommended: skipsRecommended(verb.options, tool.name === 'aptitude'),
    skipsCache: isSetTo(verb.options, 'APT::Keep-Downloaded-Packages', false),
  });
}

function actionOf({ action, options }: Verb): Action {
  return action === 'install' && options.has('--only-upgrade') ? 'upgrade' : action;
}

function assumesYes(options: OptionLookup, isAptitude: boolean): boolean {
  const flag = options.find('-y', '--yes', '--assume-yes', '--force-yes');
  if (flag) return !isNo(flag.value);
  if (isSetTo(options, 'APT::Get::Assume-Yes', true)) return true;
  return !isAptitude && quietness(options) >= 2;
}

/** apt-get takes a second `-q`, or `-q=2`, for a yes; aptitude does not. */
function quietness(options: OptionLookup): number {
  return options.all
    .filter(({ name }) => name === '-q' || name === '--quiet')
    .reduce((level, { value }) => (value === undefined ? level + 1 : Number(value) || 0), 0);
}

function skipsRecommended(options: OptionLookup, isAptitude: boolean): boolean {
  if (isAptitude && options.has('-R', '--without-recommends')) return true;
  if (options.has('--no-install-recommends')) return true;
  return isNo(options.value('--install-recommends')) || isSetTo(options, 'APT::Install-Recommends', false);
}

/** Whether `-o Key=value` says so; apt compares keys without case and knows several words for no. */
function isSetTo(options: OptionLookup, key: string, wanted: boolean): boolean {
  const setting = options
    .values('-o', '--option')
    .findLast((text) => text.toLowerCase().startsWith(`${key.toLowerCase()}=`));
  if (setting === undefined) return false;
  return isNo(setting.slice(key.length + 1)) !== wanted;
}

function isNo(value: string | undefined): boolean {
  const word = value?.replace(/["']/g, '').toLowerCase();
  return word !== undefined && ['no', 'false', 'without', 'off', 'disable', '0'].includes(word);
}
