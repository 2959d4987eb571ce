/** npm, pnpm, yarn (classic and berry) and bun, also behind corepack; `node --run` runs the scripts of package.json. */
import type { ShellWord } from '../shell/script.js';
import {
  type Ecosystem,
  type Grammar,
  isAssigned,
  makeCall,
  readVerb,
  said,
  type Tool,
  type Verb,
  valueWords,
} from './ecosystem.js';
import { isSwitchedBy, isYes } from './knowledge.js';
import { GRAMMARS } from './node-grammar.js';
import { bun, npm, pnpm, yarn } from './node-knowledge.js';
import type { OptionLookup } from './options.js';
import { type NameGrammar, placeArgument, readPackage } from './package-argument.js';
import type { Action, Manager, PackageArgument, PackageCall } from './package-call.js';

type NodeManager = 'npm' | 'pnpm' | 'yarn' | 'bun';
const KNOWLEDGE = { npm, pnpm, yarn, bun };

/** Behind these, an unknown subcommand is a script of package.json (or, for bun, a file). */
const RUNS_UNKNOWN: readonly string[] = ['pnpm', 'yarn', 'bun'];

/** `lodash@4.17`, `@types/node@^22`, `alias@npm:name@1`, `user/repository#v1`. A tag (`latest`, `next`) pins nothing. */
const NAMES: NameGrammar = {
  operator: /(?!^)@(?=[^@]*$)/,
  files: /\.(tgz|tar|tar\.gz)$/,
  isPinning: (_, version) => /^[\^~=v<\s]*[\d$`]/.test(version) || version.includes('<'),
  trimName: (name) => name.replace(/^.*@npm:/, ''),
};

export const node: Ecosystem = {
  managers: [npm, pnpm, yarn, bun],
  programs: { npm: 'npm', pnpm: 'pnpm', yarn: 'yarn', yarnpkg: 'yarn', bun: 'bun' },
  read: (tool) => (tool.name === 'node --run' ? readNodeRun(tool) : readNode(tool)),
};

function readNodeRun(tool: Tool): PackageCall {
  const verb = readVerb(tool.args, { hasClusters: false, handsOnRest: true, valued: [], actions: {} });
  const script = verb.subcommand?.text;
  return makeCall(tool, { options: verb.options, action: actionOfScript(script), script });
}

function readNode(tool: Tool): PackageCall {
  const manager = tool.manager as NodeManager;
  const { verb, isInWorkspace } = readNodeVerb(tool, GRAMMARS[manager]);
  const { options } = verb;
  const isUnknown =
    verb.subcommand && RUNS_UNKNOWN.includes(manager) && !Object.hasOwn(GRAMMARS[manager].actions, verb.verb);
  const script = isUnknown ? verb.verb : scriptOf(verb);
  const action = script === undefined ? verb.action : actionOfScript(script);
  const packages = isInstalling(verb) && script === undefined ? verb.operands.map(readNodePackage) : [];
  const isProject = verb.action === 'install' && packages.length === 0 && !isUnknown;
  return makeCall(tool, {
    ...said(verb),
    action,
    script,
    packages,
    installsProject: isProject,
    skipsCache: options.has(...KNOWLEDGE[manager].cacheOffFlags),
    omitsDevelopment: omitsDevelopment(tool, verb),
    isLocked: isProject && !isInWorkspace ? isLocked(verb) : undefined,
    isGlobal:
      options.has('-g', '--global') || options.value('--location') === 'global' || verb.verb.startsWith('global '),
    folder: valueWords(options, '--prefix', '-C', '--cwd', '--dir').at(-1),
  });
}

/** `yarn workspace NAME add x` is `yarn add x` in another folder; `bun pm cache rm` has three words. */
function readNodeVerb(tool: Tool, grammar: Grammar): { verb: Verb; isInWorkspace: boolean } {
  const verb = readVerb(tool.args, grammar);
  if (tool.manager === 'yarn' && verb.verb === 'workspace') {
    const from = tool.args.indexOf(verb.operands[0] as ShellWord) + 1;
    return { verb: readVerb(tool.args.slice(from), grammar), isInWorkspace: true };
  }
  const isBunClean = tool.manager === 'bun' && verb.verb === 'pm' && verb.operands[0]?.text === 'cache';
  if (isBunClean && verb.operands[1]?.text === 'rm')
    return { verb: { ...verb, action: 'clean-cache' }, isInWorkspace: false };
  return { verb, isInWorkspace: false };
}

function isInstalling({ action, verb }: Verb): boolean {
  return ['install', 'remove', 'upgrade'].includes(action) && verb !== 'deploy' && verb !== 'workspaces focus';
}

/** The script that a subcommand names, or is a short form of. */
function scriptOf({ action, verb, operands }: Verb): string | undefined {
  if (action === 'start') return 'start';
  if (action !== 'run-script') return undefined;
  if (['test', 't', 'tst'].includes(verb)) return 'test';
  if (['stop', 'restart'].includes(verb)) return verb;
  return operands[0]?.text;
}

function actionOfScript(script: string | undefined): Action {
  return script === 'start' ? 'start' : 'run-script';
}

function omitsDevelopment(tool: Tool, { action, options }: Verb): boolean {
  const told = toldToOmit(options, tool.manager);
  if (told !== undefined) return told;
  if (action === 'config') return isProductionSetting(tool.args.map(({ text }) => text));
  const { omitDevelopmentEnvironment } = KNOWLEDGE[tool.manager as NodeManager];
  return isAssigned(tool.command, (name, value) => isSwitchedBy(omitDevelopmentEnvironment, name, value));
}

/** What the flags say; undefined where they say nothing and the environment decides. */
function toldToOmit(options: OptionLookup, manager: Manager): boolean | undefined {
  if (options.values('--include').includes('dev') || options.has('--dev')) return false;
  if (options.values('--omit').includes('dev')) return true;
  if (/^prod/.test(options.value('--only') ?? '')) return true;
  // `-P` and `-p` mean other things to npm.
  const short = manager === 'pnpm' ? ['-P'] : manager === 'bun' ? ['-p'] : [];
  const production = options.find('--production', '--prod', ...short);
  return production ? production.value === undefined || isYes(production.value) : undefined;
}

/** `npm config set omit dev`, `npm config set omit=dev`, `npm set production true`. */
function isProductionSetting(words: readonly string[]): boolean {
  return /\bset\b.*\b(omit[ =]dev|production[ =]true|only[ =]prod(uction)?)\b/.test(words.join(' '));
}

function isLocked({ verb, options }: Verb): boolean | undefined {
  if (verb === 'deploy' || verb === 'workspaces focus') return undefined;
  if (/^(ci|cit|ic|clean-install|install-clean|isntall-clean|install-ci-test|fetch)$/.test(verb)) return true;
  const flag = options.find('--frozen-lockfile', '--immutable', '--pure-lockfile');
  return flag !== undefined && flag.name !== '--pure-lockfile' && (flag.value === undefined || isYes(flag.value));
}

function readNodePackage(word: ShellWord): PackageArgument {
  const isRepository = /^[\w.-]+\/[\w.-]+(#.+)?$/.test(word.text) && !/\.(tgz|tar|tar\.gz)$/.test(word.text);
  if (isRepository && !word.text.startsWith('.')) return placeArgument(word, 'git');
  const { text } = word;
  const bare = text.match(/^(@?[^@]+)@((?:git|https?|file|github|gitlab)[+:].*)$/);
  if (bare) return { ...readPackage({ ...word, text: bare[2] as string }, NAMES), word, name: bare[1] as string };
  return readPackage(word, NAMES);
}
