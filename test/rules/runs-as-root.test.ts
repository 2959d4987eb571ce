import { runsAsRoot } from '../../src/rules/runs-as-root.js';
import { testRule } from '../support/rule-table.js';

const script = (text: string) => ({ context: [{ path: 'docker/entrypoint.sh', bytes: text.length, text }] });

testRule(runsAsRoot, {
  finds: [
    { source: 'FROM «alpine:3.24»\nRUN apk add --no-cache git', severity: 'info' },
    {
      source: 'FROM «debian:trixie»\nRUN apt-get update',
      severity: 'info',
      title: 'nothing is started: a base for others',
    },
    { source: 'FROM «debian:trixie»\nCOPY tool /usr/bin/\nCMD ["bash"]', severity: 'info' },
    { source: 'FROM «alpine:3.24»\nCOPY . /app\nCMD ["sh"]', severity: 'warning', title: 'an application goes in' },
    { source: 'FROM «python:3.14»\nCMD ["python3", "-m", "app"]', severity: 'warning' },
    {
      source: 'FROM «mcr.microsoft.com/windows/servercore:ltsc2025»\nCMD ["mongod"]\n',
      repaired: 'FROM mcr.microsoft.com/windows/servercore:ltsc2025\nUSER ContainerUser\nCMD ["mongod"]\n',
      title: 'Windows has accounts of its own',
    },
    {
      source: `
        FROM «python:3.14-slim»
        COPY app.py /app/
        CMD ["python3", "/app/app.py"]
      `,
      variant: 'no-user',
      severity: 'warning',
      safety: 'suggested',
      repaired: `
        FROM python:3.14-slim
        COPY app.py /app/
        USER 10001:10001
        CMD ["python3", "/app/app.py"]
      `,
    },
    {
      title: 'the user that the image brings',
      source: `
        FROM «node:26-slim»
        COPY . /app

        # start
        CMD ["node", "/app/server.js"]
      `,
      variant: 'no-user',
      repaired: `
        FROM node:26-slim
        COPY . /app

        USER node
        # start
        CMD ["node", "/app/server.js"]
      `,
    },
    {
      title: 'a start command above the last step: behind that step',
      source: `
        FROM «alpine:3.24»
        CMD ["app"]
        COPY app /usr/bin/
      `,
      repaired: `
        FROM alpine:3.24
        CMD ["app"]
        COPY app /usr/bin/
        USER 10001:10001
      `,
    },
    {
      title: 'through a stage',
      source: `
        FROM debian:trixie-slim AS base
        RUN true
        FROM «base»
        CMD ["app"]
      `,
      variant: 'no-user',
    },
    {
      title: 'something runs in the empty image',
      source: `
        FROM «scratch»
        COPY app /
        ENTRYPOINT ["/app"]
      `,
      variant: 'no-user',
    },
    {
      source: `
        FROM debian:trixie-slim
        USER «root»
        CMD ["app"]
      `,
      variant: 'root',
      repaired: `
        FROM debian:trixie-slim
        USER 10001:10001
        CMD ["app"]
      `,
    },
    {
      title: 'back to root for one step, and not away again',
      source: `
        FROM node:26-slim
        USER node
        COPY . .
        USER «0:0»
        RUN apt-get update
        CMD ["node", "server.js"]
      `,
      variant: 'root',
      repaired: `
        FROM node:26-slim
        USER node
        COPY . .
        USER 0:0
        RUN apt-get update
        USER node
        CMD ["node", "server.js"]
      `,
    },
    {
      title: 'a variable that is root',
      source: `
        FROM debian:trixie-slim
        ARG APP_USER=root
        USER «$APP_USER»
        CMD ["app"]
      `,
      variant: 'root',
    },
    {
      title: 'the base has a user, and root takes it away',
      source: `
        FROM nginxinc/nginx-unprivileged:1.30
        USER «root»
        RUN apt-get update
      `,
      variant: 'root',
    },
    {
      source: `
        FROM golang:1.27 AS build
        FROM «gcr.io/distroless/static-debian13»
        COPY --from=build /app /app
        ENTRYPOINT ["/app"]
      `,
      variant: 'distroless-tag',
      repaired: `
        FROM golang:1.27 AS build
        FROM gcr.io/distroless/static-debian13:nonroot
        COPY --from=build /app /app
        ENTRYPOINT ["/app"]
      `,
    },
    {
      source: 'FROM «gcr.io/distroless/nodejs24-debian13:debug»\nCMD ["server.js"]',
      variant: 'distroless-tag',
      repaired: 'FROM gcr.io/distroless/nodejs24-debian13:debug-nonroot\nCMD ["server.js"]',
    },
    {
      title: 'an entrypoint of our own takes the place of the one that drops root',
      source: 'FROM «postgres:18»\nENTRYPOINT ["postgres"]',
      variant: 'no-user',
    },
    {
      title: 'nginx opens its files as root: a USER alone would stop it',
      source: 'FROM «nginx:1.30»\nCOPY site /usr/share/nginx/html',
      variant: 'no-user',
      noFix: true,
    },
    {
      title: 'an entrypoint script that changes nothing',
      source: 'FROM «alpine:3.24»\nCOPY docker/entrypoint.sh /\nENTRYPOINT ["/entrypoint.sh"]\nCMD ["app"]',
      input: script('#!/bin/sh\nset -e\nexec "$@"\n'),
      variant: 'no-user',
    },
  ],
  silent: [
    'FROM node:26-slim\nUSER node\nCMD ["node"]',
    'FROM debian:trixie-slim\nUSER 10001:0\nCMD ["app"]',
    'FROM debian:trixie-slim\nUSER root\nRUN true\nUSER 1000\nCMD ["app"]',
    {
      title: 'the user comes from the stage below',
      source: 'FROM debian:trixie-slim AS base\nUSER 1000\nFROM base\nCMD ["app"]',
    },
    {
      title: 'root in a stage that is not shipped',
      source: 'FROM golang:1.27 AS build\nUSER root\nFROM debian:trixie-slim\nUSER 1000',
    },
    'FROM gcr.io/distroless/static-debian13:nonroot\nENTRYPOINT ["/app"]',
    'FROM nginxinc/nginx-unprivileged:1.30\nCOPY site /usr/share/nginx/html',
    { title: 'the default user is not known', source: 'FROM example.org/base:1\nCMD ["app"]' },
    { title: 'the user is not known', source: 'FROM debian:trixie-slim\nARG APP_USER\nUSER $APP_USER\nCMD ["app"]' },
    {
      title: 'the entrypoint of the base drops root',
      source: 'FROM postgres:18\nCOPY init.sql /docker-entrypoint-initdb.d/',
    },
    'FROM debian:trixie-slim\nENTRYPOINT ["gosu", "app", "server"]',
    'FROM alpine:3.24\nCMD exec su-exec app server',
    'FROM debian:trixie-slim\nCMD ["setpriv", "--reuid=1000", "server"]',
    {
      title: 'the script hands over',
      source: 'FROM debian:trixie-slim\nCOPY docker/entrypoint.sh /\nENTRYPOINT ["/entrypoint.sh"]',
      input: script('#!/bin/sh\nchown app /data\nexec gosu app "$@"\n'),
    },
    {
      title: 'the script is not shown, but what it needs is installed',
      source:
        'FROM debian:trixie-slim\nRUN apt-get update && apt-get install -y gosu\nCOPY run.sh /\nENTRYPOINT ["/run.sh"]',
    },
    {
      source:
        'FROM debian:trixie-slim\nCOPY --from=tianon/gosu /gosu /usr/local/bin/\nCOPY run.sh /\nENTRYPOINT ["/run.sh"]',
    },
    { title: 'files on their way out', source: 'FROM scratch\nCOPY --from=build /out /' },
    { title: 'a fragment', source: 'RUN true\nCMD ["app"]' },
  ],
});
