/** E4 and E6: an init in front, and what becomes of orphans. */
import { apt, HANDLED, type ProcessCase, type Seen, withC, withPrograms } from '../case.js';

const SLIM = 'debian:trixie-slim';
const INITS = apt('tini', 'dumb-init', 'catatonit', 'busybox', 'sudo', 'gosu');
const UNASKED: Seen = { seconds: 0, exitCode: 143, handled: false };
/** Asked, with no time promised. */
const ASKED: Seen = { seconds: 0, exitCode: 143, handled: true };
const INIT = { init: 'docker-init' } as const;

function c(
  name: string,
  words: readonly string[],
  more: Partial<ProcessCase> & { readonly lines?: readonly string[] } = {},
): ProcessCase {
  const { lines = [], ...rest } = more;
  const dockerfile = withC(SLIM, INITS, ...lines, `CMD ${JSON.stringify(words)}`);
  return { name, row: 'E4', dockerfile, handles: !words.join(' ').includes('nohandler'), ...rest };
}

const DASH = ['dash', '-c', '/app/handler'];
const OPEN = { open: ['handled'] } as const;
const MORE = { row: 'more' } as const;
const signal = (stopSignal: string) => ({ ...MORE, options: { ...INIT, stopSignal } }) as const;

export const INIT_CASES: readonly ProcessCase[] = [
  c('init', ['/app/handler'], { options: INIT, seen: { ...HANDLED, tree: 'docker-init(handler)' } }),
  c('init-dash', DASH, { options: INIT, seen: { ...UNASKED, tree: 'docker-init(dash(handler))' } }),
  c('init-bash', ['bash', '-c', '/app/handler'], { options: INIT, seen: { ...HANDLED, tree: 'docker-init(handler)' } }),
  c('init-bash-echo', ['bash', '-c', '/app/handler; echo done'], {
    options: INIT,
    seen: { ...UNASKED, tree: 'docker-init(bash(handler))' },
  }),
  c('catatonit-dash', ['catatonit', '--', ...DASH], { seen: UNASKED }),
  c('tini-dash', ['tini', '--', ...DASH], { seen: UNASKED }),
  c('tini-g-dash', ['tini', '-g', '--', ...DASH], { ...OPEN, seen: ASKED }),
  c('init-group', DASH, { ...OPEN, options: INIT, lines: ['ENV TINI_KILL_PROCESS_GROUP=1'], seen: ASKED }),
  c('dumb-init-dash', ['dumb-init', ...DASH], { ...OPEN, seen: ASKED }),
  c('tini-g-jobs', ['tini', '-g', '--', 'dash', '-c', '/app/handler & /app/handler & wait'], {
    ...OPEN,
    seen: { seconds: 0, handled: true },
  }),
  c('dash-tini', ['dash', '-c', 'tini -- /app/handler'], {
    seen: { seconds: 10, exitCode: 137, handled: false, tree: 'dash(tini(handler))' },
  }),
  c('init-trap', ['dash', '-c', `trap 'kill -TERM $p; wait $p' TERM; /app/handler & p=$!; wait $p`], {
    ...MORE,
    options: INIT,
  }),
  c('dumb-init-c-dash', ['dumb-init', '-c', ...DASH], MORE),
  c('dumb-init-rewrite', ['dumb-init', '--rewrite', '15:2', '/app/handler'], MORE),
  c('tini-e', ['tini', '-e', '143', '--', '/app/nohandler'], MORE),
  c('catatonit-g-dash', ['catatonit', '-g', '--', ...DASH], { ...MORE, ...OPEN }),
  c('catatonit', ['catatonit', '--', '/app/nohandler'], MORE),
  c('dumb-init', ['dumb-init', '/app/nohandler'], MORE),
  c('init-dash-sigint', DASH, signal('SIGINT')),
  c('init-dash-sigquit', DASH, signal('SIGQUIT')),
  c('init-dash-sighup', DASH, signal('SIGHUP')),
  c('init-bash-sigint', ['bash', '-c', '/app/handler; echo done'], signal('SIGINT')),
  c('init-bash-sigquit', ['bash', '-c', '/app/handler; echo done'], signal('SIGQUIT')),
  c('init-bash-sighup', ['bash', '-c', '/app/handler; echo done'], signal('SIGHUP')),
  c('init-ash-sigint', ['busybox', 'ash', '-c', '/app/handler; echo done'], signal('SIGINT')),
  c('init-ash-sigquit', ['busybox', 'ash', '-c', '/app/handler; echo done'], signal('SIGQUIT')),
  c('init-ash-sighup', ['busybox', 'ash', '-c', '/app/handler; echo done'], signal('SIGHUP')),
  c('sudo', ['sudo', '-u', 'nobody', '/app/handler'], MORE),
  c('sudo-nohandler', ['sudo', '-u', 'nobody', '/app/nohandler'], MORE),
  c('sudo-init', ['sudo', '-u', 'nobody', '/app/nohandler'], { ...MORE, options: INIT }),
  c('su', ['su', '-s', '/bin/sh', 'nobody', '-c', '/app/handler'], MORE),
  c('su-exec', ['su', '-s', '/bin/sh', 'nobody', '-c', 'exec /app/handler'], MORE),
  c('runuser', ['runuser', '-u', 'nobody', '/app/handler'], MORE),
  c('setpriv', ['setpriv', '--reuid', 'nobody', '--clear-groups', '/app/handler'], MORE),
  c('gosu', ['gosu', 'nobody', '/app/handler'], MORE),
  c('timeout', ['timeout', '100', '/app/handler'], MORE),
  c('timeout-nohandler', ['timeout', '100', '/app/nohandler'], MORE),
  c('timeout-init', ['timeout', '100', '/app/nohandler'], { ...MORE, options: INIT }),
];

function zombies(
  name: string,
  base: string,
  words: readonly string[],
  count: number,
  more: Partial<ProcessCase> & { readonly lines?: readonly string[] } = {},
): ProcessCase {
  const { lines = [], ...rest } = more;
  const dockerfile = withPrograms(base, ...lines, `CMD ${JSON.stringify(words)}`);
  return { name: `zombies-${name}`, row: 'E6', dockerfile, handles: false, seen: { zombies: count }, ...rest };
}

export const ZOMBIE_CASES: readonly ProcessCase[] = [
  zombies('python', 'python:3.13-slim', ['python3', 'orphans.py'], 5),
  zombies('python-init', 'python:3.13-slim', ['python3', 'orphans.py'], 0, { options: INIT }),
  zombies('node', 'node:24-slim', ['node', 'orphans.js'], 5),
  zombies('node-init', 'node:24-slim', ['node', 'orphans.js'], 0, { options: INIT }),
  zombies('node-tini', 'node:24-slim', ['tini', '--', 'node', 'orphans.js'], 0, { lines: [apt('tini')] }),
  zombies('dash', SLIM, ['dash', 'orphans.sh'], 0),
  zombies('bash', SLIM, ['bash', 'orphans.sh'], 0),
  zombies('ash', 'alpine:3.23', ['sh', 'orphans.sh'], 0),
  zombies('dash-python', 'python:3.13-slim', ['dash', '-c', 'python3 orphans.py'], 0),
];
