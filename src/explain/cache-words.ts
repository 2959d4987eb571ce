/** What makes an instruction run again in a later build: the rules of the rebuild's graph (`src/image/rebuild`) in words. */
import type { CopyOrAdd } from '../image/context-files.js';
import { copySourceKind, type Instruction, type InstructionOf, packageCallOf, type Run } from '../model/index.js';
import { code, type Text, text } from '../model/text.js';
import { stageCode } from './copy-words.js';
import { codeList, list, shownCode, valueOf, wordText } from './words.js';

/** `args` are the build arguments that hold where it stands. Undefined for an ARG above the first FROM. */
export function cacheWords(instruction: Instruction, args: readonly string[]): Text | undefined {
  const { stage } = instruction;
  if (instruction.keyword === 'unknown') return undefined;
  if (!stage) return ['never runs; what uses it runs again when its value changes'];
  if (!stage.isReachable) return ['never runs: nothing that is built needs its stage'];
  switch (instruction.keyword) {
    case 'FROM':
      return fromWords(instruction);
    case 'RUN':
      return runWords(instruction, args);
    case 'COPY':
    case 'ADD':
      return copyWords(instruction);
    case 'WORKDIR':
      return isRoot(instruction)
        ? ['never runs: the root folder is always there']
        : ['runs again when its path, its owner or a step above it changes'];
    case 'ENV':
    case 'ARG':
      return text`never runs; each RUN below, and whatever else uses it, runs again when ${instruction.pairs.length > 1 ? 'a value of it' : 'its value'} changes`;
    case 'USER':
      return ['never runs; each RUN and WORKDIR below runs again when it changes'];
    case 'SHELL':
      return ['never runs; each RUN below that uses the shell runs again when it changes'];
    case 'ONBUILD':
      return ['never runs here'];
    default:
      return ['never runs: a change of it makes no other step run again'];
  }
}

function fromWords({ stage, image, scope }: InstructionOf<'FROM'>): Text {
  if (stage?.parent)
    return text`follows stage ${stageCode(stage.parent)}: what makes that run again makes this run again`;
  if (stage?.base?.reference === 'scratch') return ['always the same'];
  if (stage?.baseReference?.name?.digest) return ['always the same image: the digest says which'];
  return text`when ${image ? shownCode(wordText(image, scope)) : 'it'} names another image, everything in this stage runs again`;
}

/** A WORKDIR that leads to `/` makes no folder. */
export function isRoot({ word, scope }: InstructionOf<'WORKDIR'>): boolean {
  const value = word && scope.expand(word);
  return typeof value === 'string' && /^\/+$/.test(value);
}

function runWords(run: Run, args: readonly string[]): Text {
  const causes: Text[] = [['its text'], ['a step above it']];
  if (args.length > 0) causes.push(text`the build argument${args.length === 1 ? '' : 's'} ${codeList(args)}`);
  for (const { type, from, keys } of run.mounts) {
    if (type !== 'bind' && !(type === 'cache' && from)) continue;
    const source = keys.get('source');
    const what = source ? valueOf(source, run.scope) : ['everything'];
    causes.push(text`${what}, mounted from ${from ? sourceOf(run, from) : ['the build context']},`);
  }
  const others: string[] = [];
  if (fetchesAnew(run)) others.push('what is new on the network');
  if (run.mounts.some(({ type }) => type === 'secret')) others.push('another secret');
  const rest = others.length > 0 ? `; not for ${others.join(' or ')}` : '';
  return text`runs again when ${list(causes, 'or')} changes${rest}`;
}

/** What it gets from elsewhere may be another thing tomorrow, and the builder does not look. */
function fetchesAnew({ command }: Run): boolean {
  return (command.script?.commands ?? []).some((one) => {
    if (/^(?:curl|wget)$/.test(one.name ?? '')) return true;
    if (one.name === 'git') return one.args.some(({ text: word }) => /^(?:clone|pull|fetch)$/.test(word));
    const action = packageCallOf(one)?.action;
    return action === 'install' || action === 'update-index' || action === 'upgrade' || action === 'dist-upgrade';
  });
}

function sourceOf({ stage }: Instruction, from: { readonly raw: string }): Text {
  const use = stage?.uses.find((candidate) => candidate.from === from);
  return use?.stage ? text`stage ${stageCode(use.stage)}` : text`${code(from.raw)}`;
}

function copyWords(copy: CopyOrAdd): Text {
  const { scope, sources, heredocs, flags } = copy;
  const from = copy.keyword === 'COPY' ? copy.from : undefined;
  const causes: Text[] = [];
  const kinds = new Set(from ? [] : sources.map((word) => copySourceKind(wordText(word, scope))));
  if (from) causes.push(text`what it takes of ${sourceOf(copy, from)}`);
  if (kinds.has('local'))
    causes.push(
      sources.length === 1 && isOneFile(copy)
        ? text`the content of ${valueOf(sources[0], scope)}`
        : ['the content of any file that it takes'],
    );
  if (kinds.has('url')) causes.push(['what is at the address (every build looks)']);
  if (kinds.has('git')) causes.push(['the commit in the repository (every build asks)']);
  if (heredocs.length > 0) causes.push(['its text']);
  const written = [...sources, copy.destination, ...flags.map(({ value }) => value)];
  const names = written.flatMap((word) => word ?? []).flatMap(({ variables }) => variables.map(({ name }) => name));
  if (names.length > 0) causes.push(text`the value of ${codeList([...new Set(names)])}`);
  const isLinked = flags.some(({ name, value }) => name === 'link' && value?.text.toLowerCase() !== 'false');
  if (isLinked)
    return text`copies again when ${list(causes, 'or')} changes; what is above does not matter (${code('--link')})`;
  return text`runs again when ${list([...causes, ['a step above it']], 'or')} changes`;
}

/** A plain name with an ending is most likely a file. */
function isOneFile({ sources, scope }: CopyOrAdd): boolean {
  const value = sources[0] && scope.expand(sources[0]);
  return typeof value === 'string' && /\.[A-Za-z0-9]+$/.test(value) && !/[*?[]/.test(value);
}
