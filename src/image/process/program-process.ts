/** A program that starts nothing, as far as is known: an application, a server, a prompt. */
import { goBuildOf } from './built-program.js';
import { factsOf, goFacts, isPrompt, PROMPT, type ProgramFacts } from './known-programs.js';
import { isDaemonising, secondsOfSleep } from './lifetime.js';
import type { Process } from './process.js';
import { type Around, textsOf } from './read-process.js';
import type { StartWord } from './start-line.js';

export function promptOf(name: string, words: readonly StartWord[], { isInteractive }: Around): Process {
  const nature = { kind: 'program', facts: PROMPT, lifetime: isInteractive ? undefined : 0 } as const;
  return { command: name, words: textsOf(words), nature, children: [] };
}

function factsOfBuild({ dockerfile, stage }: Around, path: string): ProgramFacts | undefined {
  const hasGo = dockerfile.stages.some(({ base }) => base?.runtime?.name === 'go');
  const build = hasGo ? goBuildOf(dockerfile, stage, path) : undefined;
  return build && goFacts(build.version);
}

export function programProcesses(name: string, words: readonly StartWord[], around: Around): readonly Process[] {
  const texts = textsOf(words);
  const args = texts.slice(1);
  if (isPrompt(name, args)) return [promptOf(name, words, around)];
  const facts = factsOf(name, texts) ?? factsOfBuild(around, texts[0] ?? '');
  const make = (lifetime: number | undefined): Process => ({
    command: name,
    words: texts,
    nature: { kind: 'program', facts, lifetime },
    children: [],
  });
  const daemonises = isDaemonising(name, args, around);
  if (daemonises === undefined) {
    around.doubts.add(`whether ${name} stays in the foreground`);
    return [make(0), make(undefined)];
  }
  return [make(daemonises ? 0 : secondsOfSleep(name, args))];
}
