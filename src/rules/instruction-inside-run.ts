import { KEYWORDS, type ShellCommand, type ShellWord, type Span } from '../model/index.js';
import { code, text } from './message.js';
import { defineRule } from './rule.js';

export const instructionInsideRun = defineRule({
  id: 'instruction-inside-run',
  topic: 'correctness',
  stages: 'all',
  onbuild: true,
  severity: 'warning',
  summary: 'Begin an instruction on a line of its own.',

  *find({ commands, dockerfile }) {
    for (const { command, run } of commands) {
      if (run.command.form === 'exec' || run.heredocs.length > 0) continue;
      for (const { at, word, isCommand } of keywordsIn(command, dockerfile.text))
        yield { at, word, isCommand, command };
    }
  },

  explain: ({ word, isCommand, command }) => ({
    what: isCommand
      ? text`${code(word)} is called as a program here.`
      : text`${code(word)} is one more argument of ${code(command.name ?? 'the command')} here.`,
    why: isCommand
      ? text`The instruction above goes on to this place, so a shell looks for a program ${code(word)}, and finds none.`
      : text`A ${code('\\')} at the end of the line above makes this line a part of the same ${code('RUN')}.`,
    todo: isCommand
      ? text`Leave the word out if the command belongs to the same step, or end the line above without ${code('&&')} and ${code('\\')}.`
      : text`Remove the ${code('\\')} at the end of the line above.`,
  }),
});

function* keywordsIn(
  { name, program, nameAt, args }: ShellCommand,
  source: string,
): Iterable<{ at: Span; word: string; isCommand: boolean }> {
  if (isKeyword(name) && program === name) yield { at: nameAt, word: name, isCommand: true };
  for (const word of args)
    if (isKeyword(word.text) && isFirstOnLine(word, source)) yield { at: word.at, word: word.text, isCommand: false };
}

function isKeyword(word: string | undefined): word is string {
  return KEYWORDS.some((keyword) => keyword === word);
}

function isFirstOnLine({ at, isQuoted }: ShellWord, source: string): boolean {
  return !isQuoted && /\n[ \t]*$/.test(source.slice(Math.max(at.start - 200, 0), at.start));
}
