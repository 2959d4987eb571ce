import { describe, expect, test } from 'vitest';
import { type Given, predictionLine, predictText } from './prediction-line.js';

const ASKED = '10 s 137, 0 s 0*';
const IN_THE_WAY = '10 s 137, 10 s 137';
const UNKNOWN = '? s ??, ? s ??';

function check(cases: readonly (Given & { readonly title?: string; readonly is: string })[]): void {
  test.each(cases.map((one) => [one.title ?? one.text.split('\n').slice(-2).join(' | '), one] as const))(
    '%s',
    (_, one) => {
      expect(predictionLine(predictText(one))).toBe(one.is);
    },
  );
}

describe('the command that Docker starts', () => {
  check([
    { text: 'FROM node:24\nCMD ["node", "server.js"]', is: `node: ${ASKED}` },
    {
      title: 'node’s entrypoint puts node in front of a file',
      text: 'FROM node:24\nCMD ["server.js"]',
      is: `node: ${ASKED}`,
    },
    { title: 'and in front of an option', text: 'FROM node:24\nCMD ["--version"]', is: `node: ${ASKED}` },
    { title: 'ENTRYPOINT drops the CMD of the base', text: 'FROM node:24\nENTRYPOINT ["app"]', is: `app: ${ASKED}` },
    {
      title: 'that of the stage below',
      text: 'FROM debian:13-slim AS a\nCMD ["app"]\nFROM a\nRUN true',
      is: `app: ${ASKED}`,
    },
    {
      title: 'of the target',
      text: 'FROM debian:13-slim AS a\nCMD ["one"]\nFROM debian:13-slim\nCMD ["two"]',
      target: 'a',
      is: `one: ${ASKED}`,
    },
    {
      title: 'CMD is the arguments of ENTRYPOINT',
      text: 'FROM debian:13-slim\nENTRYPOINT ["nice"]\nCMD ["app"]',
      is: `app: ${ASKED}`,
    },
    {
      title: 'a shell form behind an entrypoint',
      text: 'FROM debian:13-slim\nENTRYPOINT ["tini", "--"]\nCMD app',
      is: 'tini(sh(app)): 0 s 143, 0 s 143',
    },
    {
      title: 'distroless images of languages have an entrypoint',
      text: 'FROM gcr.io/distroless/nodejs24-debian13\nCMD ["a.js"]',
      is: `node: ${ASKED}`,
    },
    { text: 'FROM scratch\nCMD ["/app"]', is: `app: ${ASKED}` },
    { text: 'FROM gcr.io/distroless/static\nCMD ["/app"]', is: `app: ${ASKED}` },
    {
      title: 'SHELL decides',
      text: 'FROM debian:13-slim\nSHELL ["/bin/bash", "-o", "pipefail", "-c"]\nCMD app --all',
      is: `app: ${ASKED}`,
    },
    { title: 'continued lines', text: 'FROM alpine:3.24\nCMD cd /srv && \\\n  app \\\n  --all', is: `app: ${ASKED}` },
    {
      title: 'the link decides what sh is',
      text: 'FROM debian:13-slim\nRUN ln -sf /bin/bash /bin/sh\nCMD app',
      is: `app: ${ASKED}`,
    },
    {
      title: 'no stage of this file is known to have no entrypoint',
      text: 'FROM example.org/x\nCMD ["app"]',
      is: `?: ${UNKNOWN}`,
    },
    { text: 'FROM example.org/x\nENTRYPOINT ["app"]', is: `app: ${ASKED}` },
    {
      title: 'an unknown shell may stay or make way',
      text: 'FROM example.org/x\nENTRYPOINT app',
      is: '?: 10 s 137, ? s ??',
    },
    {
      title: 'every shell stays in front of a pipe',
      text: 'FROM example.org/x\nENTRYPOINT app | cat',
      is: `sh(app cat): ${IN_THE_WAY}`,
    },
    { title: 'a variable in the place of the program', text: 'FROM alpine:3.24\nCMD exec $APP', is: `?: ${UNKNOWN}` },
    { title: 'with a folder that is one', text: 'FROM alpine:3.24\nCMD exec ${HOME}/bin/app', is: `app: ${ASKED}` },
    { text: 'FROM mcr.microsoft.com/windows/nanoserver:ltsc2025\nCMD app.exe', is: `?: ${UNKNOWN}` },
    { title: 'zsh was not measured', text: 'FROM debian:13-slim\nCMD ["zsh", "-c", "app"]', is: `?: ${UNKNOWN}` },
  ]);
});

