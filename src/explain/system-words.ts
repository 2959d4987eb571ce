/** Commands that set up users, build from sources or steer the shell itself, in plain words. */
import { type Text, text } from '../model/text.js';
import { optionValue, type Phrase, type Said } from './phrase.js';
import { codeList, shownCode } from './words.js';

/** Options of useradd, adduser and their like that take a value. */
const VALUED = /^(?:-[ugGsdchk]|--(?:uid|gid|groups|shell|home|home-dir|comment|gecos|ingroup))$/;

/** The account is the last word that is no option and no option's value. */
function account({ operands, command: { args } }: Said): string | undefined {
  return operands.findLast((word) => !VALUED.test(args[args.indexOf(word) - 1]?.text ?? ''))?.text;
}

const addUser: Phrase = (said) => {
  const [first, second] = said.operands.map((word) => word.text).slice(-2);
  const isMember = said.command.name === 'adduser' && second !== undefined && isPlainPair(said);
  if (isMember) return text`adds the user ${shownCode(first ?? '')} to the group ${shownCode(second)}`;
  const name = account(said);
  const id = optionValue(said, '-u', '--uid');
  if (name === undefined) return undefined;
  return text`makes the user ${shownCode(name)}${id === undefined ? [] : text` with the id ${shownCode(id)}`}`;
};

/** `adduser node docker`: two names and no options at all. */
function isPlainPair({ command, operands }: Said): boolean {
  return command.args.length === 2 && operands.length === 2;
}

const addGroup: Phrase = (said) => {
  const name = account(said);
  const id = optionValue(said, '-g', '--gid');
  if (name === undefined) return undefined;
  return text`makes the group ${shownCode(name)}${id === undefined ? [] : text` with the id ${shownCode(id)}`}`;
};

const changeUser: Phrase = (said) => {
  const name = account(said);
  return name === undefined ? undefined : text`changes the user ${shownCode(name)}`;
};

const make: Phrase = (said) => {
  const folder = optionValue(said, '-C', '--directory');
  const goals = said.operands.map((word) => word.text).filter((word) => word !== folder && !/=|^\d+$|\$\(/.test(word));
  const what = goals.length > 0 ? text`makes ${codeList(goals)}` : ['makes what the Makefile names first'];
  return text`${what} with ${{ code: 'make' }}${folder === undefined ? [] : text` in ${shownCode(folder)}`}`;
};

const set: Phrase = (said) => {
  const words = said.command.args.map((word) => word.text);
  const letters = words.filter((word) => /^-[a-z]+$/.test(word)).join('');
  const effects: string[] = [];
  if (letters.includes('e') || words.includes('errexit')) effects.push('stop at the first command that fails');
  if (letters.includes('u') || words.includes('nounset')) effects.push('stop at a variable that is not set');
  if (letters.includes('x') || words.includes('xtrace')) effects.push('print each command');
  if (words.includes('pipefail')) effects.push('let a pipe fail where any command of it fails');
  return effects.length > 0 ? [`has the shell ${joinAnd(effects)}`] : undefined;
};

function joinAnd(words: readonly string[]): string {
  const last = words.at(-1) ?? '';
  return words.length < 2 ? last : `${words.slice(0, -1).join(', ')} and ${last}`;
}

const assigned: Phrase = (said) => {
  const pairs = said.command.args.map((word) => word.raw).filter((word) => !word.startsWith('-'));
  return pairs.length > 0 ? text`sets ${codeList(pairs)} for the rest of the script` : undefined;
};

const checkPhrase: Phrase = ({ command }) => {
  const words = command.args.map((word) => word.raw).filter((word) => !/^\]{1,2}$/.test(word));
  return words.length > 0 ? text`checks whether ${shownCode(words.join(' '))} holds` : undefined;
};

const nothing = (): Text => ['does nothing'];

export const systemPhrases: Readonly<Record<string, Phrase>> = {
  useradd: addUser,
  adduser: addUser,
  groupadd: addGroup,
  addgroup: addGroup,
  usermod: changeUser,
  make,
  cmake: (said) => {
    const folder = optionValue(said, '--build');
    if (folder !== undefined) return text`builds what CMake prepared in ${shownCode(folder)}`;
    return said.command.args.length > 0 ? ['prepares a build with CMake'] : undefined;
  },
  configure: () => ['prepares the build for this system'],
  ldconfig: () => ['renews the list of shared libraries'],
  'update-ca-certificates': () => ['renews the list of certificate authorities that are trusted'],
  corepack: (said) =>
    said.operands[0]?.text === 'enable' ? ['switches the package managers of Corepack on'] : undefined,
  'add-apt-repository': () => ['adds a source of packages for apt'],
  'apt-key': () => ['adds a key that apt trusts'],
  'locale-gen': () => ['makes locales'],
  cd: (said) => {
    const folder = said.operands[0]?.text;
    return folder === undefined ? ['goes to the home folder'] : text`goes to ${shownCode(folder)}`;
  },
  pushd: (said) => text`goes to ${codeList(said.operands.map((word) => word.text))}`,
  set,
  export: assigned,
  test: checkPhrase,
  '[': checkPhrase,
  '[[': checkPhrase,
  true: nothing,
  ':': nothing,
  exit: (said) =>
    said.operands[0] && said.operands[0].text !== '0' ? ['ends the build with an error'] : ['ends the script'],
  sleep: (said) => text`waits ${codeList(said.operands.map((word) => word.text))} seconds`,
  sh: scriptPhrase,
  bash: scriptPhrase,
  python: programPhrase,
  python3: programPhrase,
  node: programPhrase,
};

function scriptPhrase(said: Said): Text | undefined {
  const script = said.operands[0]?.text;
  if (script === undefined || said.command.args.some((word) => /^-[a-z]*c/.test(word.text))) return undefined;
  return text`runs the script ${shownCode(script)}`;
}

/** `python -m build` and `node -e …` say it best themselves. */
function programPhrase(said: Said): Text | undefined {
  const [first] = said.command.args;
  if (!first || first.text.startsWith('-')) return undefined;
  const interpreter = said.command.name === 'node' ? 'Node.js' : 'Python';
  return text`runs ${shownCode(first.text)} with ${interpreter}`;
}
