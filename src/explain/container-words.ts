/** What an instruction changes for the running container; undefined where nothing. Only stages that ship change anything. */
import type { BaseImage, Dockerfile, Instruction, Stage } from '../model/index.js';
import { lastOf, startCommandOf } from '../model/index.js';
import { code, type Text, text } from '../model/text.js';
import { workdirText } from './setting-words.js';
import { codeList, list, shownCode, valueOf, wordText } from './words.js';

export function containerWords(dockerfile: Dockerfile, instruction: Instruction): Text | undefined {
  const { target } = dockerfile;
  const { stage, scope } = instruction;
  if (!target || !stage?.isShipped) return undefined;
  const later = laterOne(dockerfile, target, instruction);
  switch (instruction.keyword) {
    case 'FROM':
      return stage.parent ? undefined : baseWords(stage.base);
    case 'ENV':
      return instruction.pairs.length > 0
        ? text`its processes see ${codeList(instruction.pairs.map(({ key }) => wordText(key, scope)))}`
        : undefined;
    case 'ARG':
      return ['nothing: a build argument is gone when the build ends'];
    case 'USER':
      return instruction.word && (later ?? text`runs as ${valueOf(instruction.word, scope)}`);
    case 'WORKDIR':
      return instruction.word && (later ?? text`starts in ${workdirText(instruction)}`);
    case 'EXPOSE':
      return portWords(instruction.ports.map((port) => wordText(port, scope)));
    case 'VOLUME':
      return instruction.paths.length > 0
        ? ['gets a new anonymous volume there, unless ', code('docker run'), ' mounts another']
        : undefined;
    case 'STOPSIGNAL':
      return instruction.word && (later ?? text`is stopped with ${valueOf(instruction.word, scope)}`);
    case 'HEALTHCHECK':
      return (
        later ??
        (instruction.type === 'NONE'
          ? ['has no health check']
          : ['is shown as healthy or unhealthy; Docker alone does not restart it'])
      );
    case 'CMD':
      return later ?? cmdWords(target, instruction);
    case 'ENTRYPOINT':
      return later ?? ['this is what starts'];
    case 'LABEL':
    case 'MAINTAINER':
      return ['nothing: it only describes the image'];
    default:
      return undefined;
  }
}

/** Instructions of which the last one counts. */
const LAST_COUNTS = new Set<Instruction['keyword']>([
  'USER',
  'WORKDIR',
  'STOPSIGNAL',
  'HEALTHCHECK',
  'CMD',
  'ENTRYPOINT',
]);

/** That a later instruction takes its place. */
function laterOne({ lines }: Dockerfile, target: Stage, instruction: Instruction): Text | undefined {
  if (!LAST_COUNTS.has(instruction.keyword)) return undefined;
  const last = lastOf(target, instruction.keyword);
  return last && last.index > instruction.index
    ? [`nothing: line ${lines.lineAt(last.at.start)} sets another`]
    : undefined;
}

function cmdWords(target: Stage, cmd: Instruction): Text {
  const { cmd: holding, entrypoint, baseEntrypoint } = startCommandOf(target);
  if (holding !== cmd && cmd.keyword === 'CMD' && cmd.command.exec?.length !== 0)
    return ['nothing: the ENTRYPOINT of a stage above it takes it away'];
  if (entrypoint) return ['these are the arguments of what starts'];
  return baseEntrypoint?.length ? ['the entrypoint of the base image starts this'] : ['this is what starts'];
}

function portWords(ports: readonly string[]): Text | undefined {
  const [first] = ports;
  if (first === undefined) return undefined;
  const number = /\d+/.exec(first)?.[0];
  const example = number === undefined ? [] : text`; ${code(`docker run -p ${number}:${number}`)} would`;
  return text`publishes nothing${example}`;
}

/** What the configuration of the base begins with. */
function baseWords(base: BaseImage | undefined): Text {
  if (!base) return ['begins with the settings of the base, which are unknown here'];
  if (base.reference === 'scratch') return ['begins with no settings: root, no command'];
  const { defaultUser, workdir, entrypoint, cmd } = base;
  const command = [...(entrypoint ?? []), ...(cmd ?? [])].join(' ');
  const facts: Text[] = [];
  if (defaultUser !== undefined) facts.push(text`the user ${code(defaultUser)}`);
  if (workdir !== undefined) facts.push(text`the folder ${code(workdir)}`);
  if (command !== '') facts.push(text`the command ${shownCode(command)}`);
  return facts.length > 0
    ? text`begins with ${list(facts)}`
    : ['begins with the settings of the base, which are unknown here'];
}