describe('whether it starts', () => {
  test.each([
    ['FROM node:24\nCMD ["node", "a.js"]', true],
    ['FROM debian:13-slim\nCMD sleep 5', true],
    ['FROM nginx:1.29', true],
    ['FROM debian:13-slim\nCMD ["app"]', null],
    ['FROM example.org/x\nENTRYPOINT ["app"]', null],
    ['FROM scratch\nCMD app', false],
    ['FROM scratch\nENTRYPOINT ["/bin/sh", "-c"]\nCMD ["app"]', false],
    ['FROM gcr.io/distroless/static\nCMD ["sh", "-c", "app"]', false],
    ['FROM gcr.io/distroless/static\nCOPY --from=busybox /bin/busybox /bin/sh\nCMD app', null],
    ['FROM scratch\nCOPY app /', false],
    ['FROM node:24\nENTRYPOINT []\nCMD []', false],
    ["FROM node:24\nCMD ['node', 'a.js']", false],
    ['FROM python:3.14-slim\nENTRYPOINT ["python3"]\nCMD app.py', false],
  ])('%s', (text, starts) => {
    expect(predictText({ text }).starts).toBe(starts);
  });

  test('a script needs the shell of its first line', () => {
    const text = 'FROM gcr.io/distroless/static\nCOPY start.sh /\nENTRYPOINT ["/start.sh"]';
    expect(predictText({ text, files: { 'start.sh': '#!/bin/sh\nexec app' } }).starts).toBe(false);
  });
});

