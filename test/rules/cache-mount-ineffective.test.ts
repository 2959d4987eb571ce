import { cacheMountIneffective } from '../../src/rules/cache-mount-ineffective.js';
import { testRule } from '../support/rule-table.js';

const APT = '--mount=type=cache,target=/var/cache/apt,sharing=locked';
const GONE = 'RUN rm -f /etc/apt/apt.conf.d/docker-clean';

testRule(cacheMountIneffective, {
  finds: [
    {
      source: `FROM debian:trixie-slim\nRUN «${APT}» \\\n    apt-get update && apt-get install -y git`,
      repaired: `FROM debian:trixie-slim\nRUN ${APT} \\\n    rm -f /etc/apt/apt.conf.d/docker-clean && apt-get update && apt-get install -y git`,
      variant: 'docker-clean',
      severity: 'warning',
      safety: 'suggested',
    },
    {
      title: 'images made from Debian have it too',
      source: `FROM node:26-slim\nRUN «${APT}» apt-get install -y git`,
      variant: 'docker-clean',
    },
    {
      title: 'once for a stage',
      source: `FROM ubuntu:26.04\nRUN «${APT}» apt-get install -y git\nRUN ${APT} apt-get install -y curl`,
      variant: 'docker-clean',
    },
    {
      source:
        'FROM python\nRUN --mount=type=cache,target=/root/.cache/pip pip install «--no-cache-dir» -r requirements.txt',
      repaired: 'FROM python\nRUN --mount=type=cache,target=/root/.cache/pip pip install -r requirements.txt',
      variant: 'disabled-by-flag',
      safety: 'suggested',
    },
    {
      source: 'FROM python\nENV PIP_NO_CACHE_DIR=1\nRUN «--mount=type=cache,target=/root/.cache» pip install flask',
      variant: 'disabled-by-flag',
      noFix: true,
    },
    {
      source: 'FROM alpine:3.24\nRUN --mount=type=cache,target=/var/cache/apk,sharing=locked apk add «--no-cache» git',
      repaired:
        'FROM alpine:3.24\nRUN --mount=type=cache,target=/var/cache/apk,sharing=locked apk add --update-cache git',
      variant: 'disabled-by-flag',
    },
    {
      source: `FROM debian\n${GONE}\nRUN ${APT} --mount=type=cache,target=/var/lib/apt,sharing=locked apt-get update && apt-get install -y git && rm -rf «/var/lib/apt/lists/*»`,
      repaired: `FROM debian\n${GONE}\nRUN ${APT} --mount=type=cache,target=/var/lib/apt,sharing=locked apt-get update && apt-get install -y git`,
      variant: 'disabled-by-flag',
    },
    {
      source: 'FROM node\nRUN --mount=type=cache,target=/root/.npm npm ci && «npm cache clean --force»',
      variant: 'disabled-by-flag',
      repaired: 'FROM node\nRUN --mount=type=cache,target=/root/.npm npm ci',
    },
    {
      source: 'FROM node:26-slim\nUSER node\nRUN --mount=type=cache,target=«/root/.npm» npm ci',
      variant: 'wrong-target',
      noFix: true,
    },
    {
      title: 'no home folder is known, but it is not that of root',
      source: 'FROM debian\nUSER 10001\nRUN --mount=type=cache,target=«/root/.cache/pip» pip install flask',
      variant: 'wrong-target',
      noFix: true,
    },
    {
      title: 'yarn as root',
      source: 'FROM node\nRUN --mount=type=cache,target=«/root/.cache/yarn» yarn install',
      repaired: 'FROM node\nRUN --mount=type=cache,target=/usr/local/share/.cache/yarn yarn install',
      variant: 'wrong-target',
    },
    {
      title: 'the builder does not know ~',
      source: 'FROM node\nRUN --mount=type=cache,target=«~/.npm» npm ci',
      repaired: 'FROM node\nRUN --mount=type=cache,target=/root/.npm npm ci',
      variant: 'wrong-target',
    },
    {
      title: 'nor HOME',
      source: 'FROM node\nRUN --mount=type=cache,target=«$HOME/.npm» npm ci',
      variant: 'wrong-target',
    },
    {
      title: 'moved by a variable',
      source: 'FROM python\nENV PIP_CACHE_DIR=/pip\nRUN --mount=type=cache,target=«/root/.cache/pip» pip install flask',
      repaired: 'FROM python\nENV PIP_CACHE_DIR=/pip\nRUN --mount=type=cache,target=/pip pip install flask',
      variant: 'wrong-target',
    },
    {
      source: 'FROM golang:1.27\nRUN --mount=type=cache,target=«/root/go/pkg/mod» go mod download',
      repaired: 'FROM golang:1.27\nRUN --mount=type=cache,target=/go/pkg/mod go mod download',
      variant: 'wrong-target',
    },
    {
      source: 'FROM node\nENV HOME=/home/node\nUSER 1000:1000\nRUN «--mount=type=cache,target=/home/node/.npm» npm ci',
      repaired:
        'FROM node\nENV HOME=/home/node\nUSER 1000:1000\nRUN --mount=type=cache,target=/home/node/.npm,uid=1000,gid=1000 npm ci',
      variant: 'wrong-user',
    },
    {
      source: 'FROM node:26\nUSER node\nRUN «--mount=type=cache,target=/home/node/.npm» npm ci',
      variant: 'wrong-user',
      noFix: true,
    },
    {
      source: `FROM debian\n${GONE}\nRUN «--mount=type=cache,target=/var/cache/apt» apt-get install -y git`,
      repaired: `FROM debian\n${GONE}\nRUN --mount=type=cache,target=/var/cache/apt,sharing=locked apt-get install -y git`,
      variant: 'not-locked',
      safety: 'safe',
    },
    {
      source: 'FROM gradle:9\nRUN «--mount=type=cache,sharing=shared,target=/root/.gradle» gradle build',
      repaired: 'FROM gradle:9\nRUN --mount=type=cache,sharing=locked,target=/root/.gradle gradle build',
      variant: 'not-locked',
    },
  ],
  silent: [
    `FROM debian\n${GONE}\nRUN ${APT} apt-get install -y git`,
    `FROM debian\nRUN ${APT} rm /etc/apt/apt.conf.d/docker-clean && apt-get install -y git`,
    {
      title: 'removed in the stage below',
      source: `FROM debian AS base\n${GONE}\nFROM base\nRUN ${APT} apt-get install -y git`,
    },
    { title: 'an unknown image', source: `FROM example.com/base\nRUN ${APT} apt-get install -y git` },
    {
      title: 'only the lists are mounted',
      source:
        'FROM debian\nRUN --mount=type=cache,target=/var/lib/apt,sharing=private apt-get update && apt-get install -y git',
    },
    'FROM node\nRUN --mount=type=cache,target=/root/.npm npm ci',
    'FROM python\nRUN --mount=type=cache,target=/root/.cache pip install flask',
    {
      title: 'another manager keeps no cache',
      source: 'FROM python\nRUN --mount=type=cache,target=/root/.npm npm ci && pip install --no-cache-dir flask',
    },
    {
      title: 'the lists are not mounted',
      source: `FROM debian\n${GONE}\nRUN ${APT} apt-get update && apt-get install -y git && rm -rf /var/lib/apt/lists/*`,
    },
    { title: 'for something else', source: 'FROM debian\nRUN --mount=type=cache,target=/root/.ccache make' },
    'FROM node\nUSER node\nRUN --mount=type=cache,target=/home/node/.npm,uid=1000,gid=1000 npm ci',
    'FROM node\nUSER node\nRUN --mount=type=cache,target=/home/node/.npm,mode=0777 npm ci',
    'FROM node\nRUN npm ci && npm cache clean --force',
    {
      title: 'the user of an unknown image',
      source: 'FROM example.com/base\nRUN --mount=type=cache,target=/home/app/.npm npm ci',
    },
    {
      title: 'the place is not known',
      source: 'ARG CACHE\nFROM node\nARG CACHE\nRUN --mount=type=cache,target=$CACHE npm ci',
    },
    'FROM node\nUSER node\nRUN --mount=type=bind,target=/src true',
  ],
});
