import { replace } from './edits.js';
import { code, text } from './message.js';
import { defineRule } from './rule.js';

/** Subcommands that mean the same to both tools. */
const SHARED = new Set(['install', 'update', 'remove']);

export const aptInsteadOfAptGet = defineRule({
  id: 'apt-instead-of-apt-get',
  topic: 'maintainability',
  stages: 'all',
  onbuild: true,
  severity: 'info',
  aliases: ['DL3027', 'CKV_DOCKER_9', 'b84a0b47'],
  summary: 'Call apt-get in scripts; apt is for people.',

  *find({ commands }) {
    for (const { command } of commands)
      if (command.name === 'apt')
        yield { at: command.nameAt, program: command.program ?? 'apt', subcommand: firstWord(command.args) };
  },

  explain: () => ({
    what: text`${code('apt')} is made for a terminal.`,
    why: text`Its manual says that its command line may change between versions; that of ${code('apt-get')} stays.`,
    todo: text`Call ${code('apt-get')}, or ${code('apt-cache')} to search.`,
  }),

  *repair({ at, program, subcommand }) {
    if (!subcommand || !SHARED.has(subcommand)) return;
    yield { title: 'Call apt-get', safety: 'safe', edits: [replace(at, program.replace(/apt$/, 'apt-get'))] };
  },
});

function firstWord(args: readonly { readonly text: string }[]): string | undefined {
  return args.find((word) => !word.text.startsWith('-'))?.text;
}