describe('entrypoint scripts', () => {
  const BASE = 'FROM debian:13-slim\nCOPY entry.sh /usr/local/bin/\nENTRYPOINT ["entry.sh"]';
  const withScript = (script: string, cmd = '["app"]'): Given => ({
    text: `${BASE}\nCMD ${cmd}`,
    files: { 'entry.sh': script },
  });
  check([
    { title: 'exec "$@"', ...withScript('#!/bin/sh\nset -e\nexec "$@"'), is: `app: ${ASKED}` },
    { title: 'without exec', ...withScript('#!/bin/sh\nset -e\n"$@"'), is: `entry.sh(app): ${IN_THE_WAY}` },
    {
      title: 'exec of nothing does nothing',
      ...withScript('#!/bin/sh\nother\nexec "$@"', '[]'),
      is: `entry.sh(other): ${IN_THE_WAY}`,
    },
    { title: 'its text is not known', text: `${BASE}\nCMD ["app"]`, is: `?: ${UNKNOWN}` },
    { title: 'exec through gosu', ...withScript('#!/bin/bash\nexec gosu app "$@"'), is: `app: ${ASKED}` },
    {
      title: 'it starts itself as somebody else',
      ...withScript('#!/bin/sh\nif [ "$(id -u)" = 0 ]; then\n  exec su-exec app "$0" "$@"\nfi\nexec "$@"'),
      is: `app: ${ASKED}`,
    },
    {
      title: 'an option gets the program',
      ...withScript(
        '#!/bin/sh\nif [ "${1#-}" != "$1" ]; then\n  set -- server "$@"\nfi\nexec "$@"',
        '["--port", "80"]',
      ),
      is: `server: ${ASKED}`,
    },
    {
      title: 'and a command does not',
      ...withScript('#!/bin/sh\n[ "${1#-}" != "$1" ] && set -- server "$@"\nexec "$@"'),
      is: `app: ${ASKED}`,
    },
    {
      title: 'a test of the first argument',
      ...withScript('#!/bin/sh\nif [ "$1" = "web" ]; then\n  exec gunicorn app\nelse\n  exec worker\nfi', '["web"]'),
      is: 'gunicorn: 0 s 0*, 0 s 0*',
    },
    {
      title: 'its other branch',
      ...withScript('#!/bin/sh\nif [ "$1" = "web" ]; then\n  exec gunicorn app\nelse\n  exec worker\nfi', '["jobs"]'),
      is: `worker: ${ASKED}`,
    },
    {
      title: 'which branch is not known',
      ...withScript('#!/bin/sh\ncase "$MODE" in\n  a) exec one ;;\n  *) two ;;\nesac'),
      is: '?: 10 s 137, ? s ??',
    },
    { title: 'shift', ...withScript('#!/bin/sh\nshift\nexec "$@"', '["skipped", "app"]'), is: `app: ${ASKED}` },
    { title: 'a default', ...withScript('#!/bin/sh\nexec "${1:-server}"', '[]'), is: `server: ${ASKED}` },
    {
      title: 'an interpreter of another language',
      ...withScript('#!/usr/bin/env python3\nimport app'),
      is: `python3: ${ASKED}`,
    },
    {
      title: 'bash start.sh',
      text: 'FROM debian:13-slim\nWORKDIR /srv\nCOPY . .\nCMD ["bash", "start.sh"]',
      files: { 'start.sh': 'exec app' },
      is: `app: ${ASKED}`,
    },
    {
      title: 'a heredoc of COPY',
      text: 'FROM debian:13-slim\nCOPY <<EOF /start\n#!/bin/sh\nexec app\nEOF\nCMD ["/start"]',
      is: `app: ${ASKED}`,
    },
    {
      title: 'a heredoc of RUN',
      text: 'FROM debian:13-slim\nRUN cat <<EOF >/start.sh\n#!/bin/sh\napp\nEOF\nCMD ["/start.sh"]',
      is: `start.sh(app): ${IN_THE_WAY}`,
    },
    {
      title: 'text that an echo writes can’t be seen',
      text: 'FROM debian:13-slim\nRUN echo app >/start.sh\nCMD ["/start.sh"]',
      is: `?: ${UNKNOWN}`,
    },
    {
      title: 'a script of another image can’t be seen',
      text: 'FROM debian:13-slim\nCOPY --from=example.org/x /start.sh /\nCMD ["/start.sh"]',
      is: `?: ${UNKNOWN}`,
    },
    {
      title: 'a function as the action of a trap',
      ...withScript(
        '#!/bin/sh\nstop() {\n  kill -TERM "$pid"\n  wait "$pid"\n  exit 0\n}\ntrap stop TERM\napp &\npid=$!\nwait "$pid"',
      ),
      is: 'entry.sh(app): 0 s 0, 0 s 0*',
    },
    {
      title: 'a trap that does not wait',
      ...withScript("#!/bin/sh\ntrap 'kill $pid' TERM\napp &\npid=$!\nwait $pid"),
      is: 'entry.sh(app): 0 s 143, 0 s 143?',
    },
    {
      title: 'a trap for all jobs',
      ...withScript("#!/bin/sh\ntrap 'kill $(jobs -p); wait; exit 4' TERM\none &\ntwo &\nwait"),
      is: 'entry.sh(one two): 0 s 4, 0 s 4*',
    },
    {
      title: 'a trap for another signal',
      ...withScript("#!/bin/sh\ntrap 'exit 0' INT\napp &\nwait"),
      is: `entry.sh(app): ${IN_THE_WAY}`,
    },
    {
      title: 'a trap that is taken away',
      ...withScript("#!/bin/sh\ntrap 'exit 0' TERM\ntrap - TERM\napp &\nwait"),
      is: `entry.sh(app): ${IN_THE_WAY}`,
    },
    { title: 'an ignored signal', ...withScript("#!/bin/sh\ntrap '' TERM\napp"), is: `entry.sh(app): ${IN_THE_WAY}` },
    {
      title: 'jobs beside the program',
      ...withScript('#!/bin/sh\ncron\nhelper &\nexec "$@"'),
      is: `app(helper cron): ${ASKED}`,
    },
    {
      title: 'a job of another script stays a job',
      ...withScript('#!/bin/sh\napp &\ntail -f /dev/null'),
      is: `entry.sh(app tail): ${IN_THE_WAY}`,
    },
    {
      title: 'everything behind exit is left out',
      ...withScript('#!/bin/sh\napp\nexit\nexec other'),
      is: `entry.sh(app): ${IN_THE_WAY}`,
    },
  ]);

  test('a script that starts itself ends the reading', () => {
    const text = 'FROM debian:13-slim\nCOPY a.sh b.sh /\nCMD ["/a.sh"]';
    const files = { 'a.sh': '#!/bin/sh\n/b.sh', 'b.sh': '#!/bin/sh\n/a.sh' };
    expect(predictText({ text, files }).stop[1]?.seconds).toBe(10);
  });

  test('more ways than can be followed are said to be too many', () => {
    const branches = Array.from({ length: 30 }, (_, index) => `  ${index}) exec app${index} ;;`).join('\n');
    const { why, pid1 } = predictText(withScript(`#!/bin/sh\ncase "$X" in\n${branches}\nesac`));
    expect([pid1, why]).toEqual([null, 'There are too many ways in which this may go on.']);
  });
});

