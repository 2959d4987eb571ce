/** E2 and E9: one program, started by itself. */
import { apt, DIED, HANDLED, IGNORED, type ProcessCase, withC, withPrograms } from '../case.js';

const SLIM = 'debian:trixie-slim';
const NODE = 'node:24-slim';
const PYTHON = 'python:3.13-slim';
const INIT = { init: 'docker-init' } as const;

const exec = (...words: readonly string[]) => `CMD ${JSON.stringify(words)}`;
const E2 = { row: 'E2' } as const;
const MORE = { row: 'more' } as const;
/** Debian's program has its version in its name. */
const FPM = 'RUN mkdir -p /run/php && ln -s php-fpm8.4 /usr/sbin/php-fpm';
const APACHE =
  'ENV APACHE_RUN_DIR=/tmp APACHE_RUN_USER=www-data APACHE_RUN_GROUP=www-data APACHE_LOG_DIR=/tmp APACHE_PID_FILE=/tmp/pid';

function node(name: string, words: readonly string[], more: Partial<ProcessCase> = {}): ProcessCase {
  return { name, ...E2, dockerfile: withPrograms(NODE, exec('node', ...words)), handles: false, ...more };
}

function python(name: string, words: readonly string[], more: Partial<ProcessCase> = {}): ProcessCase {
  return { name, ...E2, dockerfile: withPrograms(PYTHON, exec('python3', ...words)), handles: false, ...more };
}

function debian(
  name: string,
  packages: readonly string[],
  words: readonly string[],
  more: Partial<ProcessCase> & { readonly lines?: readonly string[] } = {},
): ProcessCase {
  const { lines = [], ...rest } = more;
  return {
    name,
    ...E2,
    dockerfile: withPrograms(SLIM, apt(...packages), ...lines, exec(...words)),
    handles: false,
    ...rest,
  };
}

function java(name: string, program: string, more: Partial<ProcessCase> = {}): ProcessCase {
  const lines = [
    'RUN mkdir -p /usr/share/man/man1',
    apt('default-jdk-headless'),
    'WORKDIR /build',
    'COPY *.java ./',
    'RUN javac *.java',
  ];
  const dockerfile = [`FROM ${SLIM}`, ...lines, exec('java', program)].join('\n');
  return { name, ...E2, dockerfile, handles: false, ...more };
}

function go(name: string, program: string, more: Partial<ProcessCase> = {}, version = '1.24'): ProcessCase {
  const build = [
    `FROM golang:${version} AS build`,
    'WORKDIR /src',
    `COPY ${program}.go ./`,
    `RUN CGO_ENABLED=0 go build -o /out/app ${program}.go`,
  ];
  const dockerfile = [...build, `FROM ${SLIM}`, 'COPY --from=build /out/app /usr/local/bin/app', exec('app')].join(
    '\n',
  );
  return { name, ...E2, dockerfile, handles: false, ...more };
}

