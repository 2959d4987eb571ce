/** cargo, and cargo-chef, which builds a project's dependencies alone. */
import {
  actionsOf,
  type Ecosystem,
  type Grammar,
  makeCall,
  readVerb,
  said,
  type Tool,
  type Verb,
  valueWords,
} from './ecosystem.js';
import { defineManager } from './knowledge.js';
import { type NameGrammar, placeArgument, readPackage, withVersion } from './package-argument.js';
import type { PackageArgument, PackageCall } from './package-call.js';

const GRAMMAR: Grammar = {
  hasClusters: true,
  handsOnRest: true,
  valued: [
    ...['--version', '--vers', '--git', '--branch', '--tag', '--rev', '--path', '--root', '--index', '--registry'],
    ...['--target', '--target-dir', '--profile', '-F', '--features', '-p', '--package', '--bin', '--example', '--test'],
    ...['--manifest-path', '-j', '--jobs', '--color', '--config', '-Z', '-C', '--recipe-path', '--message-format'],
    ...['--exclude', '--lockfile-path', '--bench'],
  ],
  actions: actionsOf({
    install: ['install', 'fetch', 'add', 'vendor', 'binstall'],
    upgrade: ['update'],
    remove: ['uninstall', 'remove', 'rm'],
    build: ['build', 'b', 'check', 'c', 'rustc', 'zigbuild', 'chef cook'],
    start: ['run', 'r'],
    'run-script': ['xtask'],
  }),
};

/** `ripgrep@14.1.1` */
const NAMES: NameGrammar = { operator: /@/, files: /\.crate$/ };

const cargo = defineManager('cargo', {
  program: 'cargo',
  folders: [
    { group: 'downloads', path: '~/.cargo/registry', movedBy: [{ variable: 'CARGO_HOME', below: '/registry' }] },
    { group: 'downloads', path: '~/.cargo/git', movedBy: [{ variable: 'CARGO_HOME', below: '/git' }] },
  ],
  manifests: ['Cargo.toml', 'rust-toolchain.toml', '.cargo/config.toml'],
  lockFiles: ['Cargo.lock'],
  dependencyFolders: ['target', 'vendor'],
  cleanCommand: `rm -rf "\${CARGO_HOME:-$HOME/.cargo}/registry" "\${CARGO_HOME:-$HOME/.cargo}/git"`,
  lockedFlag: '--locked',
});

export const rust: Ecosystem = {
  managers: [cargo],
  programs: { cargo: 'cargo' },
  read: readCargo,
};

function readCargo(tool: Tool): PackageCall {
  const isToolchain = tool.args[0]?.text.startsWith('+');
  const verb = readVerb(isToolchain ? tool.args.slice(1) : tool.args, GRAMMAR);
  const { options } = verb;
  const isProgram = verb.verb === 'install' || verb.verb === 'binstall';
  const isProject = verb.action === 'build' || verb.action === 'start' || ['fetch', 'vendor'].includes(verb.verb);
  return makeCall(tool, {
    ...said(verb),
    packages: isProgram || ['add', 'remove', 'rm', 'uninstall'].includes(verb.verb) ? packagesOf(verb) : [],
    installsProject: isProject || (isProgram && options.has('--path')),
    isLocked: isProject || isProgram ? options.has('--locked', '--frozen') : undefined,
    isGlobal: isProgram,
    script: verb.action === 'start' ? options.value('--bin', '--example') : undefined,
    manifestArguments: valueWords(options, '--manifest-path'),
    folder: valueWords(options, '-C').at(-1),
  });
}

/** What `--git` and `--path` name is installed instead of the crate of that name. */
function packagesOf({ options, operands }: Verb): PackageArgument[] {
  const places = [
    ...valueWords(options, '--git').map((word) => placeArgument(word, 'git')),
    ...valueWords(options, '--path').map((word) => placeArgument(word, 'folder')),
  ];
  const version = options.find('--version', '--vers', '--rev', '--tag');
  const packages = places.length > 0 ? places : operands.map((word) => readPackage(word, NAMES));
  if (version?.value === undefined) return packages;
  return packages.map((one) => withVersion(one, version.name, version.value as string));
}
