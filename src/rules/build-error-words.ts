/** What BuildKit refuses, in words: for each kind of problem what is wrong and what to do. */
import type { Problem, ProblemVariant } from '../model/index.js';
import { code, codes, type Text, text } from './message.js';

interface Words {
  readonly what: Text;
  readonly todo: Text;
}

type ProblemOf<V extends ProblemVariant> = Extract<Problem, { variant: V }>;
type ReasonOf<V extends ProblemVariant> = ProblemOf<V> extends { reason: infer R extends string } ? R : never;

/** The words of a problem, in the words of the file. */
export function wordsFor(problem: Problem): Words {
  const words = WORDS[problem.variant] as (problem: Problem) => Words;
  return words(problem);
}

function orSuggestion(suggestion: string | undefined, otherwise: Text): Text {
  return suggestion === undefined ? otherwise : text`Did you mean ${code(suggestion)}?`;
}

const SYNTAX: Record<ReasonOf<'syntax'>, Words> = {
  'empty-file': { what: text`The file is empty.`, todo: text`Begin with ${code('FROM')} and an image.` },
  'no-instruction': {
    what: text`The file has comments and no instruction.`,
    todo: text`Begin with ${code('FROM')} and an image.`,
  },
  'line-too-long': {
    what: text`The line is longer than 65535 bytes.`,
    todo: text`Break it with continuations, or copy a file with the content.`,
  },
  'not-strings': {
    what: text`The array has elements that are not strings.`,
    todo: text`Put each element into double quotes, numbers too.`,
  },
};

const COUNTS: Record<ProblemOf<'arguments'>['expected'], string> = {
  one: 'one argument',
  'at-least-one': 'at least one argument',
  'at-least-two': 'at least two arguments, the last of which is the destination',
  'one-or-three': 'an image, or an image, AS and a name',
};

function flagWords({ reason, flag, keyword, value = '', suggestion }: ProblemOf<'flag'>): Words {
  const name = code(`--${flag}`);
  switch (reason) {
    case 'unknown':
      return {
        what: text`${code(keyword)} has no flag ${name}.`,
        todo: orSuggestion(suggestion && `--${suggestion}`, text`Remove it, or put ${code('--')} before arguments.`),
      };
    case 'not-here':
      return {
        what: text`${name} is a flag of another instruction, not of ${code(keyword)}.`,
        todo: text`Remove it, or use the instruction that takes it.`,
      };
    case 'repeated':
      return { what: text`${name} is given twice.`, todo: text`Keep one of the two.` };
    case 'no-value':
      return {
        what: text`${name} has no value.`,
        todo: text`Write ${code(`--${flag}=…`)}, with no blank around the ${code('=')}.`,
      };
    case 'not-boolean':
      return {
        what: text`${name} is either true or false.`,
        todo: text`Write ${name} alone, or ${code(`--${flag}=false`)}.`,
      };
    case 'value':
      return {
        what: text`${code(value)} is no file mode.`,
        todo: text`Write an octal number such as ${code('755')}, or a symbolic mode such as ${code('u=rwX,go=rX')}.`,
      };
  }
}

function imageWords({ reference, reason }: ProblemOf<'image-reference'>): Words {
  if (reason === 'empty')
    return { what: text`The name of the image is empty.`, todo: text`Name an image, or give the variable a default.` };
  if (reason === 'upper-case')
    return {
      what: text`${code(reference)} has capital letters, and names of images have none.`,
      todo: text`Write it in lower case, also where it names a stage.`,
    };
  return {
    what: text`${code(reference)} can't be the name of an image.`,
    todo: text`Write ${code('name:tag')}, with the registry in front if it is not Docker Hub.`,
  };
}

function keyValueWords({ keyword, reason, word }: ProblemOf<'key-value'>): Words {
  if (reason === 'empty-name')
    return { what: text`There is no name in front of the ${code('=')}.`, todo: text`Write ${code('NAME=value')}.` };
  if (reason === 'no-value')
    return {
      what: text`${code(`${keyword} ${word}`)} has no value.`,
      todo: text`Write ${code(`${keyword} ${word}=value`)}.`,
    };
  return {
    what: text`${code(word)} has no ${code('=')}, and the pairs before it have.`,
    todo: text`Write ${code('name=value')}; put a value with blanks into double quotes.`,
  };
}

