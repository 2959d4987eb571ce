/** What can stand among the arguments of an instruction. */

import { SIGNAL_NAMES } from '../../model/values.js';
import { isPredefinedArgument, PLATFORM_ARGUMENTS } from '../../model/variables/predefined-arguments.js';
import type { Completion } from './completion.js';
import { plainWords, type WritingContext } from './context.js';
import { imageCompletions, stageCompletions } from './images.js';
import { completion, triggers } from './instructions.js';
import { userCompletions } from './users.js';

export function argumentCompletions(context: WritingContext): Completion[] {
  const { keyword, word, wordAt, dockerfile } = context;
  const position = plainWords(context).length;
  switch (keyword) {
    case 'FROM':
      return fromCompletions(context, position);
    case 'ONBUILD':
      return position === 0 ? triggers().map((trigger) => completion(trigger, wordAt, dockerfile)) : [];
    case 'STOPSIGNAL':
      return position === 0 ? signals(wordAt) : [];
    case 'USER':
      return position === 0 ? userCompletions(context, wordAt) : [];
    case 'HEALTHCHECK':
      return position === 0 ? keywords(['CMD', 'NONE'], wordAt) : [];
    case 'ARG':
      return word.includes('=') ? [] : predefined(context);
    default:
      return [];
  }
}

function fromCompletions(context: WritingContext, position: number): Completion[] {
  const { word, wordAt } = context;
  if (position === 1) return keywords(['AS'], wordAt);
  if (position > 1) return [];
  const scratch: Completion = {
    label: 'scratch',
    kind: 'image',
    documentation: 'The empty image: no files, no shell.',
    insert: 'scratch',
    at: wordAt,
  };
  const images = imageCompletions(context, word, wordAt);
  return word.includes(':') ? images : [...stageCompletions(context, wordAt), ...images, scratch];
}

function keywords(names: readonly string[], at: Completion['at']): Completion[] {
  return names.map((name) => ({ label: name, kind: 'keyword', insert: `${name} `, at }));
}

/** Those that programs stop on come first. */
const USUAL_SIGNALS = ['SIGTERM', 'SIGINT', 'SIGQUIT', 'SIGHUP', 'SIGUSR1', 'SIGWINCH'];

function signals(at: Completion['at']): Completion[] {
  const names = [...USUAL_SIGNALS, ...SIGNAL_NAMES.filter((name) => !USUAL_SIGNALS.includes(name))];
  return names.map((name) => ({ label: name, kind: 'signal', insert: name, at }));
}

/** Names that ARG can declare to see their value: those before the first FROM, and the platform's. */
function predefined({ dockerfile, instruction, wordAt }: WritingContext): Completion[] {
  if (!instruction.stage) return [];
  const globals = dockerfile.globalArguments.flatMap(({ pairs }) => pairs.map(({ key }) => key.text));
  const names = globals.filter((name) => !isPredefinedArgument(name));
  return [
    ...names.map((name) => ['Declared before the first FROM.', name] as const),
    ...[...PLATFORM_ARGUMENTS].map(([name, holds]) => [holds, name] as const),
  ].map(([documentation, name]) => ({ label: name, kind: 'variable', documentation, insert: name, at: wordAt }));
}
