import { packageUpdateAlone } from '../../src/rules/package-update-alone.js';
import { testRule } from '../support/rule-table.js';

testRule(packageUpdateAlone, {
  finds: [
    {
      source: 'FROM debian\nRUN «apt-get update»\nRUN apt-get install -y curl\n',
      severity: 'warning',
      safety: 'suggested',
      repaired: 'FROM debian\nRUN apt-get update && apt-get install -y curl\n',
      without: ['onbuild'],
    },
    {
      source:
        'FROM debian\n# lists\nRUN «apt-get -qq update»\nCOPY a /a\nRUN apt-get install -y \\\n      curl \\\n && rm -rf /var/lib/apt/lists/*\n',
      repaired:
        'FROM debian\n# lists\nCOPY a /a\nRUN apt-get -qq update \\\n && apt-get install -y \\\n      curl \\\n && rm -rf /var/lib/apt/lists/*\n',
      without: ['onbuild'],
    },
    {
      source: 'FROM debian\nRUN «apt update»\nRUN apt-get update && apt-get install -y curl\n',
      title: 'refreshed again below',
      repaired: 'FROM debian\nRUN apt-get update && apt-get install -y curl\n',
      without: ['onbuild'],
    },
    {
      source: 'FROM debian\nRUN echo a && «apt-get update» && apt-get clean\nRUN apt-get install -y curl',
      noFix: true,
    },
    { source: 'FROM debian\nRUN apt-get install -y curl && «apt-get update»', title: 'in the wrong order' },
    {
      source: 'FROM debian AS build\nRUN «apt-get update»\nFROM scratch\nCOPY --from=build /a /a',
      title: 'in a build stage too',
    },
    { source: 'FROM debian\nRUN ["«apt-get", "update»"]\nRUN apt-get install -y curl', noFix: true },
    {
      source: 'FROM alpine\nRUN «apk update»\nRUN apk add --no-cache curl\n',
      repaired: 'FROM alpine\nRUN apk add --no-cache curl\n',
      without: ['onbuild'],
    },
    { source: 'FROM centos:7\nRUN «yum makecache»\nRUN yum install -y git' },
    { source: 'FROM fedora\nRUN «dnf makecache»\nRUN yum install -y git' },
    { source: 'FROM opensuse/leap\nRUN «zypper refresh»\nRUN zypper in -y git' },
    {
      source: 'FROM archlinux\nRUN «pacman -Sy»\nRUN pacman -S --noconfirm git\n',
      repaired: 'FROM archlinux\nRUN pacman -Sy && pacman -S --noconfirm git\n',
      without: ['onbuild'],
    },
    {
      source: 'FROM debian\nRUN <<EOF\n«apt-get update»\nEOF\nRUN apt-get install -y curl',
      noFix: true,
    },
  ],
  silent: [
    {
      source: 'FROM debian:trixie\nRUN apt-get update; apt-get dist-clean',
      title: 'tries the sources, and keeps no list',
    },
    'FROM debian:trixie\nRUN apt-get update && rm -rf /var/lib/apt/lists/*',
    'FROM debian\nRUN apt-get update && apt-get install -y curl',
    'FROM debian\nRUN apt-get update; apt-get upgrade -y',
    'FROM debian\nRUN apt-get update && apt-get clean && apt-get dist-upgrade -y',
    'FROM debian\nRUN <<EOF\napt-get update\napt-get install -y curl\nEOF',
    { source: 'FROM debian\nRUN apt-get update && ./install.sh', title: 'the script may install' },
    { source: 'FROM debian\nRUN apt-get update && npx playwright install-deps', title: 'a program may install' },
    'FROM debian\nRUN apt-get update && xargs -a list.txt apt-get install -y',
    'FROM debian\nRUN apt-get update && apt-get download curl',
    'FROM alpine\nRUN apk update && apk add curl',
    'FROM fedora\nRUN dnf makecache && yum install -y git',
    { source: 'FROM centos:7\nRUN yum update -y', title: 'an upgrade' },
    { source: 'FROM archlinux\nRUN pacman -Syu --noconfirm', title: 'an upgrade' },
    'FROM debian\nRUN if true; then apt-get update; apt-get install -y curl; fi',
    'FROM debian\nRUN echo apt-get update',
    { source: 'FROM node\nRUN npm update', title: 'not an index' },
  ],
});