const PORTS: Record<ReasonOf<'port'>, (port: string) => Words> = {
  'not-a-number': (port) => ({
    what: text`${code(port)} is not the number of a port.`,
    todo: text`Write numbers with blanks between them: ${code('EXPOSE 80 443')}.`,
  }),
  'out-of-range': (port) => ({
    what: text`${code(port)} is not between 0 and 65535.`,
    todo: text`Write the port on which the program listens.`,
  }),
  backwards: (port) => ({
    what: text`The range ${code(port)} runs backwards.`,
    todo: text`Write the lower port first.`,
  }),
  ip: (port) => ({
    what: text`${code(port)} begins with something that is no IP address.`,
    todo: text`Write only the port of the container; addresses belong to ${code('docker run --publish')}.`,
  }),
  'no-port': (port) => ({ what: text`${code(port)} has no port.`, todo: text`Write the port of the container.` }),
  'unequal-ranges': (port) => ({
    what: text`The two ranges in ${code(port)} are not of the same length.`,
    todo: text`Write only the ports of the container.`,
  }),
};

const HEALTHCHECKS: Record<ReasonOf<'healthcheck'>, (word: string) => Words> = {
  'none-with-arguments': () => ({
    what: text`${code('HEALTHCHECK NONE')} takes no arguments.`,
    todo: text`Remove what stands behind it.`,
  }),
  'unknown-type': (word) => ({
    what: text`${code(word)} stands where ${code('CMD')} or ${code('NONE')} belongs.`,
    todo: text`Write ${code(`HEALTHCHECK CMD ${word}`)}.`,
  }),
  'no-command': () => ({ what: text`No command stands behind ${code('CMD')}.`, todo: text`Add the command to run.` }),
  duration: (word) => ({
    what: text`${code(word)} is no duration.`,
    todo: text`Write a number with a unit, such as ${code('30s')} or ${code('1m30s')}; variables are not replaced here.`,
  }),
  'too-short': (word) => ({
    what: text`${code(word)} is shorter than a millisecond.`,
    todo: text`Write a longer time, or 0 for the default.`,
  }),
  retries: (word) => ({
    what: text`${code(word)} is no number of retries.`,
    todo: text`Write a whole number; variables are not replaced here.`,
  }),
};

const MOUNTS: Record<ReasonOf<'mount'>, (problem: ProblemOf<'mount'>) => Words> = {
  'unknown-type': ({ value, suggestion }) => ({
    what: text`There is no mount of type ${code(value)}.`,
    todo: orSuggestion(suggestion, text`Choose ${codes(['bind', 'cache', 'tmpfs', 'secret', 'ssh'], 'or')}.`),
  }),
  'unknown-key': ({ key, suggestion }) => ({
    what: text`A mount has no key ${code(key)}.`,
    todo: orSuggestion(suggestion, text`Remove it.`),
  }),
  'key-not-for-type': ({ key, type }) => ({
    what: text`A mount of type ${code(type)} has no key ${code(key)}.`,
    todo: text`Remove it, or choose another type.`,
  }),
  'key-before-type': ({ key, type }) => ({
    what: text`${code(key)} stands in front of ${code(`type=${type}`)}; until then this is a bind mount, which has no such key.`,
    todo: text`Put ${code(`type=${type}`)} first.`,
  }),
  'no-value': ({ key }) => ({
    what: key === '' ? text`There is a comma with nothing behind it.` : text`${code(key)} has no value.`,
    todo: key === '' ? text`Remove the comma.` : text`Write ${code(`${key}=…`)}.`,
  }),
  'not-boolean': ({ key, value }) => ({
    what: text`${code(key)} is either true or false, not ${code(value)}.`,
    todo: text`Write ${code(key)} alone, or ${code(`${key}=false`)}.`,
  }),
  sharing: ({ value, suggestion }) => ({
    what: text`${code(value)} is no way to share a cache.`,
    todo: orSuggestion(suggestion, text`Choose ${codes(['shared', 'private', 'locked'], 'or')}.`),
  }),
  number: ({ key, value }) => ({
    what: text`${code(value)} is no value for ${code(key)}.`,
    todo: key === 'mode' ? text`Write an octal number such as ${code('0755')}.` : text`Write the number, not the name.`,
  }),
  size: ({ value }) => ({
    what: text`${code(value)} is no size.`,
    todo: text`Write bytes, or a unit: ${code('64m')}.`,
  }),
  'no-target': ({ type }) => ({
    what: text`The ${type} mount has no target, so it would cover the working directory, which is ${code('/')} here.`,
    todo: text`Add ${code('target=')} and the folder.`,
  }),
  'no-source': () => ({
    what: text`The secret mount doesn't say which secret it is.`,
    todo: text`Add ${code('id=')} and the name that ${code('docker build --secret')} gives it.`,
  }),
  'source-and-id': () => ({
    what: text`The secret mount has both ${code('id')} and ${code('source')}, which mean the same.`,
    todo: text`Keep ${code('id')}.`,
  }),
  'target-root': () => ({
    what: text`The mount would cover the root of the file system.`,
    todo: text`Name a folder below ${code('/')}.`,
  }),
  'variable-in-from': ({ value }) => ({
    what: text`${code(value)} has a variable, and ${code('from')} takes none.`,
    todo: text`Give the image a stage of its own with ${code('FROM … AS name')}, and name that.`,
  }),
};

