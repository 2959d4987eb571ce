/** pip (and `python -m pip`), uv, poetry and pipenv. pipx is none of them: it makes an environment per program. */
import type { ShellWord } from '../shell/script.js';
import {
  type Ecosystem,
  extendTool,
  type Grammar,
  isAssigned,
  makeCall,
  readVerb,
  said,
  type Tool,
  valueWords,
} from './ecosystem.js';
import { isSwitchedBy } from './knowledge.js';
import type { OptionLookup } from './options.js';
import { type NameGrammar, readPackage } from './package-argument.js';
import type { PackageArgument, PackageCall } from './package-call.js';
import { PIP, PIPENV, POETRY, UV, UV_PIP } from './python-grammar.js';
import { pip, pipenv, poetry, uv } from './python-knowledge.js';

/** `requests[socks]==2.32.3; python_version > "3"`, `pkg>=1,<2`, `pkg @ https://…`, `./folder[extra]`. */
const NAMES: NameGrammar = {
  operator: /\s*(===|==|~=|>=|<=|!=|<|>)\s*/,
  files: /\.(whl|zip|tar\.gz|tar\.bz2)$/,
  isPinning: (operator, version) => /==|~=|^\s*<=?/.test(operator) || /,\s*(==|~=|<)/.test(version),
  trimName: (name) => name.replace(/\[[^\]]*\]/, '').trim(),
};

/** poetry and uv also write `pkg@^2.1`. */
const PROJECT_NAMES: NameGrammar = {
  ...NAMES,
  operator: /\s*(===|==|~=|>=|<=|!=|<|>|@)\s*/,
  isPinning: (operator, version) =>
    operator === '@' ? version !== 'latest' : (NAMES.isPinning?.(operator, version) ?? true),
};

const KNOWLEDGE = { pip, uv, poetry, pipenv };

export const python: Ecosystem = {
  managers: [pip, uv, poetry, pipenv],
  programs: { pip: 'pip', uv: 'uv', poetry: 'poetry', pipenv: 'pipenv' },
  read(tool) {
    if (tool.manager === 'pip') return readPip(tool, PIP);
    if (tool.manager === 'poetry') return readPoetry(tool);
    if (tool.manager === 'pipenv') return readPipenv(tool);
    const pipWord = tool.args.find(({ text }) => !text.startsWith('-'));
    return pipWord?.text === 'pip' ? readPip(extendTool(tool, pipWord), UV_PIP) : readUv(tool);
  },
};

function readPip(tool: Tool, grammar: Grammar): PackageCall {
  const verb = readVerb(tool.args, grammar);
  const { options } = verb;
  const files = verb.verb === 'sync' ? verb.operands : [];
  const named = [...(verb.verb === 'sync' ? [] : verb.operands), ...valueWords(options, '-e', '--editable')];
  const packages = named.map((word) => readPythonPackage(word, NAMES));
  const requirements = [...files, ...valueWords(options, '-r', '--requirement', '--requirements')];
  const constraints = valueWords(options, '-c', '--constraint', '--constraints', '--build-constraint');
  return makeCall(tool, {
    ...said(verb),
    packages,
    installsProject:
      requirements.length > 0 || options.has('--group') || packages.some(({ kind }) => kind === 'folder'),
    skipsCache: keepsNoCache(tool, options),
    omitsDevelopment: ![...requirements, ...named, ...valueWords(options, '--group', '--extra')].some(namesDevelopment),
    manifestArguments: [...requirements, ...constraints],
  });
}

function readUv(tool: Tool): PackageCall {
  const verb = readVerb(tool.args, UV);
  const { options, operands } = verb;
  const isSync = verb.verb === 'sync';
  const isRun = verb.action === 'run-script';
  return makeCall(tool, {
    ...said(verb),
    packages: isRun ? [] : operands.map((word) => readPythonPackage(word, PROJECT_NAMES)),
    installsProject: isSync,
    skipsCache: keepsNoCache(tool, options),
    omitsDevelopment: !isSync || syncOmitsDevelopment(tool, options),
    isLocked: isSync ? isUvLocked(tool, options) : undefined,
    isGlobal: verb.verb.startsWith('tool '),
    script: isRun ? (options.value('-m', '--module') ?? operands[0]?.text) : undefined,
    manifestArguments: valueWords(
      options,
      '-r',
      '--requirement',
      '--requirements',
      '-c',
      '--constraint',
      '--constraints',
    ),
    folder: valueWords(options, '--directory', '--project').at(-1),
  });
}