describe('signals', () => {
  check([
    { text: 'FROM python:3.14-slim\nSTOPSIGNAL SIGINT\nCMD ["python3", "a.py"]', is: 'python3: 0 s 130, 0 s 0*' },
    { text: 'FROM python:3.14-slim\nSTOPSIGNAL 2\nCMD ["python3", "a.py"]', is: 'python3: 0 s 130, 0 s 0*' },
    { text: 'FROM debian:13-slim\nSTOPSIGNAL SIGKILL\nCMD ["app"]', is: 'app: 0 s 137, 0 s 137' },
    { title: 'the base image’s', text: 'FROM nginx:1.29', is: 'nginx: 0 s 0*, 0 s 0*' },
    {
      title: 'a signal that nginx was not measured with',
      text: 'FROM nginx:1.29\nSTOPSIGNAL SIGUSR2',
      is: `nginx: ${UNKNOWN}`,
    },
    {
      title: 'SIGWINCH ends nobody',
      text: 'FROM debian:13-slim\nSTOPSIGNAL SIGWINCH\nENTRYPOINT ["tini", "--", "app"]',
      is: `tini(app): ${ASKED}`,
    },
    {
      title: 'of docker run',
      text: 'FROM debian:13-slim\nCMD ["tail"]',
      options: { stopSignal: 'SIGHUP' },
      is: `tail: ${IN_THE_WAY}`,
    },
    {
      title: 'another grace period',
      text: 'FROM debian:13-slim\nCMD ["app"]',
      options: { gracePeriod: 30 },
      is: 'app: 30 s 137, 0 s 0*',
    },
  ]);

  test.each([
    ['FROM debian:13-slim\nCMD ["app"]', 'SIGTERM'],
    ['FROM debian:13-slim\nARG S=quit\nSTOPSIGNAL $S\nCMD ["app"]', 'SIGQUIT'],
    ['FROM debian:13-slim\nSTOPSIGNAL RTMIN+3\nCMD ["app"]', 'SIGRTMIN+3'],
    ['FROM php:8.4-fpm', 'SIGQUIT'],
  ])('%s', (text, signal) => {
    expect(predictText({ text }).stopSignal).toBe(signal);
  });

  test('who gets what', () => {
    const { stop } = predictText({ text: 'FROM debian:13-slim\nCMD app', options: { init: 'docker-init' } });
    expect(stop[1]?.receives).toEqual([
      { command: 'docker-init', signal: 'SIGTERM', from: 'docker', effect: 'passed-on' },
      { command: 'sh', signal: 'SIGTERM', from: 'docker-init', effect: 'ends' },
      { command: 'app', signal: 'SIGKILL', from: 'kernel', effect: 'killed' },
    ]);
    expect(stop[1]?.why).toContain('app is killed without having been asked.');
  });
});

