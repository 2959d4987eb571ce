import { packageCacheLeft } from '../../src/rules/package-cache-left.js';
import { testRule } from '../support/rule-table.js';

testRule(packageCacheLeft, {
  finds: [
    {
      source: 'FROM debian:trixie\nRUN «apt-get update» && apt-get install -y curl',
      variant: 'apt',
      severity: 'warning',
      safety: 'safe',
      repaired: 'FROM debian:trixie\nRUN apt-get update && apt-get install -y curl && rm -rf /var/lib/apt/lists/*',
    },
    {
      source:
        'FROM debian\nRUN «apt-get update» \\\n    && apt-get install -y \\\n        curl \\\n    && true\nCMD ["a"]',
      title: 'the added line is written like the others',
      repaired:
        'FROM debian\nRUN apt-get update \\\n    && apt-get install -y \\\n        curl \\\n    && true \\\n    && rm -rf /var/lib/apt/lists/*\nCMD ["a"]',
    },
    {
      source: 'FROM debian\nRUN «apt-get update» && \\\n  apt-get install -y curl # done',
      repaired:
        'FROM debian\nRUN apt-get update && \\\n  apt-get install -y curl && \\\n  rm -rf /var/lib/apt/lists/* # done',
      without: ['escape'],
    },
    {
      source: 'FROM debian\nRUN rm -rf /var/lib/apt/lists/* && «apt-get update» && apt-get install -y curl',
      title: 'cleaned before, not after',
    },
    {
      source: 'FROM debian\nRUN «apt-get update» && apt-get install -y curl && apt-get clean',
      title: 'clean keeps the lists',
    },
    { source: 'FROM debian\nRUN «apt-get update» && apt-get install -y curl && rm -rf /tmp/x', title: 'some other rm' },
    {
      source: 'FROM debian\nRUN sudo «apt-get update» && sudo apt-get install -y curl',
      title: 'root needs no sudo',
      safety: 'safe',
      repaired: 'FROM debian\nRUN sudo apt-get update && sudo apt-get install -y curl && rm -rf /var/lib/apt/lists/*',
    },
    {
      source: 'FROM debian\nUSER app\nRUN sudo «apt-get update» && sudo apt-get install -y curl',
      title: 'sudoers may not allow it',
      safety: 'suggested',
      repaired:
        'FROM debian\nUSER app\nRUN sudo apt-get update && sudo apt-get install -y curl && sudo rm -rf /var/lib/apt/lists/*',
    },
    {
      source: 'FROM debian\nRUN <<EOF\nset -e\n«apt-get update»\napt-get install -y curl\nEOF\nCMD ["a"]',
      repaired:
        'FROM debian\nRUN <<EOF\nset -e\napt-get update\napt-get install -y curl\nrm -rf /var/lib/apt/lists/*\nEOF\nCMD ["a"]',
    },
    {
      source: 'FROM debian\nRUN <<EOF\n«apt-get update»\napt-get install -y curl\nEOF',
      title: 'without set -e, a line of its own would hide a failed install',
      repaired: 'FROM debian\nRUN <<EOF\napt-get update\napt-get install -y curl && rm -rf /var/lib/apt/lists/*\nEOF',
    },
    {
      source: 'FROM debian\nRUN «apt-get update» && apt-get install -y curl\nRUN apt-get install -y git',
      title: 'a later step lives on the lists',
      safety: 'suggested',
      repaired:
        'FROM debian\nRUN apt-get update && apt-get install -y curl && rm -rf /var/lib/apt/lists/*\nRUN apt-get update && apt-get install -y git && rm -rf /var/lib/apt/lists/*',
      without: ['onbuild'],
    },
    {
      source:
        'FROM debian\nRUN «apt-get update» && apt-get install -y curl\nRUN «apt-get update» && apt-get install -y git',
      title: 'a later step that refreshes does not',
      safety: 'safe',
    },
    { source: 'FROM debian\nRUN «apt-get update» && apt-get install -y curl\nRUN rm -rf /var/lib/apt/lists/*' },
    {
      source:
        'FROM debian\nRUN rm -f /etc/apt/apt.conf.d/docker-clean\nRUN --mount=type=cache,target=/var/lib/apt «apt-get install» -y curl',
      title: 'without the hook the packages stay',
      repaired:
        'FROM debian\nRUN rm -f /etc/apt/apt.conf.d/docker-clean\nRUN --mount=type=cache,target=/var/lib/apt apt-get install -y curl && apt-get clean',
      without: ['onbuild'],
    },
    { source: 'FROM debian\nRUN --mount=type=cache,target=/var/cache/apt «apt-get update» && apt-get install -y curl' },
    { source: 'FROM debian\nRUN ["sh", "-c", "«apt-get update» && apt-get install -y curl"]', noFix: true },
    {
      source: 'FROM debian AS base\nRUN «apt-get update» && apt-get install -y curl\nFROM base',
      title: 'a stage that is built on',
    },
    {
      source: 'FROM alpine:3.24\nRUN «apk add» curl && «apk add» git',
      variant: 'apk',
      safety: 'safe',
      repaired: 'FROM alpine:3.24\nRUN apk add --no-cache curl && apk add --no-cache git',
    },
    {
      source: 'FROM alpine:3.24\nRUN «apk update» && apk add curl',
      variant: 'apk',
      repaired: 'FROM alpine:3.24\nRUN apk update && apk add curl && rm -rf /var/cache/apk/*',
    },
    {
      source: 'FROM alpine\nRUN ["«apk", "add»", "curl"]',
      repaired: 'FROM alpine\nRUN ["apk", "add", "--no-cache", "curl"]',
    },
    {
      source: 'FROM fedora:44\nRUN «dnf install» -y git && dnf install -y vim',
      variant: 'dnf',
      safety: 'safe',
      repaired: 'FROM fedora:44\nRUN dnf install -y git && dnf install -y vim && dnf clean all',
    },
    { source: 'FROM fedora\nRUN dnf clean all && «dnf upgrade» -y', variant: 'dnf' },
    {
      source: 'FROM fedora\nRUN «dnf install» -y git && dnf clean packages',
      title: 'the metadata stays',
      variant: 'dnf',
    },
    {
      source: 'FROM registry.access.redhat.com/ubi9/ubi-minimal:9.6\nRUN «microdnf install» -y git',
      variant: 'microdnf',
      repaired:
        'FROM registry.access.redhat.com/ubi9/ubi-minimal:9.6\nRUN microdnf install -y git && microdnf clean all',
    },
    { source: 'FROM redhat/ubi9-minimal\nRUN microdnf clean all; «microdnf update»', variant: 'microdnf' },
    { source: 'FROM centos:7\nRUN «yum install» -y git', variant: 'yum' },
    { source: 'FROM centos:7\nRUN yum install -y git && yum clean all && «yum install» -y vim', variant: 'yum' },
    { source: 'FROM opensuse/leap\nRUN «zypper install» -y git', variant: 'zypper' },
    {
      source: 'FROM opensuse/leap\nRUN «zypper install» -y git && zypper clean',
      title: 'without --all the lists stay',
      variant: 'zypper',
      repaired: 'FROM opensuse/leap\nRUN zypper install -y git && zypper clean && zypper clean --all',
    },
    {
      source: 'FROM python:3.14\nRUN «pip install» flask && «python3 -m pip install» -r a.txt',
      variant: 'pip',
      safety: 'safe',
      repaired:
        'FROM python:3.14\nRUN pip install --no-cache-dir flask && python3 -m pip install --no-cache-dir -r a.txt',
    },
    { source: 'FROM python\nUSER app\nRUN --mount=type=cache,target=/root/.npm «pip install» flask', variant: 'pip' },
    {
      source: 'FROM node:26-slim\nRUN «npm ci»',
      variant: 'npm',
      safety: 'safe',
      repaired: 'FROM node:26-slim\nRUN npm ci && npm cache clean --force',
    },
    { source: 'FROM node:26-slim\nRUN npm cache clean --force && «npm install» -g serve', variant: 'npm' },
    { source: 'FROM node:24\nRUN «yarn install» --frozen-lockfile', variant: 'yarn', safety: 'safe' },
    { source: 'FROM node:26\nRUN corepack enable && «yarn add» left-pad', variant: 'yarn', safety: 'suggested' },
    { source: 'FROM node:26\nRUN «pnpm install» --frozen-lockfile', variant: 'pnpm', severity: 'info' },
    {
      source: 'FROM node:26\nRUN «pnpm add» -g serve',
      variant: 'pnpm',
      repaired: 'FROM node:26\nRUN pnpm add -g serve && pnpm store prune',
    },
    { source: 'FROM ruby:4.0\nRUN «bundle install»', variant: 'bundler' },
    { source: 'FROM ruby:4.0\nRUN «bundle install» --jobs 4 && rm -rf /tmp/x', variant: 'bundler' },
    {
      source: 'FROM ruby:4.0\nRUN «gem install» rails',
      variant: 'gem',
      safety: 'safe',
      repaired: 'FROM ruby:4.0\nRUN gem install rails && rm -rf "$(gem env home)/cache"',
    },
    {
      source: 'FROM debian\nRUN «gem install» rails && rm -rf /var/lib/gems/3.3.0/cache',
      title: 'the documentation stays',
      variant: 'gem',
      repaired: 'FROM debian\nRUN gem install --no-document rails && rm -rf /var/lib/gems/3.3.0/cache',
    },
    {
      source: 'FROM php:8.5\nRUN «composer install» --no-dev',
      variant: 'composer',
      safety: 'safe',
      repaired: 'FROM php:8.5\nRUN composer install --no-cache --no-dev',
    },
    { source: 'FROM php:8.5\nRUN composer clear-cache && «composer require» a/b', variant: 'composer' },
    {
      source: 'FROM rust:1\nRUN «cargo fetch»\nRUN cargo build --release',
      title: 'once',
      variant: 'cargo',
      noFix: true,
    },
    { source: 'FROM debian\nRUN «cargo install» ripgrep', variant: 'cargo', noFix: true },
    {
      source: 'FROM golang:1.27\nRUN «go mod download»\nRUN go build ./...',
      title: 'once',
      variant: 'go',
      noFix: true,
    },
    { source: 'FROM golang:1.27\nRUN «go install» example.com/a@v1', variant: 'go', noFix: true },
  ],
  silent: [
    { source: 'FROM alpine:3.24 AS app\nFROM app AS dev-envs\nRUN apk add git', title: 'nobody ships this' },
    'FROM alpine:3.24\nRUN apk add --no-network --virtual .rundeps $runDeps',
    { source: 'FROM python:3.14\nRUN pip install --no-cache flask', title: 'pip completes the option' },
    'FROM debian\nRUN gem install --no-document -i /var/lib/gems/3.3.0 bundler',
    {
      title: 'the lists go in the text that a shell gets, whatever its variables are',
      source:
        'FROM debian\nARG NAME\nRUN bash -c "apt-get update && apt-get install -y $NAME && rm -rf /var/lib/apt/lists/*"',
    },
    'FROM debian\nRUN apt-get update && apt-get install -y curl && rm -rf /var/lib/apt/lists/*',
    'FROM debian\nRUN apt-get update && apt-get install -y curl && rm -r /var/lib/apt/lists /var/cache/apt/archives',
    'FROM debian\nRUN apt-get update && apt-get install -y curl && apt-get dist-clean',
    'FROM debian\nRUN apt-get update && apt-get install -y curl; find /var/lib/apt/lists -type f -delete',
    {
      source:
        'FROM debian\nRUN --mount=type=cache,target=/var/cache/apt,sharing=locked --mount=type=cache,target=/var/lib/apt,sharing=locked apt-get update && apt-get install -y curl',
      title: 'cache mounts',
    },
    'FROM debian\nRUN --mount=type=tmpfs,target=/var/lib/apt/lists apt-get update && apt-get install -y curl',
    {
      source: 'FROM debian\nRUN apt-get update\nRUN apt-get install -y curl',
      title: 'a refresh alone is told by another rule',
    },
    {
      source:
        'FROM debian AS build\nRUN apt-get update && apt-get install -y gcc\nFROM scratch\nCOPY --from=build /a /a',
      title: 'a stage that does not reach the image',
    },
    'FROM alpine\nRUN apk add --no-cache curl',
    'FROM alpine\nRUN apk add curl && rm -rf /var/cache/apk/*',
    'FROM alpine\nRUN apk update && apk add curl && rm -rf /var/cache/apk',
    'FROM alpine\nRUN --mount=type=cache,target=/var/cache/apk apk add curl',
    'FROM fedora\nRUN dnf install -y git && dnf clean all',
    'FROM fedora\nRUN --mount=type=cache,target=/var/cache/libdnf5 dnf install -y git',
    {
      source: 'FROM fedora\nRUN --mount=type=cache,target=/var/cache/dnf dnf install -y git',
      title: 'the folder of dnf 4',
    },
    'FROM redhat/ubi9-minimal\nRUN microdnf install -y git && microdnf clean all',
    'FROM centos:7\nRUN yum install -y git && rm -rf /var/cache/yum',
    {
      source: 'FROM centos:7\nRUN --mount=type=cache,target=/var/cache/yum yum install -y git',
      title: 'hadolint knows no mount for yum',
    },
    'FROM opensuse/leap\nRUN zypper install -y git && zypper clean -a',
    'FROM python\nRUN pip install --no-cache-dir flask',
    'FROM python\nENV PIP_NO_CACHE_DIR=1\nRUN pip install flask',
    'FROM python\nARG PIP_NO_CACHE_DIR=off\nRUN pip install flask',
    'FROM python\nRUN PIP_NO_CACHE_DIR=1 pip install flask',
    'FROM python\nRUN export PIP_NO_CACHE_DIR=1 && pip install flask',
    'FROM python\nRUN pip config set global.no-cache-dir true && pip install flask',
    'FROM python\nRUN --mount=type=cache,target=/root/.cache/pip pip install flask',
    { source: 'FROM python\nRUN --mount=type=cache,target=/root/.cache pip install flask', title: 'a folder above' },
    {
      source: 'FROM python\nUSER app\nRUN --mount=type=cache,target=/root/.cache/pip pip install flask',
      title: 'a mount for the wrong user is another mistake',
    },
    'FROM python\nRUN pip install flask && rm -rf ~/.cache',
    'FROM python\nRUN pip install flask && pip cache purge',
    { source: 'FROM python\nRUN pipx install poetry', title: 'pipx is not pip' },
    'FROM node\nRUN npm ci && npm cache clean --force',
    'FROM node\nUSER node\nRUN npm ci && rm -rf /home/node/.npm',
    'FROM node\nRUN npm ci --cache /tmp/npm && rm -rf /tmp/npm',
    'FROM node\nENV NPM_CONFIG_CACHE=/c\nRUN --mount=type=cache,target=/c npm ci',
    'FROM node:24\nRUN yarn install && yarn cache clean',
    { source: 'FROM node\nCOPY .yarnrc.yml package.json ./\nRUN yarn install', title: 'may run from its cache' },
    'FROM node\nRUN pnpm install && pnpm store prune',
    {
      source: 'FROM node\nRUN --mount=type=cache,target=/root/.local/share/pnpm/store pnpm fetch',
      title: 'fetched for the next install',
    },
    `FROM ruby\nRUN bundle install && rm -rf ~/.bundle/ "\${BUNDLE_PATH}"/ruby/*/cache`,
    'FROM ruby\nRUN bundle install --path vendor/bundle && rm -rf vendor/bundle/ruby/*/cache/*.gem',
    'FROM ruby:4.0\nRUN gem install rails && rm -rf /usr/local/bundle/cache',
    'FROM php\nRUN composer install --no-cache',
    'FROM php\nENV COMPOSER_CACHE_DIR=/dev/null\nRUN composer install',
    'FROM rust\nRUN cargo build --release && rm -rf /usr/local/cargo/registry',
    'FROM golang AS build\nRUN go build -o /a\nFROM scratch\nCOPY --from=build /a /a',
    'FROM golang\nRUN --mount=type=cache,target=/go/pkg/mod --mount=type=cache,target=/root/.cache/go-build go build',
  ],
});
