/** E3, E7 and E8: a shell in front of the program. The same lines for dash, ash and bash. */
import { HANDLED, IGNORED, type ProcessCase, type Seen, withC } from '../case.js';

/** The base of each shell, and what makes `/bin/sh` it. */
const SHELLS = {
  dash: { base: 'debian:trixie-slim', lines: [] },
  ash: { base: 'alpine:3.23', lines: [] },
  bash: { base: 'debian:trixie-slim', lines: ['RUN ln -sf bash /bin/sh'] },
} as const;
type ShellName = keyof typeof SHELLS;
const NAMES = Object.keys(SHELLS) as ShellName[];

const FORKED: Seen = { ...IGNORED, tree: 'sh(handler)' };
const REPLACED: Seen = { ...HANDLED, tree: 'handler' };

interface Line {
  readonly name: string;
  readonly text: string;
  /** In the order dash, ash, bash. */
  readonly seen?: readonly [Seen, Seen, Seen];
  readonly row?: string;
  readonly handles?: boolean;
}

const same = (seen: Seen): readonly [Seen, Seen, Seen] => [seen, seen, seen];
const SIMPLE = [FORKED, REPLACED, REPLACED] as const;
const PASSING_ON = `trap 'kill -TERM $p; wait $p' TERM; /app/handler & p=$!; wait $p`;

const LINES: readonly Line[] = [
  { name: 'simple', text: '/app/handler', seen: SIMPLE },
  { name: 'and', text: 'true && /app/handler', seen: SIMPLE },
  { name: 'semicolon', text: 'true; /app/handler', seen: SIMPLE },
  { name: 'cd', text: 'cd /tmp && /app/handler', seen: SIMPLE },
  { name: 'assignment', text: 'FOO=1 /app/handler', seen: SIMPLE },
  { name: 'redirection', text: '/app/handler >/dev/stdout 2>&1', seen: [FORKED, REPLACED, FORKED] },
  { name: 'lines', text: 'set -e; echo starting; /app/handler', seen: SIMPLE },
  { name: 'then-echo', text: '/app/handler; echo done', seen: same(FORKED) },
  { name: 'or-exit', text: '/app/handler || exit 1', seen: same(FORKED) },
  { name: 'pipe', text: '/app/handler | cat', seen: same({ ...IGNORED, tree: 'sh(handler cat)' }) },
  {
    name: 'trap-exit',
    text: `trap 'echo bye' EXIT; /app/handler`,
    seen: [FORKED, FORKED, { seconds: 0, exitCode: 143, handled: false, tree: 'sh(handler)' }],
  },
  { name: 'background', text: '/app/handler & wait', seen: same(FORKED) },
  { name: 'exec', text: 'exec /app/handler', seen: same(REPLACED) },
  { name: 'and-exec', text: 'true && exec /app/handler', seen: same(REPLACED) },
  { name: 'trap', text: PASSING_ON, seen: same({ seconds: 0, exitCode: 143, handled: true, tree: 'sh(handler)' }) },
  { name: 'trap-nohandler', text: PASSING_ON.replace('handler', 'nohandler'), row: 'more', handles: false },
  { name: 'branch', text: 'if true; then /app/handler; fi', row: 'more' },
  { name: 'or', text: 'false || /app/handler', row: 'more' },
  { name: 'group', text: '{ cd /; /app/handler; }', row: 'more' },
  { name: 'subshell', text: '(cd /; /app/handler)', row: 'more' },
  {
    name: 'trap-wait-again',
    text: `trap 'kill -TERM $p' TERM; /app/handler & p=$!; wait $p; trap - TERM; wait $p`,
    row: 'more',
  },
  { name: 'trap-foreground', text: `trap 'exit 0' TERM; /app/handler; echo done`, row: 'more' },
  { name: 'trap-exit-jobs', text: `trap 'exit 3' TERM; /app/handler & wait`, row: 'more' },
];

const SCRIPTS = {
  'entry.sh': '#!/bin/sh\nset -e\necho starting\n"$@"\n',
  'exec.sh': '#!/bin/sh\nset -e\necho starting\nexec "$@"\n',
};

function lines(): ProcessCase[] {
  return LINES.flatMap(({ name, text, seen, row = 'E3', handles = true }) =>
    NAMES.map((shell, index): ProcessCase => {
      const { base, lines: more } = SHELLS[shell];
      const known = seen?.[index];
      return {
        name: `${shell}-${name}`,
        row,
        dockerfile: withC(base, ...more, `CMD ${text}`),
        handles,
        ...(known && { seen: known }),
      };
    }),
  );
}

function scripts(): ProcessCase[] {
  return NAMES.flatMap((shell) => {
    const { base, lines: more } = SHELLS[shell];
    const make = (file: keyof typeof SCRIPTS, seen: Seen): ProcessCase => ({
      name: `${shell}-${file.replace('.sh', '')}-script`,
      row: 'E3',
      dockerfile: withC(base, ...more, `COPY --chmod=755 ${file} /`, `ENTRYPOINT ["/${file}"]`, 'CMD ["/app/handler"]'),
      files: SCRIPTS,
      handles: true,
      seen,
    });
    return [make('entry.sh', { ...IGNORED, tree: 'entry.sh(handler)' }), make('exec.sh', REPLACED)];
  });
}

/** A multi-line text of `-c`, as SHELL and an exec form give it. */
function several(): ProcessCase[] {
  const text = JSON.stringify(['sh', '-c', 'set -e\necho starting\n/app/handler']);
  return NAMES.map((shell, index) => ({
    name: `${shell}-newlines`,
    row: 'E3',
    dockerfile: withC(SHELLS[shell].base, ...SHELLS[shell].lines, `CMD ${text}`),
    handles: true,
    seen: SIMPLE[index] as Seen,
  }));
}

const LOOP = 'while :; do sleep 1; done';

export const SHELL_CASES: readonly ProcessCase[] = [
  ...lines(),
  ...several(),
  ...scripts(),
  {
    name: 'e7-pid-1-exits',
    row: 'E7',
    dockerfile: withC('debian:trixie-slim', 'CMD ["dash", "-c", "/app/handler & sleep 1"]'),
    handles: true,
    seen: { exitCode: 0, handled: false },
  },
  {
    name: 'e8-trap-in-loop',
    row: 'E8',
    dockerfile: withC('debian:trixie-slim', `CMD ["bash", "-c", "trap 'exit 0' TERM; ${LOOP}"]`),
    handles: false,
    isAtMost: true,
    seen: { seconds: 1, exitCode: 0 },
  },
  {
    name: 'e8-loop',
    row: 'E8',
    dockerfile: withC('debian:trixie-slim', `CMD ["bash", "-c", "${LOOP}"]`),
    handles: false,
    seen: IGNORED,
  },
];
