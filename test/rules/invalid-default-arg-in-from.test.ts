import { invalidDefaultArgInFrom } from '../../src/rules/invalid-default-arg-in-from.js';
import { testRule } from '../support/rule-table.js';

testRule(invalidDefaultArgInFrom, {
  finds: [
    { source: 'ARG TAG\nFROM «node:$TAG»', noFix: true },
    { source: 'ARG TAG\nFROM «node:${TAG}» AS build' },
    'ARG IMAGE\nFROM «$IMAGE»',
    { source: 'ARG REGISTRY\nFROM «$REGISTRY/node:26»', title: 'begins with a slash' },
    'ARG A\nARG B=$A\nFROM «node:$B»',
    { source: 'ARG TAG\nFROM «node:$TAG»', input: { buildArguments: { TAG: '26' } }, title: 'the default counts' },
    { source: 'ARG TAG\nFROM debian:13 AS a\nFROM «b:$TAG»' },
    { source: 'ARG V\nFROM «node@$V»' },
  ],
  silent: [
    'ARG TAG=26\nFROM node:$TAG',
    'ARG TAG\nFROM node:${TAG:-26}',
    { source: 'ARG SUFFIX\nFROM node:26$SUFFIX', title: 'right without it' },
    { source: 'FROM node:$TAG', title: 'declared nowhere: undefined-variable' },
    { source: 'ARG TAG=\nFROM node:$TAG', title: 'refused as it stands: build-error' },
    'FROM node:26',
    { source: 'FROM Node:26', title: 'no argument in it' },
    { source: 'ARG TAG\nFROM --platform=$TAG node:26', title: 'not in the name' },
    { source: 'ARG A=node:26\nFROM $A' },
    { source: 'FROM node:$TARGETARCH', title: 'the builder has it' },
  ],
});
