import { workdirRelative } from '../../src/rules/workdir-relative.js';
import { testRule } from '../support/rule-table.js';

testRule(workdirRelative, {
  finds: [
    {
      source: 'FROM node:26-slim\nWORKDIR «app»\n',
      repaired: 'FROM node:26-slim\nWORKDIR /app\n',
      safety: 'suggested',
    },
    {
      source: 'FROM golang:1.27\nWORKDIR «src/app»',
      repaired: 'FROM golang:1.27\nWORKDIR /go/src/app',
      title: 'the base has one',
    },
    { source: 'FROM a\nWORKDIR «./app»', repaired: 'FROM a\nWORKDIR /app' },
    { source: 'FROM a\nWORKDIR «app»\nWORKDIR web', title: 'only the first: the second is right when the first is' },
    { source: 'FROM a\nWORKDIR «"app"»', repaired: 'FROM a\nWORKDIR /app' },
    { source: 'FROM a\nWORKDIR «~/app»', noFix: true },
    { source: 'FROM a\nARG DIR=app\nWORKDIR «$DIR»', noFix: true },
    { source: 'FROM a AS b\nWORKDIR /x\nFROM a\nWORKDIR «app»', title: 'each stage begins anew' },
    { source: 'FROM debian:trixie-slim\nWORKDIR «C:/app»', title: 'no drives on Linux' },
  ],
  silent: [
    'FROM a\nWORKDIR /app',
    'FROM a\nWORKDIR /app\nWORKDIR web',
    { source: 'FROM a AS b\nWORKDIR /app\nFROM b\nWORKDIR web', title: 'the stage below set one' },
    'FROM a\nWORKDIR "/app"',
    { source: 'FROM a\nARG DIR\nWORKDIR $DIR', title: 'it can be anything' },
    { source: 'FROM a\nWORKDIR ${HOME}/app', title: 'the base may set it' },
    'FROM mcr.microsoft.com/windows/servercore:ltsc2022\nWORKDIR C:/app',
    { source: 'FROM a\nWORKDIR C:\\\\app', without: ['escape'] },
    'FROM a\nWORKDIR',
  ],
});
