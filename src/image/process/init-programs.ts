/** Small init programs: how their command lines are read, and whom they signal. */
import { baseName } from '../../model/index.js';
import type { Forwarder } from './process.js';
import { readSignal, type Signal } from './signals.js';

/** What `docker run --init` puts in front of the command, and its name (Debian's and Docker's own are tini). */
export const DOCKER_INIT = '/sbin/docker-init';

const INITS: Readonly<Record<string, readonly string[]>> = {
  tini: ['-p', '-e'],
  'tini-static': ['-p', '-e'],
  'docker-init': ['-p', '-e'],
  'dumb-init': ['-r', '--rewrite'],
  catatonit: [],
};

type Words = readonly { readonly text: string }[];

/** The init's own options; undefined where the words begin with no init. */
function optionsOf(
  words: Words,
): { readonly name: string; readonly options: readonly string[]; readonly end: number } | undefined {
  const name = baseName(words[0]?.text ?? '');
  const valued = Object.hasOwn(INITS, name) ? INITS[name] : undefined;
  if (!valued) return undefined;
  const options: string[] = [];
  let end = 1;
  for (; end < words.length; end++) {
    const { text } = words[end] as { text: string };
    if (text === '--') return { name, options, end: end + 1 };
    if (!text.startsWith('-')) break;
    options.push(valued.includes(text) ? `${text}=${words[++end]?.text ?? ''}` : text);
  }
  return { name, options, end };
}

/**
 * dumb-init signals the whole session; tini, docker-init and catatonit only with `-g`: then a program behind a shell is
 * asked to stop too. Any other init asks its direct child alone.
 */
export function signalsGroup(words: Words): boolean {
  const init = optionsOf(words);
  if (!init) return false;
  const has = (option: RegExp) => init.options.some((text) => option.test(text));
  if (init.name === 'dumb-init') return !has(/^(?:-[a-z]*c|--single-child$)/);
  return has(/^-[a-z]*g/);
}

/** An init at the front of a command line, and the words behind it. `asksGroup`: TINI_KILL_PROCESS_GROUP is set. */
export function initOf<Word extends { readonly text: string }>(
  words: readonly Word[],
  asksGroup: boolean,
): { readonly nature: Forwarder; readonly behind: readonly Word[] } | undefined {
  const init = optionsOf(words);
  if (!init) return undefined;
  const isTini = init.name !== 'dumb-init' && init.name !== 'catatonit';
  const target = signalsGroup(words) || (isTini && asksGroup) ? 'group' : 'child';
  const forgiven = isTini ? valuesOf(init.options, '-e').map(Number) : [];
  const rewritten = init.name === 'dumb-init' ? valuesOf(init.options, '-r', '--rewrite') : [];
  const nature: Forwarder = {
    kind: 'forwarder',
    passesOn: () => target,
    rewrites: (signal) => rewrite(signal, rewritten),
    exitCode: ({ exitCode }) => (exitCode !== null && forgiven.includes(exitCode) ? 0 : exitCode),
    reaps: true,
  };
  return { nature, behind: words.slice(init.end) };
}

function valuesOf(options: readonly string[], ...names: readonly string[]): string[] {
  return options.flatMap((option) =>
    names.flatMap((name) => (option.startsWith(`${name}=`) ? [option.slice(name.length + 1)] : [])),
  );
}

/** `--rewrite 15:3`; 0 drops the signal. */
function rewrite(signal: Signal, pairs: readonly string[]): Signal | undefined {
  const pair = pairs.map((text) => text.split(':')).find(([from]) => from === String(signal.number));
  return pair ? readSignal(pair[1] ?? '') : signal;
}
