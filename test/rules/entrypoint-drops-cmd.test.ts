import { entrypointDropsCmd } from '../../src/rules/entrypoint-drops-cmd.js';
import { testRule } from '../support/rule-table.js';

testRule(entrypointDropsCmd, {
  finds: [
    {
      source: `
        FROM python:3.14-slim
        ENTRYPOINT python3 app.py
        «CMD» ["--port", "8080"]
      `,
      severity: 'error',
      safety: 'suggested',
      repaired: `
        FROM python:3.14-slim
        ENTRYPOINT ["python3", "app.py"]
        CMD ["--port", "8080"]
      `,
    },
    {
      title: 'exec changes who is PID 1, not the arguments',
      source: `
        FROM python:3.14-slim
        ENTRYPOINT exec python3 app.py
        «CMD» ["--port", "8080"]
      `,
      repaired: `
        FROM python:3.14-slim
        ENTRYPOINT ["python3", "app.py"]
        CMD ["--port", "8080"]
      `,
    },
    {
      title: 'two command lines: which one is meant is not known',
      source: `
        FROM node:26-slim
        ENTRYPOINT node a.js
        «CMD» node b.js
        EXPOSE 80
      `,
      repaired: `
        FROM node:26-slim
        ENTRYPOINT node a.js
        EXPOSE 80
      `,
    },
    {
      title: 'a text that needs the shell',
      source: `
        FROM alpine:3.24
        ENTRYPOINT exec server --host $HOST
        «CMD» ["--quiet"]
        USER 1000
      `,
      repaired: `
        FROM alpine:3.24
        ENTRYPOINT exec server --host $HOST
        USER 1000
      `,
    },
    {
      title: 'CMD stands first',
      source: `
        FROM alpine:3.24
        «CMD» ["--quiet"]
        ENTRYPOINT server
      `,
    },
    {
      title: 'SHELL makes no difference',
      source: `
        FROM debian:trixie-slim
        SHELL ["/bin/bash", "-o", "pipefail", "-c"]
        ENTRYPOINT server
        «CMD» ["--quiet"]
      `,
    },
    {
      title: 'ENTRYPOINT is inherited',
      source: `
        FROM alpine:3.24 AS base
        ENTRYPOINT server
        FROM base
        «CMD» ["--quiet"]
      `,
    },
  ],
  silent: [
    'FROM python:3.14-slim\nENTRYPOINT ["python3", "app.py"]\nCMD ["--port", "8080"]',
    'FROM python:3.14-slim\nENTRYPOINT python3 app.py',
    'FROM python:3.14-slim\nCMD python3 app.py',
    {
      title: 'the text uses the arguments',
      source: 'FROM alpine:3.24\nENTRYPOINT exec server "$0" "$@"\nCMD ["--quiet"]',
    },
    { title: 'CMD is empty', source: 'FROM alpine:3.24\nENTRYPOINT server\nCMD []' },
    {
      title: 'a new ENTRYPOINT drops the inherited CMD, as it should',
      source: 'FROM alpine:3.24 AS base\nCMD ["a"]\nFROM base\nENTRYPOINT server',
    },
    { title: 'trailing-comment speaks', source: 'FROM alpine:3.24\nENTRYPOINT ["server"] # start\nCMD ["--quiet"]' },
    { title: 'exec-form-invalid speaks', source: 'FROM alpine:3.24\nENTRYPOINT [\'server\']\nCMD ["--quiet"]' },
    {
      title: 'another stage is built',
      source: 'FROM alpine:3.24\nENTRYPOINT a\nCMD ["b"]\nFROM alpine:3.24\nCMD ["c"]',
    },
    {
      title: 'cmd is another language',
      source: 'FROM mcr.microsoft.com/windows/nanoserver:ltsc2025\nENTRYPOINT a\nCMD ["b"]',
    },
  ],
});
