import { shellWrapperKeepsPid1 } from '../../src/rules/shell-wrapper-keeps-pid-1.js';
import { testRule } from '../support/rule-table.js';

testRule(shellWrapperKeepsPid1, {
  finds: [
    {
      source: `
        FROM node:26-slim
        CMD ["«sh»", "-c", "node server.js --port $PORT"]
      `,
      severity: 'info',
      safety: 'suggested',
      repaired: `
        FROM node:26-slim
        CMD ["sh", "-c", "exec node server.js --port $PORT"]
      `,
    },
    {
      title: 'the last command is the program',
      source: `
        FROM python:3.14-slim
        CMD ["«/bin/sh»", "-ec", "cd /app && python3 app.py"]
      `,
      repaired: `
        FROM python:3.14-slim
        CMD ["/bin/sh", "-ec", "cd /app && exec python3 app.py"]
      `,
    },
    {
      title: 'an escaped string with one command',
      source: String.raw`
        FROM node:26-slim
        CMD ["«sh»", "-c", "node \"server.js\" $PORT"]
      `,
      repaired: String.raw`
        FROM node:26-slim
        CMD ["sh", "-c", "exec node \"server.js\" $PORT"]
      `,
    },
    {
      title: 'no base is known',
      source: `
        FROM example.org/base:1
        ENTRYPOINT ["«sh»", "-c", "app"]
      `,
    },
    {
      title: 'ash and bash stay for a second command',
      source: `
        FROM alpine:3.24
        CMD ["«sh»", "-c", "app; echo done"]
      `,
      noFix: true,
    },
    {
      title: 'tini signals the shell alone',
      source: `
        FROM debian:trixie-slim
        ENTRYPOINT ["tini", "--"]
        CMD ["«sh»", "-c", "app $X"]
      `,
    },
    {
      title: 'the shell in one instruction, the text in the other',
      source: `
        FROM debian:trixie-slim
        ENTRYPOINT ["«sh»", "-c"]
        CMD ["app $X"]
      `,
      repaired: `
        FROM debian:trixie-slim
        ENTRYPOINT ["sh", "-c"]
        CMD ["exec app $X"]
      `,
    },
  ],
  silent: [
    'FROM node:26-slim\nCMD ["sh", "-c", "exec node server.js --port $PORT"]',
    'FROM node:26-slim\nCMD ["node", "server.js"]',
    { title: 'ash makes way', source: 'FROM node:26-alpine\nCMD ["sh", "-c", "node server.js --port $PORT"]' },
    { title: 'bash makes way', source: 'FROM node:26-slim\nCMD ["bash", "-c", "node server.js --port $PORT"]' },
    { title: 'script-without-exec speaks', source: 'FROM node:26-slim\nCMD ["sh", "./start.sh"]' },
    { title: 'shell-form-command speaks', source: 'FROM node:26-slim\nCMD node server.js' },
    {
      title: 'dumb-init signals the session',
      source: 'FROM debian:trixie-slim\nENTRYPOINT ["dumb-init", "--"]\nCMD ["sh", "-c", "app $X"]',
    },
    {
      title: 'tini -g signals the group',
      source: 'FROM debian:trixie-slim\nENTRYPOINT ["tini", "-g", "--"]\nCMD ["sh", "-c", "app $X"]',
    },
    {
      title: 'the script handles signals',
      source: 'FROM debian:trixie-slim\nCMD ["sh", "-c", "trap \'kill $p\' TERM; app & p=$!; wait $p"]',
    },
    { title: 'nothing but the shell itself runs', source: 'FROM debian:trixie-slim\nCMD ["sh", "-c", "echo $HOME"]' },
    {
      title: 'a loop is the program',
      source: 'FROM debian:trixie-slim\nCMD ["sh", "-c", "while :; do app; sleep 1; done"]',
    },
    {
      title: 'another stage is built',
      source: 'FROM debian:trixie-slim\nCMD ["sh", "-c", "app"]\nFROM alpine:3.24\nRUN true',
    },
  ],
});
