import { buildToolsShipped } from '../../src/rules/build-tools-shipped.js';
import { testRule } from '../support/rule-table.js';

testRule(buildToolsShipped, {
  finds: [
    { source: 'FROM debian\nRUN apt-get install -y git «make»\nCMD ["app"]', variant: 'packages', severity: 'info' },
    {
      source: 'FROM «golang:1.27»\nENV GOOS=linux',
      variant: 'base-image',
      severity: 'info',
      title: 'a base for builds',
    },
    { source: 'FROM debian\nRUN apt-get install -y «gcc» gcc\nCMD ["bash"]', variant: 'packages', severity: 'info' },
    { source: 'FROM debian\nRUN apt-get install -y «gcc»\nCMD ["app"]', variant: 'packages', severity: 'warning' },
    { source: 'FROM «golang:1.27»\nRUN go build -o /a', variant: 'base-image', severity: 'warning', noFix: true },
    { source: 'FROM «eclipse-temurin:25-jdk»\nCOPY a.jar /', variant: 'base-image' },
    { source: 'FROM «maven:3-eclipse-temurin-25» AS base\nFROM base', variant: 'base-image' },
    { source: 'FROM «mcr.microsoft.com/dotnet/sdk:10.0»', variant: 'base-image' },
    { source: 'FROM «rust:1-slim»\nRUN cargo build', variant: 'base-image' },
    { source: 'FROM «nvidia/cuda:13.0-devel-ubuntu26.04»', variant: 'base-image', title: 'the tag says so' },
    { source: 'FROM debian\nRUN apt-get install -y curl «build-essential» libpq-dev', variant: 'packages' },
    { source: 'FROM debian\nRUN apt-get install -y «gcc-14» && apt-get install -y «libssl-dev»', variant: 'packages' },
    { source: 'FROM debian AS base\nRUN apt-get install -y «cmake»\nFROM base\nRUN a', variant: 'packages' },
    { source: 'FROM alpine\nRUN apk add --no-cache «build-base» python3', variant: 'packages' },
    { source: 'FROM fedora\nRUN dnf install -y «gcc-c++» zlib-devel', variant: 'packages' },
    { source: 'FROM fedora\nRUN dnf group install -y «"Development Tools"»', variant: 'packages' },
    { source: 'FROM debian\nRUN apt-get install -y «openjdk-21-jdk-headless»', variant: 'packages' },
    {
      source: 'FROM debian\nRUN apt-get install -y «gcc» make && apt-get purge -y make',
      variant: 'packages',
      title: 'one is left',
    },
    { source: 'FROM alpine\nRUN apk add --no-cache --virtual «.build-deps» gcc && make', variant: 'virtual-packages' },
    { source: 'FROM php:8.5-alpine\nRUN apk add -t «.phpize» $PHPIZE_DEPS', variant: 'virtual-packages' },
    {
      source: 'FROM alpine\nRUN apk add --virtual «.build» gcc\nRUN apk add --virtual .other make && apk del .other',
      variant: 'virtual-packages',
    },
  ],
  silent: [
    'FROM mcr.microsoft.com/devcontainers/rust:1-bookworm',
    {
      source: 'FROM golang:1.27 AS build\nRUN go build -o /a\nFROM scratch\nCOPY --from=build /a /a',
      title: 'a build stage',
    },
    {
      source: 'FROM debian AS build\nRUN apt-get install -y gcc\nFROM debian\nCOPY --from=build /a /a',
      title: 'packages in it',
    },
    'FROM debian\nRUN apt-get install -y gcc make && make && apt-get purge -y gcc make',
    {
      source: 'FROM debian\nRUN apt-get install -y gcc\nRUN apt-get remove -y gcc',
      title: 'another rule speaks about later layers',
    },
    'FROM alpine\nRUN apk add --virtual .build-deps gcc && make && apk del .build-deps',
    { source: 'FROM alpine\nRUN apk add --virtual .run-deps libpq', title: 'what the program needs' },
    {
      source: `FROM debian\nRUN savedAptMark=$(apt-mark showmanual) && apt-get install -y gcc && make && apt-mark auto '.*' && apt-get purge -y --auto-remove`,
      title: 'the way of the official images',
    },
    'FROM debian\nRUN apt-get install -y gcc && make && apt-get purge -y $DEPS',
    {
      source: 'FROM debian\nRUN apt-get install -y libgcc-s1 cmake-data make-guile-doc openjdk-21-jre-headless',
      title: 'names that only look so',
    },
    { source: 'FROM node:26', title: 'a full image of a language has a smaller variant: another rule' },
    'FROM eclipse-temurin:25-jre',
    'FROM nvidia/cuda:13.0-runtime-ubuntu26.04',
    { source: 'FROM golang:1.27 AS dev\nCMD ["go", "run", "."]', title: 'made to work in' },
    { source: 'FROM golang:1.27 AS test\nRUN go test ./...', title: 'the target is a test' },
    'FROM registry.example.org/base:1',
    { source: 'FROM python:3.14-slim\nRUN pip install gcc7 cmake', title: 'not a package of the distribution' },
  ],
});
