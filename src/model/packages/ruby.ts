/** gem and bundler. */
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
import { type CacheFolder, defineManager, isSwitchedBy, isYes } from './knowledge.js';
import { type NameGrammar, readPackage, withVersion } from './package-argument.js';
import type { PackageCall } from './package-call.js';

const GEM: Grammar = {
  hasClusters: true,
  handsOnRest: true,
  valued: [
    ...['-v', '--version', '-i', '--install-dir', '-n', '--bindir', '-P', '--trust-policy', '-s', '--source', '-p'],
    ...['--http-proxy', '--platform', '-g', '--file', '--config-file', '--build-root'],
  ],
  actions: actionsOf({
    install: ['install', 'i'],
    upgrade: ['update'],
    remove: ['uninstall', 'cleanup'],
    build: ['build'],
    config: ['sources'],
  }),
};

const BUNDLER: Grammar = {
  hasClusters: true,
  valued: [
    ...[
      '--gemfile',
      '--path',
      '--without',
      '--with',
      '-j',
      '--jobs',
      '--retry',
      '--shebang',
      '--only',
      '-g',
      '--group',
    ],
    ...['-v', '--version', '-s', '--source', '--git', '--branch', '--ref'],
  ],
  actions: actionsOf({
    install: ['', 'install', 'i', 'add'],
    upgrade: ['update'],
    remove: ['remove', 'clean'],
    'run-script': ['exec', 'e', 'ex'],
    config: ['config'],
  }),
};

/** `rails:7.1` */
const NAMES: NameGrammar = { operator: /:/, files: /\.gem$/ };

const isDevelopment = (value: string) => /\bdevelopment\b/.test(value);

const GEM_CACHE: CacheFolder = {
  group: 'downloads',
  path: '/usr/local/bundle/cache',
  movedBy: [{ variable: 'GEM_HOME', below: '/cache' }],
  printedBy: ['home', 'gemdir'].map((name) => ({ command: `gem env ${name}`, below: '/cache' })),
};

const gem = defineManager('gem', {
  program: 'gem',
  folders: [
    GEM_CACHE,
    { group: 'index', path: '~/.cache/gem/specs', movedBy: [{ variable: 'XDG_CACHE_HOME', below: '/gem/specs' }] },
  ],
  cleanCommand: 'rm -rf "$(gem env home)/cache"',
});

const bundler = defineManager('bundler', {
  program: 'bundle',
  folders: [
    GEM_CACHE,
    {
      group: 'downloads',
      path: '/usr/local/bundle/ruby/*/cache',
      movedBy: [{ variable: 'BUNDLE_PATH', below: '/ruby/*/cache' }],
    },
    {
      group: 'downloads',
      path: '~/.bundle/cache',
      movedBy: [
        { variable: 'BUNDLE_USER_CACHE', below: '' },
        { variable: 'BUNDLE_USER_HOME', below: '/cache' },
      ],
    },
  ],
  mountFolders: [GEM_CACHE],
  manifests: ['Gemfile', '*.gemspec', '.ruby-version'],
  lockFiles: ['Gemfile.lock'],
  dependencyFolders: ['vendor/bundle'],
  cleanCommand: 'rm -rf ~/.bundle/cache "$(gem env home)/cache"',
  omitDevelopmentEnvironment: [
    { variable: 'BUNDLE_WITHOUT', isOn: isDevelopment },
    { variable: 'BUNDLE_ONLY', isOn: (value) => value !== '' && !isDevelopment(value) },
  ],
});

export const ruby: Ecosystem = {
  managers: [gem, bundler],
  programs: { gem: 'gem', bundle: 'bundler', bundler: 'bundler' },
  read: (tool) => (tool.manager === 'gem' ? readGem(tool) : readBundler(tool)),
};

function readGem(tool: Tool): PackageCall {
  const verb = readVerb(tool.args, GEM);
  const version = verb.options.value('-v', '--version');
  const packages = verb.operands.map((word) => readPackage(word, NAMES));
  const manifests = valueWords(verb.options, '-g', '--file');
  return makeCall(tool, {
    ...said(verb),
    packages: version === undefined ? packages : packages.map((one) => withVersion(one, '-v', version)),
    installsProject: verb.action === 'install' && manifests.length > 0,
    isGlobal: manifests.length === 0,
    manifestArguments: manifests,
  });
}

function readBundler(tool: Tool): PackageCall {
  const verb = readVerb(tool.args, BUNDLER);
  const isRun = verb.action === 'run-script';
  const isProject = verb.action === 'install' && verb.verb !== 'add';
  return makeCall(tool, {
    ...said(verb),
    packages: isProject || isRun ? [] : verb.operands.map((word) => readPackage(word, NAMES)),
    installsProject: isProject,
    omitsDevelopment: omitsDevelopment(tool, verb.options.values('--without').join(' ')),
    isLocked: isProject || verb.action === 'config' ? isLocked(tool) : undefined,
    script: isRun ? verb.operands[0]?.text : undefined,
    manifestArguments: valueWords(verb.options, '--gemfile'),
  });
}

/** By flag, by `bundle config set without …`, or by assignment. */
function omitsDevelopment(tool: Tool, without: string): boolean {
  if (isDevelopment(without) || isDevelopment(settingOf(tool, 'without') ?? '')) return true;
  return isAssigned(tool.command, (name, value) => isSwitchedBy(bundler.omitDevelopmentEnvironment, name, value));
}

function isLocked(tool: Tool): boolean {
  if (tool.args.some(({ text }) => text === '--deployment' || text === '--frozen')) return true;
  if (isYes(settingOf(tool, 'deployment') ?? '') || isYes(settingOf(tool, 'frozen') ?? '')) return true;
  const variables = ['BUNDLE_DEPLOYMENT', 'BUNDLE_FROZEN'];
  return isAssigned(tool.command, (name, value) => variables.includes(name) && isYes(value));
}

/** What `bundle config [set] [--local] KEY VALUE…` sets. */
function settingOf(tool: Tool, key: string): string | undefined {
  const words = tool.args.map(({ text }) => text);
  const at = words.indexOf(key);
  if (words[0] !== 'config' || at === -1) return undefined;
  return words.slice(at + 1).join(' ');
}
