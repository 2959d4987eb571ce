/** The dotnet command and NuGet. `dotnet app.dll` starts a program and is no call of a package manager. */
import type { ShellWord } from '../shell/script.js';
import {
  actionsOf,
  type Ecosystem,
  type Grammar,
  makeCall,
  readVerb,
  said,
  type Tool,
  valueWords,
} from './ecosystem.js';
import { defineManager } from './knowledge.js';
import { type NameGrammar, readPackage, withVersion } from './package-argument.js';
import type { PackageArgument, PackageCall } from './package-call.js';

const GRAMMAR: Grammar = {
  hasClusters: false,
  handsOnRest: true,
  valued: [
    ...['-c', '--configuration', '-o', '--output', '-r', '--runtime', '-f', '--framework', '-a', '--arch', '--os'],
    ...['-v', '--verbosity', '-s', '--source', '--configfile', '--packages', '--version', '--version-suffix'],
    ...['--tool-path', '--lock-file-path', '--artifacts-path', '--project', '--launch-profile', '--property'],
    ...['--add-source', '--tool-manifest'],
  ],
  actions: actionsOf({
    install: [
      ...['restore', 'tool restore', 'tool install', 'workload install', 'workload restore', 'add package'],
      ...['package add', 'add'],
    ],
    upgrade: ['tool update', 'workload update', 'package update'],
    remove: ['tool uninstall', 'workload uninstall', 'remove', 'package remove'],
    'clean-cache': ['nuget locals'],
    build: ['build', 'publish', 'pack', 'msbuild'],
    start: ['run', 'watch'],
    config: ['nuget add', 'nuget update', 'nuget enable', 'nuget disable', 'nuget config', 'dev-certs'],
    other: [
      'test',
      'clean',
      'new',
      'sln',
      'solution',
      'tool',
      'nuget',
      'workload',
      'package',
      'list',
      'format',
      'vstest',
      'ef',
    ],
  }),
};

const NAMES: NameGrammar = { operator: /@/, files: /\.nupkg$/, isPinning: (_, version) => !version.includes('*') };

const dotnetManager = defineManager('dotnet', {
  program: 'dotnet',
  folders: [
    { group: 'downloads', path: '~/.nuget/packages', movedBy: [{ variable: 'NUGET_PACKAGES', below: '' }] },
    {
      group: 'downloads',
      path: '~/.local/share/NuGet',
      movedBy: [
        { variable: 'NUGET_HTTP_CACHE_PATH', below: '' },
        { variable: 'XDG_DATA_HOME', below: '/NuGet' },
      ],
    },
  ],
  mountFolders: [
    { group: 'downloads', path: '~/.nuget/packages', movedBy: [{ variable: 'NUGET_PACKAGES', below: '' }] },
  ],
  manifests: [
    ...['*.csproj', '*.fsproj', '*.vbproj', '*.sln', '*.slnx', 'Directory.Packages.props', 'Directory.Build.props'],
    ...['NuGet.config', 'nuget.config', 'global.json'],
  ],
  lockFiles: ['packages.lock.json'],
  dependencyFolders: ['bin', 'obj'],
  cleanCommand: 'dotnet nuget locals all --clear',
  lockedFlag: '--locked-mode',
});

export const dotnet: Ecosystem = {
  managers: [dotnetManager],
  programs: { dotnet: 'dotnet' },
  read: readDotnet,
  cleans: ({ options }) => (options.has('--clear', '-c') ? [{ manager: 'dotnet', group: 'downloads' }] : []),
};

/** MSBuild's own switches begin with a slash: `/p:UseAppHost=false`. */
function isSwitch({ text }: ShellWord): boolean {
  return /^\/[A-Za-z]+(:|$)/.test(text);
}

function readDotnet(tool: Tool): PackageCall | undefined {
  const verb = readVerb(
    tool.args.filter((word) => !isSwitch(word)),
    GRAMMAR,
  );
  if (!Object.hasOwn(GRAMMAR.actions, verb.verb)) return undefined;
  const { options, operands } = verb;
  const isNamed = /^(tool|workload) (install|update|uninstall)$|package$|^package |^add$|^remove$/.test(verb.verb);
  const isProject = ['restore', 'tool restore', 'workload restore'].includes(verb.verb);
  const restores = (verb.action === 'build' || verb.action === 'start') && !options.has('--no-restore', '--no-build');
  return makeCall(tool, {
    ...said(verb),
    packages: isNamed ? packagesOf(operands, options.value('--version')) : [],
    installsProject: isProject || restores,
    isLocked: verb.verb === 'restore' ? options.has('--locked-mode') : undefined,
    isGlobal: options.has('-g', '--global', '--tool-path'),
    manifestArguments: isNamed ? [] : [...operands, ...valueWords(options, '--project')],
  });
}

/** `dotnet add [project] package Name`: what is behind `package`. */
function packagesOf(operands: readonly ShellWord[], version: string | undefined): PackageArgument[] {
  const from = operands.findIndex(({ text }) => text === 'package') + 1;
  const packages = operands.slice(from).map((word) => readPackage(word, NAMES));
  return version === undefined ? packages : packages.map((one) => withVersion(one, '--version', version));
}