export const RUNTIMES: readonly ProcessCase[] = [
  { name: 'sleep', ...E2, dockerfile: `FROM ${SLIM}\n${exec('sleep', '100')}`, handles: false, seen: IGNORED },
  {
    name: 'sleep-init',
    ...E2,
    dockerfile: `FROM ${SLIM}\n${exec('sleep', '100')}`,
    options: INIT,
    handles: false,
    seen: DIED,
  },
  {
    name: 'sleep-infinity',
    ...E2,
    dockerfile: `FROM ${SLIM}\n${exec('sleep', 'infinity')}`,
    handles: false,
    seen: IGNORED,
  },
  {
    name: 'tail',
    ...E2,
    dockerfile: `FROM ${SLIM}\n${exec('tail', '-f', '/dev/null')}`,
    handles: false,
    seen: IGNORED,
  },
  node('node', ['nohandler.js'], { seen: { ...IGNORED, tree: 'node' } }),
  node('node-init', ['nohandler.js'], { options: INIT, seen: { ...DIED, tree: 'docker-init(node)' } }),
  node('node-handler', ['handler.js'], { handles: true, seen: { ...HANDLED, tree: 'node' } }),
  node('node-sigint', ['nohandler.js'], { options: { stopSignal: 'SIGINT' }, seen: IGNORED }),
  python('python', ['nohandler.py'], { seen: { ...IGNORED, tree: 'python3' } }),
  python('python-init', ['nohandler.py'], { options: INIT, seen: DIED }),
  python('python-handler', ['handler.py'], { handles: true, seen: HANDLED }),
  python('python-http-server', ['-m', 'http.server'], { seen: IGNORED }),
  python('python-http-server-init', ['-m', 'http.server'], { options: INIT, seen: DIED }),
  python('python-sigint', ['nohandler.py'], { options: { stopSignal: 'SIGINT' }, seen: { seconds: 0, exitCode: 130 } }),
  python('python-sigint-init', ['nohandler.py'], { ...MORE, options: { ...INIT, stopSignal: 'SIGINT' } }),
  { name: 'c', ...E2, dockerfile: withC(SLIM, exec('/app/nohandler')), handles: false, seen: IGNORED },
  { name: 'c-handler', row: 'E3', dockerfile: withC(SLIM, exec('/app/handler')), handles: true },
  debian('perl', ['perl'], ['perl', '-e', 'sleep'], { seen: IGNORED }),
  debian('php', ['php-cli'], ['php', '-r', 'for (;;) sleep(1);'], { seen: IGNORED }),
  debian('php-server', ['php-cli'], ['php', '-S', '0.0.0.0:80'], { seen: IGNORED }),
  debian('ruby', ['ruby'], ['ruby', '-e', 'sleep'], { seen: { seconds: 0, exitCode: 1, handled: false } }),
  debian('ruby-init', ['ruby'], ['ruby', '-e', 'sleep'], { ...MORE, options: INIT }),
  debian('ruby-handler', ['ruby'], ['ruby', 'handler.rb'], { ...MORE, handles: true }),
  debian('ruby-sigint', ['ruby'], ['ruby', '-e', 'sleep'], { ...MORE, options: { stopSignal: 'SIGINT' } }),
  go('go', 'nohandler', { seen: { seconds: 0, exitCode: 2, handled: false } }),
  go('go-init', 'nohandler', { options: INIT, seen: DIED }),
  go('go-handler', 'handler', { ...MORE, handles: true }),
  go('go-sigint', 'nohandler', { ...MORE, options: { stopSignal: 'SIGINT' } }),
  go('go-1.27', 'nohandler', { seen: DIED, isOnlySeen: true }, '1.27'),
  go('go-1.19', 'nohandler', { seen: { seconds: 0, exitCode: 2, handled: false }, isOnlySeen: true }, '1.19'),
  java('java', 'NoHandler', { seen: DIED }),
  java('java-hook', 'Handler', { handles: true, seen: { seconds: 0, exitCode: 143, handled: true } }),
  java('java-init', 'NoHandler', { ...MORE, options: INIT }),
  java('java-sigint', 'NoHandler', { ...MORE, options: { stopSignal: 'SIGINT' } }),
  java('java-sighup', 'NoHandler', { ...MORE, options: { stopSignal: 'SIGHUP' } }),
  java('java-sigquit', 'NoHandler', { ...MORE, options: { stopSignal: 'SIGQUIT' } }),
  debian('redis', ['redis-server'], ['redis-server'], { seen: { seconds: 0, exitCode: 0, tree: 'redis-server' } }),
  debian('redis-sigint', ['redis-server'], ['redis-server'], { ...MORE, options: { stopSignal: 'SIGINT' } }),
  debian('nginx', ['nginx'], ['nginx', '-g', 'daemon off;'], { seen: { seconds: 0, exitCode: 0 } }),
  debian('nginx-sigquit', ['nginx'], ['nginx', '-g', 'daemon off;'], {
    lines: ['STOPSIGNAL SIGQUIT'],
    seen: { seconds: 0, exitCode: 0 },
  }),
  debian('nginx-sigint', ['nginx'], ['nginx', '-g', 'daemon off;'], { ...MORE, options: { stopSignal: 'SIGINT' } }),
  debian('nginx-daemon', ['nginx'], ['nginx'], { seen: { seconds: 0, exitCode: 0, tree: '' } }),
  debian('service-start', ['nginx'], ['service', 'nginx', 'start'], MORE),
  {
    name: 'bash-interactive',
    ...E2,
    dockerfile: `FROM ${SLIM}\n${exec('bash')}`,
    options: { interactive: true },
    handles: false,
    seen: IGNORED,
  },
  {
    name: 'dash-interactive',
    ...E2,
    dockerfile: `FROM ${SLIM}\n${exec('dash')}`,
    options: { interactive: true },
    handles: false,
    seen: IGNORED,
  },
  { name: 'bash-alone', ...MORE, dockerfile: `FROM ${SLIM}\n${exec('bash')}`, handles: false },
  { name: 'node-interactive', ...MORE, dockerfile: `FROM ${NODE}`, options: { interactive: true }, handles: false },
  { name: 'node-alone', ...MORE, dockerfile: `FROM ${NODE}`, handles: false },
  { name: 'python-interactive', ...MORE, dockerfile: `FROM ${PYTHON}`, options: { interactive: true }, handles: false },
  { name: 'python-alone', ...MORE, dockerfile: `FROM ${PYTHON}`, handles: false },
  debian('php-alone', ['php-cli'], ['php', '-a'], MORE),
  debian('gunicorn', ['gunicorn'], ['gunicorn', 'app:application'], MORE),
  debian('uvicorn', ['python3-uvicorn'], ['python3', '-m', 'uvicorn', 'app:asgi'], { ...MORE, handles: true }),
  debian('apache', ['apache2'], ['apache2', '-D', 'FOREGROUND'], { ...MORE, lines: [APACHE] }),
  debian('apache-sigwinch', ['apache2'], ['apache2', '-D', 'FOREGROUND'], {
    ...MORE,
    lines: [APACHE, 'STOPSIGNAL SIGWINCH'],
  }),
  debian('apachectl', ['apache2'], ['apachectl', 'start'], MORE),
  debian('php-fpm', ['php-fpm'], ['php-fpm', '-F'], { ...MORE, lines: [FPM] }),
  debian('php-fpm-sigquit', ['php-fpm'], ['php-fpm', '-F'], {
    ...MORE,
    lines: [FPM, 'STOPSIGNAL SIGQUIT'],
  }),
  debian('memcached', ['memcached'], ['memcached', '-u', 'www-data'], MORE),
  debian('supervisord', ['supervisor'], ['supervisord', '-n'], MORE),
  debian('cron', ['cron'], ['cron', '-f'], MORE),
  debian('cron-daemon', ['cron'], ['cron'], MORE),
  debian('service-and-tail', ['nginx'], ['sh', '-c', 'service nginx start && tail -f /dev/null'], MORE),
  python('e9-handler', ['handler.py'], { row: 'E9', handles: true, seen: HANDLED }),
  {
    name: 'e9-tini',
    row: 'E9',
    dockerfile: withPrograms(PYTHON, apt('tini'), `ENTRYPOINT ["tini", "--"]\n${exec('python3', 'nohandler.py')}`),
    handles: false,
    seen: { ...DIED, tree: 'tini(python3)' },
  },
];
