import type { Dockerfile, Instruction, ShellCommand, ShellWord, Span } from '../model/index.js';
import { contains, overlaps } from '../model/index.js';
import { code, text } from './message.js';
import { defineRule } from './rule.js';
import { secretsOfCommand } from './secret-arguments.js';
import { knownSecretsIn, masked } from './secret-formats.js';
import { isPlaceholder } from './secret-words.js';

export const secretHardCoded = defineRule({
  id: 'secret-hard-coded',
  topic: 'security',
  stages: 'all',
  onbuild: true,
  severity: 'error',
  variants: {
    'known-format': { aliases: ['cb9598a8'] },
    'in-run': { aliases: ['S6437', 'DS-0031'] },
    'git-url': {},
  },
  summary: 'Do not write a secret into a Dockerfile.',

  *find({ dockerfile }) {
    const search = knownSecretsIn(dockerfile.text, 0).length > 0 ? knownSecretsIn : () => [];
    for (const instruction of dockerfile.instructions) {
      const said: Span[] = [];
      const isNew = ({ at }: { at: Span }) => !said.some((other) => overlaps(other, at)) && said.push(at) > 0;
      for (const { at, kind, hint } of secretsIn(dockerfile, instruction, search).filter(isNew))
        yield { variant: 'known-format', at, kind, hint };
      for (const { at, hint } of secretsIn(dockerfile, instruction, credentialsIn).filter(isNew))
        yield { variant: 'git-url', at, kind: 'the password of an address', hint };
      for (const { at, kind, hint } of commandsOf(instruction).flatMap(secretsGivenTo).filter(isNew))
        yield { variant: 'in-run', at, kind, hint };
    }
  },

  explain: ({ kind, hint }) => ({
    what: text`${code(hint)} is ${kind}, written into the Dockerfile.`,
    why: text`It is in the repository, in the build cache and in the history of whatever stage holds it, and a later step can't take it out again.`,
    todo: text`Revoke it, for it counts as known, and mount its successor with ${code('RUN --mount=type=secret')}.`,
  }),
});

interface Found {
  readonly at: Span;
  readonly kind: string;
  readonly hint: string;
}

/** In an instruction with its heredocs, without the comments between its lines. */
function secretsIn<F extends { at: Span }>(
  { text: source }: Dockerfile,
  { at, commentsInside }: Instruction,
  search: (text: string, offset: number) => readonly F[],
): readonly F[] {
  const found = search(source.slice(at.start, at.end), at.start);
  return found.filter((secret) => !commentsInside.some((comment) => contains(comment.at, secret.at)));
}

/** `https://user:password@host`; a variable in place of the password is no password. */
const CREDENTIALS =
  /(?<![A-Za-z0-9+.-])[a-z][a-z0-9+.-]{0,20}:\/\/(?<user>[^\s/@:"'`$<>{}]{0,100}):(?<password>[^\s/@"'`$<>{}]{1,200})@(?<host>[^\s/:"'`]{1,200})/gi;
const OWN_MACHINE = /^(?:localhost|127\.\d+\.\d+\.\d+|\[::1\])$/;

function credentialsIn(source: string, offset: number): readonly Found[] {
  if (!source.includes('://')) return [];
  return [...source.matchAll(CREDENTIALS)].flatMap(({ 0: whole, index, groups = {} }) => {
    const { user = '', password = '', host = '' } = groups;
    if (isPlaceholder(password) || password === user || password === 'password' || OWN_MACHINE.test(host)) return [];
    const start = offset + index + whole.indexOf(':', whole.indexOf('://') + 3) + 1;
    return [{ at: { start, end: start + password.length }, kind: 'a password', hint: masked(password) }];
  });
}

function commandsOf(instruction: Instruction): readonly ShellCommand[] {
  const visible = instruction.keyword === 'ONBUILD' ? instruction.trigger : instruction;
  return visible?.keyword === 'RUN' ? (visible.command.script?.commands ?? []) : [];
}

function secretsGivenTo(command: ShellCommand): readonly Found[] {
  return secretsOfCommand(command).map(({ word, value, kind }) => ({
    at: placeOf(word, value),
    kind,
    hint: masked(value),
  }));
}

/** The secret inside its word: `hunter22` of `deploy:hunter22`. */
function placeOf({ at, raw }: ShellWord, value: string): Span {
  const index = raw.lastIndexOf(value);
  const isPlain = index !== -1 && raw.length === at.end - at.start;
  return isPlain ? { start: at.start + index, end: at.start + index + value.length } : at;
}
