/** Instructions that only set something, in plain words: ENV, ARG, LABEL, USER, WORKDIR, EXPOSE, VOLUME and their like. */
import type { Arg, Dockerfile, Env, Expose, InstructionOf, KeyValue, Label, Volume, Workdir } from '../model/index.js';
import { code, type Text, text } from '../model/text.js';
import { codeList, list, shownCode, valueOf, wordText } from './words.js';

export function envSentences({ pairs, scope }: Env): Text[] {
  const set = pairs.map(({ key, value }) => text`${shownCode(wordText(key, scope))} to ${valueOf(value, scope)}`);
  if (set.length === 0) return [['Sets no variable.']];
  return [
    text`Sets the environment variable${set.length === 1 ? '' : 's'} ${list(set)}, for later steps and for the container.`,
  ];
}

export function labelSentences({ pairs, scope }: Label): Text[] {
  const set = pairs.map(({ key, value }) => text`${shownCode(wordText(key, scope))} is ${valueOf(value, scope)}`);
  return [set.length === 0 ? ['Writes no label.'] : text`Writes on the image: ${list(set)}.`];
}

export function argSentences(dockerfile: Dockerfile, arg: Arg): Text[] {
  if (arg.pairs.length === 0) return [['Takes no build argument.']];
  const sentences = arg.pairs.map((pair) => argSentence(dockerfile, arg, pair));
  const place = arg.stage
    ? 'It is a variable of the steps below, in this stage.'
    : 'It can be used in FROM; a stage that wants it repeats ARG with its name.';
  return [
    ...sentences,
    [
      arg.pairs.length === 1
        ? place
        : place
            .replace('It is a variable', 'They are variables')
            .replace('It can', 'They can')
            .replace('wants it', 'wants one'),
    ],
  ];
}

/** Build arguments that the builder sets by itself once a stage asks for them. */
const PLATFORM = /^(?:TARGET|BUILD)(?:PLATFORM|OS|ARCH|VARIANT)$/;

function argSentence({ input, globalArguments }: Dockerfile, { scope, stage }: Arg, { key, value }: KeyValue): Text {
  const name = key.text;
  const given = input.buildArguments && Object.hasOwn(input.buildArguments, name) && input.buildArguments[name];
  const start = text`Takes the build argument ${shownCode(name)}`;
  if (typeof given === 'string') return text`${start}: it is given as ${shownCode(given)}.`;
  if (value) return text`${start}; without one it is ${valueOf(value, scope)}.`;
  const above = stage && globalArguments.find(({ pairs }) => pairs.some((pair) => pair.key.text === name));
  const inherited = above?.pairs.findLast((pair) => pair.key.text === name)?.value;
  if (above && inherited)
    return text`${start}; without one it is ${valueOf(inherited, above.scope)}, as above the first FROM.`;
  if (PLATFORM.test(name)) return text`${start}, which the builder sets by itself.`;
  return text`${start}; without one it is not set.`;
}

export function userSentences({ word, scope }: InstructionOf<'USER'>): Text[] {
  if (!word) return [['Names no user.']];
  return [text`From here on, commands and the container run as the user ${valueOf(word, scope)}.`];
}

/** The folder that a WORKDIR leads to. */
export function workdirText({ word, scope }: Workdir): Text {
  const value = word && scope.expand(word);
  if (!word || value === null || value === undefined) return valueOf(word, scope);
  if (/^(?:\/|[A-Za-z]:)/.test(value)) return [shownCode(value)];
  if (scope.workdir === null)
    return text`${shownCode(value)} below the working directory of the base image, which is unknown`;
  return [code(`${scope.workdir.replace(/\/$/, '')}/${value.replace(/^(?:\.\/)+|^\.$/, '')}`)];
}

export function workdirSentences(workdir: Workdir): Text[] {
  if (!workdir.word) return [['Names no folder.']];
  return [text`Makes the folder ${workdirText(workdir)} if it is not there, and goes on in it.`];
}

export function exposeSentences({ ports, scope }: Expose): Text[] {
  if (ports.length === 0) return [['Names no port.']];
  return [text`Notes that the program listens on ${list(ports.map((port) => valueOf(port, scope)))}.`];
}

export function volumeSentences({ paths, scope }: Volume): Text[] {
  if (paths.length === 0) return [['Names no folder.']];
  return [
    text`Declares ${list(paths.map((path) => valueOf(path, scope)))} a volume: what a container writes there is kept outside of it.`,
  ];
}

const SIGNALS: Readonly<Partial<Record<string, string>>> = {
  TERM: 'asks it to end',
  '15': 'asks it to end',
  INT: 'is what Ctrl+C sends',
  '2': 'is what Ctrl+C sends',
  QUIT: 'asks many servers to finish open requests',
  '3': 'asks many servers to finish open requests',
  KILL: 'ends it at once, with no chance to tidy up',
  '9': 'ends it at once, with no chance to tidy up',
};

export function stopSignalSentences({ word, scope }: InstructionOf<'STOPSIGNAL'>): Text[] {
  if (!word) return [['Names no signal.']];
  const meaning = SIGNALS[wordText(word, scope).toUpperCase().replace(/^SIG/, '')];
  return [
    text`Says that ${code('docker stop')} sends ${valueOf(word, scope)} to the program${meaning ? `, which ${meaning}` : ''}.`,
  ];
}

export function maintainerSentences({ word, scope }: InstructionOf<'MAINTAINER'>): Text[] {
  return [text`Writes who maintains the image: ${valueOf(word, scope)}. Docker recommends a LABEL instead.`];
}

export function shellSentences({ exec }: InstructionOf<'SHELL'>): Text[] {
  if (!exec || exec.length === 0) return [['Names no shell.']];
  const words = exec.map((word) => word.text);
  const pipes = words.includes('pipefail') ? ' A pipe then fails where any command of it fails.' : '';
  return [text`From here on, commands that are no JSON list are run by ${codeList([words.join(' ')])}.${pipes}`];
}
