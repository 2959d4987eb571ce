/** The go command: modules and programs. Its own files (`go.sum`) always lock what it installs. */
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
import { hasExpansion, type NameGrammar, placeArgument, readPackage } from './package-argument.js';
import type { PackageArgument, PackageCall } from './package-call.js';

const VALUED = [
  ...['o', 'ldflags', 'tags', 'mod', 'modfile', 'gcflags', 'asmflags', 'C', 'p', 'buildmode', 'compiler', 'exec'],
  ...['installsuffix', 'pkgdir', 'toolexec', 'overlay', 'coverprofile', 'run', 'pgo', 'gccgoflags', 'covermode'],
  ...['coverpkg', 'timeout'],
];

const GRAMMAR: Grammar = {
  hasClusters: false,
  valued: VALUED.flatMap((name) => [`-${name}`, `--${name}`]),
  actions: actionsOf({
    install: ['install', 'get', 'mod download', 'mod tidy', 'mod vendor', 'work sync', 'work vendor'],
    build: ['build', 'generate', 'vet'],
    start: ['run'],
    'clean-cache': ['clean'],
    config: ['env', 'mod edit', 'telemetry'],
  }),
};

/** `example.com/tool@v1.2.3`; a commit pins too, `latest`, `upgrade` and a branch do not. */
const NAMES: NameGrammar = {
  operator: /@/,
  files: /\.go$/,
  isPinning: (_, version) => /^v?\d|^[0-9a-f]{7,40}$|[$`]/.test(version),
};

const goManager = defineManager('go', {
  program: 'go',
  folders: [
    {
      group: 'downloads',
      path: '~/go/pkg/mod',
      movedBy: [
        { variable: 'GOMODCACHE', below: '' },
        { variable: 'GOPATH', below: '/pkg/mod' },
      ],
      printedBy: [{ command: 'go env GOMODCACHE', below: '' }],
    },
    {
      group: 'downloads',
      path: '~/.cache/go-build',
      movedBy: [
        { variable: 'GOCACHE', below: '' },
        { variable: 'XDG_CACHE_HOME', below: '/go-build' },
      ],
      printedBy: [{ command: 'go env GOCACHE', below: '' }],
    },
  ],
  manifests: ['go.mod', 'go.work'],
  lockFiles: ['go.sum', 'go.work.sum'],
  dependencyFolders: ['vendor'],
  cleanCommand: 'go clean -cache -modcache',
});

export const go: Ecosystem = {
  managers: [goManager],
  programs: { go: 'go' },
  read: readGo,
};

function readGo(tool: Tool): PackageCall {
  const verb = readVerb(tool.args, GRAMMAR);
  const { options } = verb;
  const isFetch = verb.verb === 'install' || verb.verb === 'get';
  const isRemote = verb.operands.some(({ text }) => text.includes('@'));
  const packages = isFetch || (verb.verb === 'run' && isRemote) ? verb.operands.map(readGoPackage) : [];
  const cleans = options.has('-cache', '-modcache', '--cache', '--modcache');
  const isProject = !isRemote && ['install', 'build', 'start'].includes(verb.action);
  return makeCall(tool, {
    ...said(verb),
    action: verb.action === 'clean-cache' && !cleans ? 'other' : verb.action,
    packages: verb.verb === 'run' ? packages.slice(0, 1) : packages,
    installsProject: isProject && packages.every(({ kind }) => kind === 'folder' || kind === 'file'),
    isLocked: isProject ? options.value('-mod', '--mod') !== 'mod' : undefined,
    isGlobal: verb.verb === 'install' && isRemote,
    script: verb.verb === 'run' ? verb.operands[0]?.text : undefined,
    manifestArguments: valueWords(options, '-modfile', '--modfile'),
    folder: valueWords(options, '-C', '--C').at(-1),
  });
}

/** Without a dot in its first part, a path is a package of the standard library or of this module. */
function readGoPackage(word: ShellWord): PackageArgument {
  const [first = ''] = word.text.split('/');
  const isLocal = !first.includes('.') && !word.text.includes('@') && !hasExpansion(word.text);
  return isLocal && !word.text.endsWith('.go') ? placeArgument(word, 'folder') : readPackage(word, NAMES);
}
