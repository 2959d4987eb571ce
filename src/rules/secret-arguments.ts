/** Secrets among the words of a command: options that take a password, logins, assignments with a telling name. */
import type { ShellCommand, ShellWord } from '../model/index.js';
import { isNoSecret, isPlaceholder, namesSecret } from './secret-words.js';

export interface SecretArgument {
  readonly word: ShellWord;
  readonly value: string;
  readonly kind: string;
}

/** Options with a password behind them, or behind `=`. */
const PASSWORD_OPTIONS =
  /^--(?:(?:http|proxy|ftp|registry|api)-)?(?:password|passwd|passphrase|token|auth-token|access-token|api-key|secret-key|client-secret)$/;
/** Short options that mean a password, of programs of which that is known. */
const SHORT_OPTIONS: Readonly<Record<string, (subcommand: string) => readonly string[]>> = {
  docker: (subcommand) => (subcommand === 'login' ? ['-p'] : []),
  podman: (subcommand) => (subcommand === 'login' ? ['-p'] : []),
  helm: (subcommand) => (subcommand === 'registry' ? ['-p'] : []),
  az: (subcommand) => (subcommand === 'login' ? ['-p'] : []),
  doctl: (subcommand) => (subcommand === 'auth' ? ['-t'] : []),
  sshpass: () => ['-p'],
};
/** `user:password` behind these. */
const USER_OPTIONS = new Set(['-u', '--user', '-U', '--proxy-user']);
const HEADER =
  /^(?:proxy-)?authorization:\s*(?:(?:bearer|token|basic|bot)\s+)?(\S+)$|^(?:x-[a-z-]*|private-|job-|api-?)(?:token|key|secret):\s*(\S+)$/i;
const ASSIGNMENT = /^([A-Za-z_][A-Za-z0-9_]*)=([\s\S]+)$/;

/** The secrets that a command is given as literal words. */
export function secretsOfCommand(command: ShellCommand): readonly SecretArgument[] {
  return [
    ...optionSecrets(command),
    ...curlSecrets(command),
    ...configSecrets(command),
    ...assignedSecrets(command),
  ].filter(({ word, value }) => word.isLiteral && value !== '' && !isPlaceholder(value));
}

function optionSecrets({ name, args }: ShellCommand): SecretArgument[] {
  const subcommand = args.find(({ text }) => !text.startsWith('-'))?.text ?? '';
  const short = (Object.hasOwn(SHORT_OPTIONS, name ?? '') && SHORT_OPTIONS[name ?? '']?.(subcommand)) || [];
  return args.flatMap((word, index) => {
    const [option = '', ...inline] = word.text.split('=');
    const isPassword = PASSWORD_OPTIONS.test(option);
    const kind = `the value of ${option}`;
    if (isPassword && inline.length > 0) return valued(word, inline.join('='), kind);
    const glued = short.find((one) => word.text.startsWith(one) && word.text.length > one.length);
    if (glued) return valued(word, word.text.slice(glued.length), `the value of ${glued}`);
    const next = args[index + 1];
    const takesNext = (isPassword || short.includes(word.text)) && next && !next.text.startsWith('-');
    return takesNext ? valued(next, next.text, kind) : [];
  });
}

/** An option may also name a file or an address: `--token /run/secrets/x`. */
function valued(word: ShellWord, value: string, kind: string): SecretArgument[] {
  return isNoSecret(value) ? [] : [{ word, value, kind }];
}

/** `curl -u user:password`, `curl -H "Authorization: Bearer …"`. */
function curlSecrets({ name, args }: ShellCommand): SecretArgument[] {
  if (name !== 'curl' && name !== 'wget') return [];
  return args.flatMap((word, index): SecretArgument[] => {
    const option = args[index - 1]?.text ?? '';
    const colon = word.text.indexOf(':');
    if (name === 'curl' && USER_OPTIONS.has(option) && colon !== -1)
      return [{ word, value: word.text.slice(colon + 1), kind: 'a password' }];
    const header = option === '-H' || option === '--header' ? word.text : /^--header=(.*)$/.exec(word.text)?.[1];
    const value = header && HEADER.exec(header)?.slice(1).find(Boolean);
    return value ? [{ word, value, kind: 'a credential of a header' }] : [];
  });
}

/** `aws configure set aws_secret_access_key …`, `npm config set //host/:_authToken …`, also with `=`. */
function configSecrets({ args }: ShellCommand): SecretArgument[] {
  const set = args.findIndex(({ text }) => text === 'set');
  const [key, next] = [args[set + 1], args[set + 2]];
  const isConfiguration = set > 0 && /^config(?:ure)?$/.test(args[set - 1]?.text ?? '');
  if (!isConfiguration || !key) return [];
  const [name = '', ...inline] = key.text.split('=');
  if (!namesSecret(name.slice(name.lastIndexOf(':') + 1))) return [];
  if (inline.length > 0) return valued(key, inline.join('='), `the value of ${name}`);
  return next ? valued(next, next.text, `the value of ${name}`) : [];
}

/** `TOKEN=… npm ci`, `export TOKEN=…`. */
function assignedSecrets({ name, args, assignments }: ShellCommand): SecretArgument[] {
  const own = assignments.flatMap((one) =>
    one.value ? [{ name: one.name, word: one.value, value: one.value.text }] : [],
  );
  const exported = !/^(?:export|declare|readonly|local)$/.test(name ?? '')
    ? []
    : args.flatMap((word) => {
        const [, key, value] = ASSIGNMENT.exec(word.text) ?? [];
        return key && value ? [{ name: key, word, value }] : [];
      });
  return [...own, ...exported].flatMap((one) =>
    namesSecret(one.name) ? valued(one.word, one.value, `the value of ${one.name}`) : [],
  );
}
