/** PHP's composer. It asks nothing where there is no terminal. */
import type { ShellWord } from '../shell/script.js';
import {
  actionsOf,
  type Ecosystem,
  type Grammar,
  isAssigned,
  makeCall,
  readVerb,
  said,
  type Tool,
  valueWords,
} from './ecosystem.js';
import { defineManager, isSwitchedBy, isYes } from './knowledge.js';
import { type NameGrammar, readPackage } from './package-argument.js';
import type { PackageArgument, PackageCall } from './package-call.js';

const GRAMMAR: Grammar = {
  hasClusters: true,
  valued: [
    ...['-d', '--working-dir', '--cache-dir', '--prefer-install', '--repository', '--ignore-platform-req'],
    ...['--apcu-autoloader-prefix', '--format', '-s', '--stability', '--repository-url', '--install-dir'],
  ],
  actions: actionsOf({
    install: ['install', 'i', 'require', 'r', 'create-project', 'reinstall'],
    upgrade: ['update', 'u', 'upgrade'],
    remove: ['remove', 'rm', 'uninstall'],
    'clean-cache': ['clear-cache', 'clearcache', 'cc'],
    'run-script': ['run-script', 'run', 'exec'],
    build: ['dump-autoload', 'dumpautoload', 'dump'],
    config: ['config'],
  }),
};

/** `vendor/package:^1.2`, `vendor/package=1.2` */
const NAMES: NameGrammar = {
  operator: /[:=]/,
  files: /\.phar$/,
  isPinning: (_, version) => /^[\^~=v<\s]*[\d$]/.test(version) || version.includes('<'),
};

const composer = defineManager('composer', {
  program: 'composer',
  folders: [
    {
      group: 'downloads',
      path: '~/.composer/cache',
      movedBy: [
        { variable: 'COMPOSER_CACHE_DIR', below: '' },
        { variable: 'COMPOSER_HOME', below: '/cache' },
        { variable: 'XDG_CACHE_HOME', below: '/composer' },
      ],
    },
    { group: 'downloads', path: '~/.cache/composer', movedBy: [{ variable: 'COMPOSER_CACHE_DIR', below: '' }] },
  ],
  mountFolders: [
    {
      group: 'downloads',
      path: '~/.composer/cache',
      movedBy: [
        { variable: 'COMPOSER_CACHE_DIR', below: '' },
        { variable: 'COMPOSER_HOME', below: '/cache' },
        { variable: 'XDG_CACHE_HOME', below: '/composer' },
      ],
    },
  ],
  manifests: ['composer.json'],
  lockFiles: ['composer.lock'],
  dependencyFolders: ['vendor'],
  cacheOffFlags: ['--no-cache'],
  cacheOffEnvironment: [{ variable: 'COMPOSER_CACHE_DIR', isOn: (value) => value === '/dev/null' }],
  cleanCommand: 'composer clear-cache',
  omitDevelopmentFlag: '--no-dev',
  omitDevelopmentEnvironment: [{ variable: 'COMPOSER_NO_DEV', isOn: isYes }],
});

export const php: Ecosystem = {
  managers: [composer],
  programs: { composer: 'composer', 'composer.phar': 'composer' },
  read: readComposer,
};

function readComposer(tool: Tool): PackageCall {
  const outer = readVerb(tool.args, GRAMMAR);
  const isGlobal = outer.verb === 'global';
  const globalWord = tool.args.indexOf(outer.subcommand as ShellWord);
  const verb = isGlobal ? readVerb(tool.args.slice(globalWord + 1), GRAMMAR) : outer;
  const isProject = ['install', 'i', 'update', 'u', 'upgrade'].includes(verb.verb);
  return makeCall(tool, {
    ...said(verb),
    options: outer.options,
    packages: readPackages(verb.verb, verb.operands),
    installsProject: isProject && !isGlobal,
    skipsCache: outer.options.has('--no-cache') || isSetBy(tool, composer.cacheOffEnvironment),
    omitsDevelopment: outer.options.has('--no-dev') || isSetBy(tool, composer.omitDevelopmentEnvironment),
    isLocked: isProject && !isGlobal ? verb.action === 'install' : undefined,
    isGlobal,
    script: verb.action === 'run-script' ? verb.operands[0]?.text : undefined,
    folder: valueWords(outer.options, '-d', '--working-dir').at(-1),
  });
}

function isSetBy(tool: Tool, switches: Parameters<typeof isSwitchedBy>[0]): boolean {
  return isAssigned(tool.command, (name, value) => isSwitchedBy(switches, name, value));
}

/** The words behind `require` are packages, each with its version in the word or behind it: `monolog/monolog 2.*`. */
function readPackages(verb: string, words: readonly ShellWord[]): PackageArgument[] {
  if (verb === 'create-project') return words.slice(0, 1).map((word) => readPackage(word, NAMES));
  if (!['require', 'r', 'remove', 'rm', 'uninstall', 'update', 'u', 'upgrade'].includes(verb)) return [];
  const packages: PackageArgument[] = [];
  for (const word of words) {
    const last = packages.at(-1);
    if (last && last.version === undefined && /^[\^~v<>=]*\d/.test(word.text))
      packages[packages.length - 1] = {
        ...last,
        operator: ' ',
        version: word.text,
        isPinned: !word.text.startsWith('>'),
      };
    else packages.push(readPackage(word, NAMES));
  }
  return packages;
}
