/** Dockerfiles that nobody would write, and damaged ones that somebody did. */
import fc from 'fast-check';

const word = fc.constantFrom(
  'node:26',
  'a',
  '.',
  '/app/',
  './',
  '$X',
  '${X:-y}',
  '${',
  '"a b"',
  "'c",
  '\\',
  '`',
  '#',
  '# c',
  '--from=b',
  '--mount=type=cache,target=/x',
  '--link',
  '--platform=$P',
  '["sh","-c","a && b"]',
  '["a",',
  "['a']",
  '<<EOF',
  '<<-"EOF"',
  'AS',
  'build',
  'A=b',
  'A=',
  '=b',
  '8080/tcp',
  '80-79',
  'apt-get',
  'update',
  '&&',
  'install',
  '-y',
  'git',
  '|',
  'sh',
  'npm',
  'ci',
  'rm',
  '-rf',
  '/var/lib/apt/lists/*',
  '$(curl',
  'x)',
  ';',
  'exec',
  'sudo',
  'chown',
  '-R',
  'pip',
  'NONE',
  'CMD',
  '\u00e9',
  '\ud83d\ude00',
  '\0',
  '\t',
);
const keyword = fc.constantFrom(
  'FROM',
  'RUN',
  'COPY',
  'ADD',
  'ENV',
  'ARG',
  'LABEL',
  'USER',
  'WORKDIR',
  'CMD',
  'ENTRYPOINT',
  'HEALTHCHECK',
  'SHELL',
  'EXPOSE',
  'VOLUME',
  'STOPSIGNAL',
  'ONBUILD',
  'MAINTAINER',
  'from',
  'Run',
  'FORM',
  '# syntax=docker/dockerfile:1',
  '# escape=`',
  '# hadolint ignore=DL3006',
  'EOF',
  '',
);
const lineEnd = fc.constantFrom('\n', '\n', '\n', '\r\n', ' \\\n', ' \\ \n', '`\n', '\n\n', '\n# comment\n', '');

const line = fc
  .tuple(keyword, fc.array(word, { maxLength: 6 }), lineEnd)
  .map(([first, rest, end]) => [first, ...rest].join(' ') + end);

/** Instructions put together from words that mean something somewhere. */
export const madeUp = fc.array(line, { maxLength: 14 }).map((lines) => lines.join(''));

/** A real text with pieces cut out, doubled or replaced. */
export function damaged(sources: readonly string[]): fc.Arbitrary<string> {
  const change = fc.record({
    at: fc.double({ min: 0, max: 1, noNaN: true }),
    length: fc.nat(30),
    text: fc.oneof(word, fc.string({ maxLength: 5 })),
  });
  return fc
    .tuple(fc.constantFrom(...sources), fc.array(change, { minLength: 1, maxLength: 6 }))
    .map(([source, changes]) =>
      changes.reduce((text, { at, length, text: inserted }) => {
        const start = Math.floor(at * text.length);
        return text.slice(0, start) + inserted + text.slice(start + length);
      }, source),
    );
}
