import { copyRelativeWithoutWorkdir } from '../../src/rules/copy-relative-without-workdir.js';
import { testRule } from '../support/rule-table.js';

testRule(copyRelativeWithoutWorkdir, {
  finds: [
    {
      source: 'FROM node:26\nCOPY package.json «./»',
      severity: 'warning',
      repaired: 'FROM node:26\nCOPY package.json /',
      safety: 'suggested',
    },
    { source: 'FROM node:26\nCOPY src «app/»', repaired: 'FROM node:26\nCOPY src /app/' },
    { source: 'FROM golang:1.27\nCOPY . «.»', severity: 'info', repaired: 'FROM golang:1.27\nCOPY . /go/' },
    { source: 'FROM example.com/a:1\nCOPY . «app»', noFix: true },
    { source: 'FROM debian:13\nADD a.tgz «app»', repaired: 'FROM debian:13\nADD a.tgz /app' },
    { source: 'FROM debian:13 AS a\nWORKDIR /x\nFROM debian:13\nCOPY --from=a /x «x»', title: 'another stage' },
    { source: 'FROM debian:13\nARG D=app\nCOPY a «$D»', noFix: true },
    { source: 'FROM debian:13\nCOPY a «.»\nWORKDIR /app', title: 'set below' },
  ],
  silent: [
    'FROM node:26\nWORKDIR /app\nCOPY . .',
    'FROM node:26\nCOPY . /app/',
    { source: 'FROM debian:13 AS a\nWORKDIR /x\nFROM a\nCOPY a b', title: 'the stage below set it' },
    { source: 'FROM debian:13\nARG D\nCOPY a $D/b', title: 'it can be anything' },
    { source: 'FROM scratch\nCOPY a .', title: 'it is the root, and stays it' },
    { source: 'COPY . .', title: 'a fragment' },
    'FROM mcr.microsoft.com/windows/servercore:ltsc2022\nCOPY a app',
    { source: 'FROM debian:13\nCOPY a C:/app', title: 'of another system' },
    { source: 'FROM debian:13\nENV D=/app\nCOPY a $D' },
    { source: 'FROM debian:13\nONBUILD COPY . .', title: 'in other builds' },
  ],
});
