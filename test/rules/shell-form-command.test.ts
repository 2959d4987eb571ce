import { shellFormCommand } from '../../src/rules/shell-form-command.js';
import { testRule } from '../support/rule-table.js';

testRule(shellFormCommand, {
  finds: [
    {
      title: 'dash stays in front of the program',
      source: `
        FROM python:3.14-slim
        «CMD» python3 app.py --name 'a b'
      `,
      variant: 'cmd',
      severity: 'warning',
      safety: 'suggested',
      repaired: `
        FROM python:3.14-slim
        CMD ["python3", "app.py", "--name", "a b"]
      `,
    },
    {
      title: 'ash makes way for a simple command',
      source: `
        FROM python:3.14-alpine
        «CMD» python3 app.py
      `,
      variant: 'cmd',
      severity: 'info',
    },
    {
      title: 'bash makes way too',
      source: `
        FROM registry.access.redhat.com/ubi9/ubi
        «CMD» app
      `,
      severity: 'info',
    },
    {
      title: 'bash stays for a redirection',
      source: `
        FROM registry.access.redhat.com/ubi9/ubi
        «CMD» app >/dev/stdout
      `,
      severity: 'warning',
    },
    {
      title: 'ash stays for a pipe, and there is no place for exec',
      source: `
        FROM alpine:3.24
        «CMD» app | cat
      `,
      severity: 'warning',
      noFix: true,
    },
    {
      title: 'no base is known',
      source: `
        FROM example.org/base:1
        «CMD» app
      `,
      severity: 'warning',
      repaired: `
        FROM example.org/base:1
        CMD ["app"]
      `,
    },
    {
      title: 'a variable needs the shell, which can make way',
      source: `
        FROM node:26-slim
        «CMD» cd /app && node server.js --port $PORT
      `,
      repaired: `
        FROM node:26-slim
        CMD cd /app && exec node server.js --port $PORT
      `,
    },
    {
      title: 'a home folder needs the shell',
      source: `
        FROM node:26-slim
        «CMD» node ~/server.js
      `,
      repaired: `
        FROM node:26-slim
        CMD exec node ~/server.js
      `,
    },
    {
      source: `
        FROM debian:trixie-slim
        «ENTRYPOINT» /app/server
      `,
      variant: 'entrypoint',
      repaired: `
        FROM debian:trixie-slim
        ENTRYPOINT ["/app/server"]
      `,
    },
    {
      title: 'an interpreter takes /bin/sh for its file',
      source: `
        FROM python:3.14-slim
        ENTRYPOINT ["python3"]
        «CMD» app.py
      `,
      variant: 'cmd',
      severity: 'error',
      repaired: `
        FROM python:3.14-slim
        ENTRYPOINT ["python3"]
        CMD ["app.py"]
      `,
    },
    {
      title: 'behind an init the shell is in the way all the same',
      source: `
        FROM python:3.14-slim
        ENTRYPOINT ["tini", "--"]
        «CMD» python3 app.py
      `,
      severity: 'warning',
    },
    {
      title: 'inherited from a stage',
      source: `
        FROM debian:trixie-slim AS base
        «CMD» app
        FROM base
        RUN true
      `,
    },
    {
      source: `
        FROM debian:trixie-slim
        «HEALTHCHECK» --interval=5m CMD /app/check --quick
        CMD ["app"]
      `,
      variant: 'healthcheck',
      repaired: `
        FROM debian:trixie-slim
        HEALTHCHECK --interval=5m CMD ["/app/check", "--quick"]
        CMD ["app"]
      `,
    },
    {
      title: 'only the words of the command, not those of the check',
      source: `
        FROM alpine:3.24
        «HEALTHCHECK» CMD wget -q http://localhost/
      `,
      variant: 'healthcheck',
    },
  ],
  silent: [
    { source: 'FROM microsoft/windowsservercore:ltsc2016\nCMD "C:\\app.exe"', title: 'another shell on Windows' },
    'FROM node:26-slim\nCMD ["node", "server.js"]',
    'FROM node:26-slim\nENTRYPOINT ["node"]\nCMD ["server.js"]',
    { title: 'SHELL was set on purpose', source: 'FROM node:26-slim\nSHELL ["/bin/bash", "-c"]\nCMD node server.js' },
    {
      title: 'SHELL was set in the stage below',
      source: 'FROM node:26-slim AS base\nSHELL ["/bin/bash", "-c"]\nFROM base\nCMD node server.js',
    },
    { title: 'exec makes way', source: 'FROM node:26-slim\nCMD exec node server.js --port $PORT' },
    {
      title: 'dumb-init signals the session',
      source: 'FROM debian:trixie-slim\nENTRYPOINT ["dumb-init", "--"]\nCMD app',
    },
    { title: 'trailing-comment speaks', source: 'FROM alpine:3.24\nCMD ["echo", "hi"] # say hello' },
    { title: 'exec-form-invalid speaks', source: "FROM node:26-slim\nCMD ['node', 'server.js']" },
    { title: 'shell-missing speaks', source: 'FROM gcr.io/distroless/static-debian13:nonroot\nCMD /server' },
    {
      title: 'entrypoint-drops-cmd speaks',
      source: 'FROM debian:trixie-slim\nENTRYPOINT python3 app.py\nCMD ["--port", "80"]',
    },
    { title: 'instruction-overridden speaks', source: 'FROM node:26-slim\nCMD node a.js\nCMD ["node", "b.js"]' },
    {
      title: 'the script passes signals on',
      source: "FROM debian:trixie-slim\nCMD trap 'kill $p' TERM; app & p=$!; wait $p",
    },
    { title: 'nothing but the shell itself runs', source: 'FROM debian:trixie-slim\nCMD echo hello' },
    {
      title: 'another stage is built',
      source: 'FROM node:26-slim AS build\nCMD node build.js\nFROM alpine:3.24\nRUN true',
    },
    {
      title: 'a check that needs its shell',
      source: 'FROM alpine:3.24\nHEALTHCHECK CMD wget -q http://localhost/ || exit 1\nCMD ["app"]',
    },
    'FROM alpine:3.24\nHEALTHCHECK NONE',
    {
      title: 'PowerShell is another language',
      source: 'FROM mcr.microsoft.com/windows/nanoserver:ltsc2025\nCMD app.exe',
    },
  ],
});