const CHECKSUMS: Record<ReasonOf<'checksum'>, (value: string) => Words> = {
  digest: (value) => ({
    what: text`${code(value)} is no digest.`,
    todo: text`Write ${code('sha256:')} and 64 hexadecimal digits in lower case.`,
  }),
  'local-source': () => ({
    what: text`${code('--checksum')} is for downloads, and the source is a file of the build context.`,
    todo: text`Remove the flag.`,
  }),
  'several-sources': () => ({
    what: text`${code('--checksum')} is for exactly one source.`,
    todo: text`Write one ${code('ADD')} for each download.`,
  }),
};

const DIRECTIVES: Record<ReasonOf<'directive'>, (name: string) => Words> = {
  repeated: (name) => ({
    what: text`The directive ${code(name)} stands here twice.`,
    todo: text`Keep one of the two.`,
  }),
  escape: (value) => ({
    what: text`${code(value)} can't be the escape character.`,
    todo: text`Choose ${codes(['\\', '`'], 'or')}.`,
  }),
  check: (value) => ({
    what: text`${code(value)} is no option for BuildKit's checks.`,
    todo: text`Write ${code('skip=Name,Name')}, ${code('error=true')} or both with ${code(';')} between them.`,
  }),
};

const WORDS: { readonly [V in ProblemVariant]: (problem: ProblemOf<V>) => Words } = {
  syntax: ({ reason }) => SYNTAX[reason],
  'unknown-instruction': ({ word, suggestion }) => ({
    what: text`There is no instruction ${code(word)}.`,
    todo: orSuggestion(
      suggestion,
      text`If it belongs to the line above, end that line with the continuation character; if it is a shell command, put ${code('RUN')} in front.`,
    ),
  }),
  arguments: ({ keyword, expected }) => ({
    what: text`${code(keyword)} takes ${COUNTS[expected]}.`,
    todo: text`Add what is missing, or remove what is too much.`,
  }),
  flag: flagWords,
  'before-from': ({ keyword }) => ({
    what: text`${code(keyword)} stands above the first ${code('FROM')}, where only ${code('ARG')} may stand.`,
    todo: text`Move it below the ${code('FROM')} of its stage.`,
  }),
  'missing-from': () => ({
    what: text`The file has no ${code('FROM')}.`,
    todo: text`Begin with ${code('FROM')} and the image to build on, or ${code('FROM scratch')}.`,
  }),
  'from-as': ({ word, suggestion }) => ({
    what: text`${code(word)} stands where ${code('AS')} belongs.`,
    todo: orSuggestion(suggestion, text`Write ${code('FROM image AS name')}.`),
  }),
  'image-reference': imageWords,
  platform: ({ platform }) => ({
    what: platform === '' ? text`The platform is empty.` : text`${code(platform)} is no platform.`,
    todo: text`Write system and architecture, such as ${code('linux/amd64')}, or a variable such as ${code('$BUILDPLATFORM')}.`,
  }),
  'stage-name': ({ name }) => ({
    what: text`${code(name)} can't be the name of a stage.`,
    todo: text`Begin with a letter; letters, digits, ${codes(['-', '_', '.'])} may follow.`,
  }),
  'stage-cycle': ({ names }) => ({
    what: text`The stages ${codes(names)} need each other, so none of them can be built first.`,
    todo: text`Move what they share into a stage of its own.`,
  }),
  'key-value': keyValueWords,
  quote: ({ quote }) => ({
    what: text`The quote ${code(quote)} doesn't end.`,
    todo: text`Close it, or put the escape character in front if it is a part of the text.`,
  }),
  heredoc: ({ reason, name }) =>
    reason === 'unterminated'
      ? {
          what: text`The heredoc ${code(name)} doesn't end.`,
          todo: text`Put ${code(name)} on a line of its own behind it, with no blank before or behind it.`,
        }
      : { what: text`A heredoc can't be the destination.`, todo: text`Put the destination behind it.` },
  modifier: ({ text: use }) => ({
    what: text`The builder doesn't know ${code(use)}.`,
    todo: text`It knows ${codes(['${A:-x}', '${A:+x}', '${A:?x}', '${A#x}', '${A%x}', '${A/x/y}'])}. If the shell of the container is meant, write ${code('\\$')}, or put the heredoc's name into quotes.`,
  }),
  port: ({ port, reason }) => PORTS[reason](port),
  protocol: ({ protocol, suggestion }) => ({
    what: text`${code(protocol)} is no protocol that can be exposed.`,
    todo: orSuggestion(suggestion, text`Choose ${codes(['tcp', 'udp', 'sctp'], 'or')}.`),
  }),
  healthcheck: ({ reason, word }) => HEALTHCHECKS[reason](word),
  mount: (problem) => MOUNTS[problem.reason](problem),
  'run-network': ({ value, suggestion }) => ({
    what: text`${code(value)} is no network of a build.`,
    todo: orSuggestion(
      suggestion,
      text`Choose ${codes(['default', 'none', 'host'], 'or')}; variables are not replaced here.`,
    ),
  }),
  'run-security': ({ value, suggestion }) => ({
    what: text`${code(value)} is no security mode of a build.`,
    todo: orSuggestion(
      suggestion,
      text`Choose ${codes(['sandbox', 'insecure'], 'or')}; variables are not replaced here.`,
    ),
  }),
  shell: () => ({
    what: text`${code('SHELL')} takes a JSON array.`,
    todo: text`Write the program and its options in double quotes: ${code('SHELL ["/bin/bash", "-c"]')}.`,
  }),
  volume: () => ({ what: text`The path of the volume is empty.`, todo: text`Name a folder.` }),
  'stop-signal': ({ signal, suggestion }) => ({
    what: text`There is no signal ${code(signal)}.`,
    todo: orSuggestion(suggestion, text`Write a name such as ${code('SIGTERM')}, or its number.`),
  }),
  onbuild: ({ keyword }) => ({
    what: text`${code(keyword)} can't be a trigger of ${code('ONBUILD')}.`,
    todo: text`Remove it, or write it as an instruction of its own.`,
  }),
  'copy-destination': ({ destination, sources }) => ({
    what: text`${code(destination)} doesn't end in ${code('/')}, and ${sources} sources are copied there.`,
    todo: text`Write ${code(`${destination}/`)} if it is a folder.`,
  }),
  'copy-source': ({ reason, source }) => ({
    what: text`${code(source)} is ${reason === 'url' ? 'a URL' : 'a Git repository'}, and ${code('COPY')} takes files only.`,
    todo: text`Use ${code('ADD')}, which downloads it.`,
  }),
  checksum: ({ reason, value }) => CHECKSUMS[reason](value),
  directive: ({ reason, name }) => DIRECTIVES[reason](name),
};