describe('programs', () => {
  const GO = (version: string) =>
    `FROM golang:${version} AS build\nRUN go build -o /out/app .\nFROM debian:13-slim\nCOPY --from=build /out/app /srv/app\n`;
  check([
    { text: `${GO('1.24')}CMD ["/srv/app"]`, is: 'app: 0 s 2, 0 s 0*' },
    { text: `${GO('1.27')}CMD ["/srv/app"]`, is: 'app: 0 s 143, 0 s 0*' },
    { title: 'what Go 1.26 does was not measured', text: `${GO('1.26')}CMD ["/srv/app"]`, is: 'app: 0 s ?, 0 s 0*' },
    { title: 'another program of the same image', text: `${GO('1.24')}CMD ["/srv/other"]`, is: `other: ${ASKED}` },
    {
      title: 'through a stage between',
      text: `${GO('1.24')}FROM debian:13-slim\nCOPY --from=1 /srv/ /srv/\nCMD ["/srv/app"]`,
      is: 'app: 0 s 2, 0 s 0*',
    },
    { text: 'FROM golang:1.24\nRUN go build -o app .\nCMD ["./app"]', is: 'app: 0 s 2, 0 s 0*' },
    { text: 'FROM redis:8', is: 'redis-server: 0 s 0*, 0 s 0*' },
    { text: 'FROM httpd:2.4', is: 'httpd: 0 s 0*, 0 s 0*' },
    { title: 'nginx goes into the background', text: 'FROM debian:13-slim\nCMD ["nginx"]', is: 'nginx: 0 s 0, 0 s 0' },
    {
      title: 'its configuration may keep it',
      text: 'FROM debian:13-slim\nRUN echo "daemon off;" >>/etc/nginx/nginx.conf\nCMD ["nginx"]',
      is: 'nginx: 0 s 0*, 0 s 0*',
    },
    {
      title: 'a configuration that can’t be seen',
      text: 'FROM debian:13-slim\nCOPY nginx.conf /etc/nginx/\nCMD ["nginx"]',
      is: 'nginx: 0 s 0?, 0 s 0?',
    },
    { title: 'nobody is there to type', text: 'FROM node:24', is: 'node: 0 s 0, 0 s 0' },
    {
      title: 'a prompt with a terminal',
      text: 'FROM node:24',
      options: { interactive: true },
      is: `node: ${IN_THE_WAY}`,
    },
    {
      title: 'ends by itself while Docker waits',
      text: 'FROM debian:13-slim\nCMD ["sleep", "4"]',
      is: 'sleep: 4 s 0, 4 s 0',
    },
    { text: 'FROM debian:13-slim\nCMD ["sleep", "4m"]', is: `sleep: ${IN_THE_WAY}` },
    { title: 'nothing but the shell runs', text: 'FROM debian:13-slim\nCMD echo hello', is: 'sh: 0 s 0, 0 s 0' },
    { text: 'FROM debian:13-slim\nENTRYPOINT ["supervisord"]', is: 'supervisord: 0 s 0*, 0 s 0*' },
    { text: 'FROM rust:1\nCMD ["cargo", "run"]', is: `cargo: ${UNKNOWN}` },
    { text: 'FROM debian:13-slim\nCMD ["pm2-runtime", "app.js"]', is: `pm2-runtime: ${UNKNOWN}` },
    {
      title: 'an init that has nothing to start',
      text: 'FROM debian:13-slim\nENTRYPOINT ["tini", "--"]',
      is: `tini: ${UNKNOWN}`,
    },
  ]);
});

describe('zombies', () => {
  test.each([
    ['FROM node:24\nCMD ["node", "a.js"]', undefined, false],
    ['FROM node:24\nCMD ["node", "a.js"]', 'docker-init', true],
    ['FROM debian:13-slim\nCMD app', undefined, true],
    ['FROM debian:13-slim\nCMD ["app"]', undefined, null],
    ['FROM node:24-slim\nCMD ["npm", "start"]', undefined, false],
  ] as const)('%s %s', (text, init, reaps) => {
    expect(predictText({ text, ...(init && { options: { init } }) }).reapsZombies).toBe(reaps);
  });
});

test('there is no stage', () => {
  expect(predictText({ text: '' }).pid1).toBe(null);
});
