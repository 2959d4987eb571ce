/** The command line of a shell: `sh -ec 'text' name`, `bash start.sh`, `sh`. */
import { baseName, lineage, type Stage } from '../../model/index.js';
import type { ShellProgram } from './shell-plan.js';
import type { StartWord } from './start-line.js';

export interface ShellCall {
  readonly name: string;
  /** Of `-c`. */
  readonly text: StartWord | undefined;
  readonly file: StartWord | undefined;
  /** `$0`, `$1`, … for the text; `$1`, … for the file. */
  readonly arguments: readonly StartWord[];
}

const SHELLS = new Set(['sh', 'bash', 'dash', 'ash', 'zsh', 'ksh', 'mksh', 'fish']);

export function shellCallOf(words: readonly StartWord[]): ShellCall | undefined {
  const name = baseName(words[0]?.text ?? '');
  if (!SHELLS.has(name)) return undefined;
  let isText = false;
  let index = 1;
  for (; index < words.length; index++) {
    const { text } = words[index] as StartWord;
    if (text === '--' || text === '-') {
      index++;
      break;
    }
    if (!/^[-+]/.test(text)) break;
    if (/^--(?:rcfile|init-file)$/.test(text)) index++;
    if (text.startsWith('--')) continue;
    isText ||= /^-.*c/.test(text);
    if (/o$/i.test(text)) index++;
  }
  const [first, ...more] = words.slice(index);
  return { name, text: isText ? first : undefined, file: isText ? undefined : first, arguments: more };
}

const ALL: readonly ShellProgram[] = ['dash', 'ash', 'bash'];

/** The programs that a shell's name may mean in a stage's image; undefined for shells that were not measured. */
export function shellsNamed(name: string, stage: Stage): readonly ShellProgram[] | undefined {
  if (name === 'bash' || name === 'dash' || name === 'ash') return [name];
  if (name !== 'sh') return undefined;
  const linked = linkedShell(stage);
  if (linked !== undefined) return linked === null ? ALL : [linked];
  const shell = stage.base?.shell;
  return shell === 'dash' || shell === 'ash' || shell === 'bash' ? [shell] : ALL;
}

const LINKED: Readonly<Record<string, ShellProgram>> = { bash: 'bash', dash: 'dash', ash: 'ash', busybox: 'ash' };

const links = new WeakMap<Stage, ShellProgram | null | undefined>();

/** `ln -sf /bin/bash /bin/sh`; looked for once. `null`: something that was not measured, or is not known. */
function linkedShell(stage: Stage): ShellProgram | null | undefined {
  if (!links.has(stage)) links.set(stage, findLink(stage));
  return links.get(stage);
}

function findLink(stage: Stage): ShellProgram | null | undefined {
  for (const { instructions } of lineage(stage))
    for (const instruction of [...instructions].reverse()) {
      if (instruction.keyword !== 'RUN') continue;
      const link = instruction.command.script?.commands.findLast(
        ({ name, args }) => name === 'ln' && /^\/(?:usr\/)?bin\/sh$/.test(args.at(-1)?.text ?? ''),
      );
      const target = link?.args.find(({ text }) => !text.startsWith('-'));
      if (target) return LINKED[baseName(target.text)] ?? null;
    }
  return undefined;
}
