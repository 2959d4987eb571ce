/** Commands that fetch, unpack and check, in plain words. */
import { type Text, text } from '../model/text.js';
import { hasOption, optionValue, type Phrase, type Said, writtenTo } from './phrase.js';
import { codeList, shownCode } from './words.js';

const addresses = ({ command }: Said): string[] =>
  command.args.map((word) => word.text).filter((word) => /^(?:https?|ftp):\/\/|^\$\{?\w*url/i.test(word));

/** What curl and wget fetch, and where it goes. */
function download(saved: (said: Said) => Text): Phrase {
  return (said) => {
    const found = addresses(said);
    const named = found.length > 0 ? found : said.operands.slice(-1).map((word) => word.text);
    if (named.length === 0) return undefined;
    return text`downloads ${codeList(named)}${saved(said)}`;
  };
}

function into(path: string | undefined): Text {
  if (path === undefined) return [];
  return path === '-' || path === '/dev/null' ? [] : text` to ${shownCode(path)}`;
}

const unpack: Phrase = (said) => {
  const folder = optionValue(said, '-C', '--directory');
  const file = archiveOf(said);
  if (file === undefined && !said.isPiped) return undefined;
  const what = file === undefined ? ['what it gets'] : [shownCode(file)];
  return text`unpacks ${what}${folder === undefined ? [] : text` into ${shownCode(folder)}`}`;
};

/** `tar -xzf a.tgz`, `tar xf a.tgz`, `tar --file=a.tgz -x`. */
function archiveOf(said: Said): string | undefined {
  const { args } = said.command;
  const long = optionValue(said, '--file');
  if (long !== undefined) return long;
  const index = args.findIndex(
    ({ text: word }, at) => /^-[a-zA-Z]*f$/.test(word) || (at === 0 && /^[a-zA-Z]+f$/.test(word)),
  );
  const file = index === -1 ? undefined : args[index + 1]?.text;
  return file === '-' ? undefined : file;
}

const tar: Phrase = (said) => {
  const first = said.command.args[0]?.text ?? '';
  const isUnpacking = /^-?[a-zA-Z]*x/.test(first) || hasOption(said, 'x', '--extract', '--get');
  if (isUnpacking) return unpack(said);
  const file = archiveOf(said);
  const isPacking = /^-?[a-zA-Z]*c/.test(first) && file !== undefined;
  return isPacking ? text`packs files into ${shownCode(file)}` : undefined;
};

const git: Phrase = (said) => {
  const [subcommand, ...rest] = said.operands.map((word) => word.text);
  if (subcommand === 'clone') return clone(said, rest);
  if (subcommand === 'checkout' || subcommand === 'switch')
    return rest[0] === undefined ? undefined : text`checks out ${shownCode(rest[0])} with Git`;
  if (subcommand === 'config') return ['changes the settings of Git'];
  if (subcommand === 'submodule') return ['fetches the submodules of the Git repository'];
  return undefined;
};

function clone(said: Said, words: readonly string[]): Text | undefined {
  const branch = optionValue(said, '-b', '--branch');
  const operands = words.filter((word) => word !== branch && !/^\d+$/.test(word));
  const [repository, folder] = operands;
  if (repository === undefined) return undefined;
  const version = branch === undefined ? [] : text`, at ${shownCode(branch)}`;
  return text`clones the Git repository ${shownCode(repository)}${into(folder)}${version}`;
}

const check: Phrase = (said) => {
  const isChecking = said.command.args.some(({ text: word }) => /^-[a-z]*c[a-z]*$|^--check$/.test(word));
  return isChecking ? ['checks the checksum, and fails where it is another one'] : undefined;
};

export const fetchPhrases: Readonly<Record<string, Phrase>> = {
  curl: download((said) =>
    hasOption(said, 'O', '--remote-name')
      ? [' to a file of the same name']
      : into(optionValue(said, '-o', '--output') ?? attached(said) ?? writtenTo(said.command)?.path),
  ),
  wget: download((said) =>
    into(optionValue(said, '-O', '--output-document') ?? attached(said, 'O') ?? writtenTo(said.command)?.path),
  ),
  tar,
  unzip: (said) => {
    const file = said.operands[0]?.text;
    const folder = optionValue(said, '-d');
    return file === undefined
      ? undefined
      : text`unpacks ${shownCode(file)}${folder === undefined ? [] : text` into ${shownCode(folder)}`}`;
  },
  git,
  gpg: (said) =>
    said.command.args.some(({ text: word }) => word === '--verify')
      ? ['checks a signature with ', { code: 'gpg' }]
      : undefined,
  sha256sum: check,
  sha512sum: check,
  md5sum: check,
  shasum: check,
};

/** The value behind letters of one word: `-fsSLo x`, `-qO- `. */
function attached({ command: { args } }: Said, letter = 'o'): string | undefined {
  const pattern = new RegExp(`^-[a-zA-Z]*${letter}(.*)$`);
  for (const [index, { text: word }] of args.entries()) {
    const [match, behind] = (word.startsWith('--') ? undefined : pattern.exec(word)) ?? [];
    if (match !== undefined) return behind || args[index + 1]?.text;
  }
  return undefined;
}