function syncOmitsDevelopment(tool: Tool, options: OptionLookup): boolean {
  if (options.values('--no-group').some(isDevelopmentName)) return true;
  if (options.has('--no-dev', '--no-default-groups')) return true;
  if (options.has('--only-group')) return !options.values('--only-group').some(isDevelopmentName);
  return isAssigned(tool.command, (name, value) => isSwitchedBy(uv.omitDevelopmentEnvironment, name, value));
}

function isUvLocked(tool: Tool, options: OptionLookup): boolean {
  const variables = ['UV_LOCKED', 'UV_FROZEN'];
  return (
    options.has('--locked', '--frozen') ||
    isAssigned(tool.command, (name, value) => variables.includes(name) && value !== '')
  );
}

function readPoetry(tool: Tool): PackageCall {
  const verb = readVerb(tool.args, POETRY);
  const isProject = ['install', 'sync', 'update'].includes(verb.verb);
  const isRun = verb.action === 'run-script';
  return makeCall(tool, {
    ...said(verb),
    packages: verb.action === 'install' || verb.action === 'remove' ? readAll(verb.operands) : [],
    installsProject: isProject,
    skipsCache: keepsNoCache(tool, verb.options),
    omitsDevelopment: !isProject || poetryOmitsDevelopment(verb.options),
    isLocked: isProject ? verb.verb !== 'update' : undefined,
    isGlobal: verb.verb.startsWith('self '),
    script: isRun ? verb.operands[0]?.text : undefined,
    folder: valueWords(verb.options, '-C', '--directory', '-P', '--project').at(-1),
  });
}

function poetryOmitsDevelopment(options: OptionLookup): boolean {
  if (options.has('--no-dev')) return true;
  if (options.has('--only')) return !options.values('--only').some(isDevelopmentName);
  return options.values('--without').some(isDevelopmentName);
}

function readPipenv(tool: Tool): PackageCall {
  const verb = readVerb(tool.args, PIPENV);
  const { options } = verb;
  const isRun = verb.action === 'run-script';
  const packages = isRun ? [] : readAll([...verb.operands, ...valueWords(options, '-e', '--editable')]);
  const isProject = verb.action === 'install' && packages.length === 0;
  return makeCall(tool, {
    ...said(verb),
    packages,
    installsProject: isProject,
    omitsDevelopment: !options.has('-d', '--dev'),
    isLocked: isProject ? verb.verb === 'sync' || options.has('--deploy', '--ignore-pipfile') : undefined,
    script: isRun ? verb.operands[0]?.text : undefined,
    manifestArguments: valueWords(options, '-r', '--requirements'),
  });
}

function readAll(words: readonly ShellWord[]): PackageArgument[] {
  return words.map((word) => readPythonPackage(word, PROJECT_NAMES));
}

function readPythonPackage(word: ShellWord, grammar: NameGrammar): PackageArgument {
  const { text } = word;
  const isFolder = /^[^@=<>$`:]+\//.test(text) && !grammar.files.test(text);
  if (isFolder) return { ...readPackage({ ...word, text: `./${text}` }, grammar), word, name: text };
  const [name, address] = text.split(/\s+@\s+|@(?=git\+|https?:|file:)/);
  if (name && address)
    return { ...readPackage({ ...word, text: address }, grammar), word, name: grammar.trimName?.(name) ?? name };
  return readPackage({ ...word, text: text.replace(/\s*;.*$/, '') }, grammar);
}

function keepsNoCache(tool: Tool, options: OptionLookup): boolean {
  const { cacheOffFlags, cacheOffEnvironment } = KNOWLEDGE[tool.manager as keyof typeof KNOWLEDGE];
  return (
    options.has(...cacheOffFlags) ||
    isAssigned(tool.command, (name, value) => isSwitchedBy(cacheOffEnvironment, name, value))
  );
}

function namesDevelopment(word: ShellWord): boolean {
  return isDevelopmentName(word.text);
}

/** `requirements-dev.txt`, `.[test]`, `dev,docs`. */
function isDevelopmentName(text: string): boolean {
  return /(^|[^a-z])(dev|develop|development|tests?)([^a-z]|$)/i.test(text);
}
