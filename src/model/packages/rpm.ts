/** dnf, yum and microdnf. On current distributions yum is dnf, and both keep the same folders. */
import { actionsOf, type Ecosystem, type Grammar, isAnswered, makeCall, readVerb, said } from './ecosystem.js';
import { type CacheFolder, defineManager, type FolderGroup, isYes, type ManagerKnowledge } from './knowledge.js';
import type { OptionLookup } from './options.js';
import { type NameGrammar, readPackage } from './package-argument.js';
import type { Manager } from './package-call.js';

const GRAMMAR: Grammar = {
  hasClusters: true,
  valued: [
    ...['-c', '--config', '-d', '--debuglevel', '-e', '--errorlevel', '-x', '--exclude', '--excludepkgs'],
    ...['--installroot', '--releasever', '--repo', '--repoid', '--enablerepo', '--disablerepo', '--repofrompath'],
    ...['--setopt', '--disableplugin', '--enableplugin', '--color', '--forcearch', '--comment', '--advisory'],
    ...['--sec-severity', '--bz', '--cve', '-R', '--randomwait', '--downloaddir', '--destdir', '--rpmverbosity'],
  ],
  actions: actionsOf({
    install: [
      ...['install', 'in', 'install-n', 'localinstall', 'groupinstall', 'reinstall', 'rei', 'downgrade', 'builddep'],
      ...['group install', 'groups install', 'group in', 'module install'],
    ],
    'update-index': ['makecache', 'mc', 'check-update', 'check-upgrade'],
    upgrade: ['update', 'upgrade', 'up', 'upgrade-minimal', 'up-min', 'update-minimal', 'localupdate', 'groupupdate'],
    'dist-upgrade': ['distro-sync', 'dsync', 'distribution-synchronization', 'system-upgrade'],
    remove: ['remove', 'erase', 'rm', 'autoremove', 'groupremove', 'group remove', 'module remove'],
    'clean-cache': ['clean'],
    config: ['config-manager', 'module enable', 'module disable', 'module reset', 'copr'],
  }),
};

/** `nginx-1.24`, `nginx-1.24.0-2.el9`, `nodejs:20` (a module's stream). `java-17-openjdk` and `gcc-toolset-12` are names. */
const NAMES: NameGrammar = {
  operator: /-(?=(\d+:)?(\d[^-]*\.[^-]*|[\d\0][^-]*-\d[^-]*|\0[^-]*)$)|:/,
  files: /\.rpm$/,
  trimName: (name) => name.replace(/\.(x86_64|aarch64|noarch|i[36]86|ppc64le|s390x|armv7hl)$/, ''),
};

const FOLDERS = {
  dnf: ['/var/cache/dnf', '/var/cache/libdnf5'],
  yum: ['/var/cache/yum', '/var/cache/dnf'],
  microdnf: ['/var/cache/yum', '/var/cache/dnf', '/var/cache/libdnf5'],
} as const;

export const rpm: Ecosystem = {
  managers: [
    rpmManager('dnf', ['-y', '--assumeyes']),
    rpmManager('yum', ['-y', '--assumeyes']),
    rpmManager('microdnf', []),
  ],
  programs: { dnf: 'dnf', dnf5: 'dnf', 'dnf-3': 'dnf', dnf4: 'dnf', yum: 'yum', microdnf: 'microdnf' },
  read(tool) {
    const verb = readVerb(tool.args, GRAMMAR);
    return makeCall(tool, {
      ...said(verb),
      packages: verb.action === 'clean-cache' ? [] : verb.operands.map((word) => readPackage(word, NAMES)),
      // microdnf takes `-y` and says of it: "does nothing, we always assume yes".
      assumesYes: tool.manager === 'microdnf' || assumesYes(verb.options) || isAnswered(tool.command),
      skipsRecommended: isSwitchedOff(verb.options, 'install_weak_deps'),
      skipsCache: false,
    });
  },
  cleans({ command, manager }) {
    const groups = cleanedGroups(command.args.map(({ text }) => text));
    const cleaned: Manager[] = manager === 'microdnf' ? ['microdnf'] : ['dnf', 'yum'];
    return cleaned.flatMap((one) => groups.map((group) => ({ manager: one, group })));
  },
};

function rpmManager(manager: keyof typeof FOLDERS, yesFlags: string[]): ManagerKnowledge {
  const groups: FolderGroup[] = ['index', 'downloads'];
  const folders = FOLDERS[manager].flatMap((path) => groups.map((group): CacheFolder => ({ group, path })));
  return defineManager(manager, {
    program: manager,
    folders,
    cacheMountSharing: 'locked',
    cleanCommand: `${manager} clean all`,
    yesFlags,
    skipRecommendedFlag: '--setopt=install_weak_deps=False',
  });
}

function cleanedGroups(words: readonly string[]): FolderGroup[] {
  if (words.includes('all')) return ['index', 'downloads'];
  if (words.includes('packages')) return ['downloads'];
  return words.includes('metadata') ? ['index'] : [];
}

function assumesYes(options: OptionLookup): boolean {
  const setting = settingOf(options, 'assumeyes');
  return options.has('-y', '--assumeyes') || (setting !== undefined && isYes(setting));
}

function isSwitchedOff(options: OptionLookup, key: string): boolean {
  const setting = settingOf(options, key);
  return setting !== undefined && !isYes(setting);
}

function settingOf(options: OptionLookup, key: string): string | undefined {
  return options
    .values('--setopt')
    .findLast((text) => text.startsWith(`${key}=`))
    ?.slice(key.length + 1);
}
