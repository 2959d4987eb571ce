import { baseName } from '../model/base-name.js';
import { type ExecWord, type InstructionOf, isShellName, lineage } from '../model/index.js';
import { replace } from './edits.js';
import { execForm } from './exec-form.js';
import { code, text } from './message.js';
import { defineRule } from './rule.js';

type WithCommand = InstructionOf<'RUN' | 'CMD' | 'ENTRYPOINT' | 'HEALTHCHECK'>;

export const execFormVariable = defineRule({
  id: 'exec-form-variable',
  topic: 'correctness',
  stages: 'all',
  severity: 'warning',
  summary: 'Start a shell where a command needs variables.',

  *find({ instructions }) {
    for (const instruction of instructions('RUN', 'CMD', 'ENTRYPOINT', 'HEALTHCHECK')) {
      const exec = instruction.command?.exec ?? [];
      if (!instruction.stage?.from || expandsItself(instruction, exec)) continue;
      for (const word of exec.slice(1)) {
        const name = VARIABLE.exec(word.text)?.[1];
        if (name && isMeant(instruction, name)) yield { at: word.inner, instruction, exec, word: word.text, name };
      }
    }
  },

  explain: ({ instruction, word, name }) => ({
    what: text`${code(word)} is passed on as it is written.`,
    why: text`The exec form starts no shell, and nothing else puts the value of ${code(name)} in: the program gets a dollar sign and a name.`,
    todo:
      instruction.keyword === 'ENTRYPOINT'
        ? text`Let the program read ${code(name)} from its environment, or start a script that ends in ${code('exec')}.`
        : text`Let the program read ${code(name)} from its environment, or start a shell: ${code('["sh", "-c", "exec …"]')}.`,
  }),

  *repair({ instruction, exec }) {
    const { scope, keyword, command } = instruction;
    // What stands behind an ENTRYPOINT would be lost in a shell.
    if (keyword === 'ENTRYPOINT' || !command || scope.base?.shell === 'none' || !scope.shell.isPosix) return;
    const hasEntrypoint = keyword === 'CMD' && entrypointOf(instruction) !== undefined;
    if (hasEntrypoint) return;
    const script = `exec ${exec.map(({ text: element }) => quoted(element)).join(' ')}`;
    yield { title: 'Start a shell', safety: 'suggested', edits: [replace(command.at, execForm(['sh', '-c', script]))] };
  },
});

/** A word that is, or holds, `$NAME`; small letters are left to programs that know the dollar sign themselves. */
const VARIABLE = /(?<![\\$])\$\{?([A-Z_][A-Z0-9_]*)\b/;

/** Programs that give the dollar sign a meaning of their own. */
const KNOWS_DOLLAR =
  /^(?:awk|gawk|mawk|sed|grep|perl|php|ruby|python[\d.]*|jq|yq|envsubst|env|make|nginx|cmd(?:\.exe)?|pwsh|powershell(?:\.exe)?|confd|dockerize|supervisord)$/i;

function expandsItself(instruction: WithCommand, exec: readonly ExecWord[]): boolean {
  const words = [...exec, ...(instruction.keyword === 'CMD' ? (entrypointOf(instruction) ?? []) : [])];
  return words.some(({ text: word }) => isShellName(baseName(word)) || KNOWS_DOLLAR.test(baseName(word)));
}

/** Set in this file, or one that everybody sets. */
function isMeant({ scope, stage }: WithCommand, name: string): boolean {
  if (name === 'HOME' || name === 'PORT' || name === 'PATH' || scope.variable(name)) return true;
  for (const { instructions } of lineage(stage))
    for (const instruction of instructions)
      if (instruction.keyword === 'ENV' && instruction.pairs.some(({ key }) => key.text === name)) return true;
  return false;
}

function entrypointOf({ stage, index }: WithCommand): readonly ExecWord[] | undefined {
  for (const { instructions } of lineage(stage)) {
    const found = instructions.findLast((one) => one.keyword === 'ENTRYPOINT' && one.index !== index);
    if (found?.keyword === 'ENTRYPOINT') return found.command.exec ?? [];
  }
  return undefined;
}

/** For a shell: variables stay, in double quotes, and all else is literal. */
function quoted(word: string): string {
  if (/^[\w@%+=:,./-]+$/.test(word)) return word;
  return VARIABLE.test(word) ? `"${word.replace(/["\\`]/g, '\\$&')}"` : `'${word.replaceAll("'", "'\\''")}'`;
}
