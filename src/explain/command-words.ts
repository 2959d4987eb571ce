/** A command of a shell script in plain words, as a phrase that begins with a verb: deletes `/tmp/x`. */
import { cleansCacheOf, isShellName, packageCallOf, type ShellCommand, type ShellWord } from '../model/index.js';
import { code, type Text, text } from '../model/text.js';
import { fetchPhrases } from './fetch-words.js';
import { filePhrases } from './file-words.js';
import { packagePhrase } from './package-words.js';
import type { Phrase, Said } from './phrase.js';
import { systemPhrases } from './system-words.js';
import { codeList, shownCode } from './words.js';

const PHRASES: ReadonlyMap<string, Phrase> = new Map(
  Object.entries({ ...filePhrases, ...fetchPhrases, ...systemPhrases }),
);

/** `written` are its own words; `isPiped`: it gets what another command prints. */
export function commandPhrase(command: ShellCommand, written: string, isPiped: boolean): Text {
  const said: Said = { command, isPiped, operands: operandsOf(command) };
  return [...(phraseOf(said) ?? text`runs ${shownCode(written)}`), ...asUser(command)];
}

function phraseOf(said: Said): Text | undefined {
  const { command, isPiped } = said;
  const { name } = command;
  if (name === undefined) return assignmentPhrase(command);
  if (isShellName(name) && isPiped && said.operands.length === 0) return ['runs what it gets as a script of the shell'];
  const hasHeredoc = command.redirects.some(({ operator }) => /^<<-?$/.test(operator));
  if (hasHeredoc && command.args.length === 0 && name !== 'cat')
    return text`runs the lines of the heredoc with ${code(name)}`;
  const call = packageCallOf(command);
  return cleanPhrase(command) ?? (call && packagePhrase(call)) ?? PHRASES.get(name)?.(said);
}

/** `rm -rf /var/lib/apt/lists/*` empties a cache, whatever else it deletes. */
function cleanPhrase(command: ShellCommand): Text | undefined {
  if (command.name !== 'rm') return undefined;
  const operands = operandsOf(command);
  const cleans = cleansCacheOf(command);
  const [first] = cleans;
  if (!first) return undefined;
  const isAll = operands.every((word) => cleans.some(({ at }) => at.start === word.at.start));
  if (!isAll || cleans.some(({ group }) => group !== first.group)) return undefined;
  const managers = [...new Set(cleans.map(({ manager }) => manager))];
  const what = first.group === 'index' ? 'the list of available packages' : 'the downloads and caches';
  return text`deletes ${what} of ${codeList(managers)} (${codeList(operands.map((word) => word.text))})`;
}

function assignmentPhrase({ assignments, program }: ShellCommand): Text | undefined {
  if (program !== undefined || assignments.length === 0) return undefined;
  const pairs = assignments.map(({ name, value }) => `${name}=${value?.raw ?? ''}`);
  return text`sets ${codeList(pairs)} for the rest of the script`;
}

function operandsOf({ args }: ShellCommand): ShellWord[] {
  const end = args.findIndex(({ text }) => text === '--');
  return args.filter((word, index) => (end !== -1 && index > end) || !/^-./.test(word.text));
}

function asUser({ wrappers }: ShellCommand): Text {
  for (const { text: wrapper, own } of wrappers) {
    const user = own.find(({ text: word }) => !word.startsWith('-'))?.text;
    if (wrapper === 'sudo' && !user) return text`, as root through ${code('sudo')}`;
    if (/^(?:sudo|gosu|su-exec)$/.test(wrapper) && user) return text`, as ${shownCode(user)} through ${code(wrapper)}`;
  }
  return [];
}
