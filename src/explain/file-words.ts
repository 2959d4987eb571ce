/** Commands that handle files and folders, in plain words. */
import type { Text } from '../model/text.js';
import { code, text } from '../model/text.js';
import { hasOption, optionValue, type Phrase, type Said, writtenTo } from './phrase.js';
import { codeList, shownCode } from './words.js';

function names({ operands }: Said): Text {
  return codeList(operands.map((word) => word.text));
}

/** The first word is a mode, an owner, …; the others are files. */
function splitFirst({ operands }: Said): { readonly first: string; readonly rest: Text } | undefined {
  const [first, ...rest] = operands.map((word) => word.text);
  return first === undefined || rest.length === 0 ? undefined : { first, rest: codeList(rest) };
}

const inIt = (said: Said): string => (hasOption(said, 'R', '--recursive') ? ' and everything in it' : '');

const remove: Phrase = (said) => (said.operands.length > 0 ? text`deletes ${names(said)}` : undefined);

/** Several words, of which the last says where to. */
function towards(verb: string): Phrase {
  return (said) => {
    const words = said.operands.map((word) => word.text);
    const target = optionValue(said, '-t', '--target-directory') ?? words.at(-1);
    const sources = words.filter((word) => word !== target);
    if (target === undefined || sources.length === 0) return undefined;
    return text`${verb} ${codeList(sources)} to ${shownCode(target)}`;
  };
}

const install: Phrase = (said) => {
  if (!hasOption(said, 'd', '--directory')) return towards('copies')({ ...said, operands: withoutValues(said) });
  return text`makes the folder ${codeList(withoutValues(said).map((word) => word.text))}`;
};

/** `install -m 755 -o root`: the words behind these options are theirs. */
function withoutValues({ operands, command: { args } }: Said): Said['operands'] {
  return operands.filter((word) => !/^-[mog]$/.test(args[args.indexOf(word) - 1]?.text ?? ''));
}

const print: Phrase = (said) => {
  const target = writtenTo(said.command);
  if (!target) return said.command.pipeline ? undefined : ['prints a message'];
  return text`writes a text ${target.isAppended ? 'at the end of' : 'into'} ${shownCode(target.path)}`;
};

const cat: Phrase = (said) => {
  const target = writtenTo(said.command);
  const hasHeredoc = said.command.redirects.some(({ operator }) => operator.startsWith('<<'));
  if (!target) return said.operands.length > 0 && !said.command.pipeline ? text`prints ${names(said)}` : undefined;
  const where = text`${target.isAppended ? 'at the end of' : 'into'} ${shownCode(target.path)}`;
  if (hasHeredoc) return text`writes the lines of the heredoc ${where}`;
  return said.operands.length > 0 ? text`puts ${names(said)} ${where}` : text`writes what it gets ${where}`;
};

export const filePhrases: Readonly<Record<string, Phrase>> = {
  mkdir: (said) => {
    const folders = said.operands.filter((word) => !isModeOf(said, word));
    return folders.length > 0
      ? text`makes the folder${folders.length === 1 ? '' : 's'} ${codeList(folders.map((word) => word.text))}`
      : undefined;
  },
  rm: remove,
  unlink: remove,
  rmdir: remove,
  mv: towards('moves'),
  cp: towards('copies'),
  install,
  ln: (said) => {
    const [target, link] = said.operands.map((word) => word.text);
    if (target === undefined || link === undefined || said.operands.length > 2) return undefined;
    return text`makes ${shownCode(link)} a link to ${shownCode(target)}`;
  },
  touch: (said) => text`makes ${names(said)}, if it is not there, and gives it the time of the build`,
  chown: (said) => {
    const words = splitFirst(said);
    return words && text`gives ${words.rest}${inIt(said)} to ${shownCode(words.first)}`;
  },
  chgrp: (said) => {
    const words = splitFirst(said);
    return words && text`gives ${words.rest}${inIt(said)} to the group ${shownCode(words.first)}`;
  },
  chmod: chmodPhrase,
  sed: (said) => {
    const isInPlace = said.command.args.some(({ text: word }) => /^-[a-zA-Z]*i|^--in-place/.test(word));
    const file = said.operands.at(-1)?.text;
    return isInPlace && file !== undefined && said.operands.length > 1
      ? text`edits ${shownCode(file)} with ${code('sed')}`
      : undefined;
  },
  tee: (said) => (said.isPiped && said.operands.length > 0 ? text`writes what it gets into ${names(said)}` : undefined),
  cat,
  echo: print,
  printf: print,
  find: (said) => {
    const isDeleting = said.command.args.some(({ text: word }) => word === '-delete' || word === 'rm');
    const root = said.operands[0]?.text;
    return isDeleting && root !== undefined ? text`deletes what it finds below ${shownCode(root)}` : undefined;
  },
  strip: (said) => text`takes debug information out of ${names(said)}`,
};

function isModeOf({ command: { args } }: Said, word: Said['operands'][number]): boolean {
  return /^(?:-[a-z]*m|--mode)$/.test(args[args.indexOf(word) - 1]?.text ?? '');
}

/** `chmod -x` begins like an option and is a mode. */
function chmodPhrase(said: Said): Text | undefined {
  const words = said.command.args
    .map(({ text: word }) => word)
    .filter((word) => !/^(?:-[Rvfc]+|--[a-z-]+)$/.test(word));
  const [mode, ...files] = words;
  if (mode === undefined || files.length === 0) return undefined;
  if (/^(?:a|ugo)?\+x$/.test(mode)) return text`makes ${codeList(files)}${inIt(said)} executable`;
  return text`sets the permissions of ${codeList(files)}${inIt(said)} to ${shownCode(mode)}`;
}
