import { directiveIgnored } from '../../src/rules/directive-ignored.js';
import { testRule } from '../support/rule-table.js';

testRule(directiveIgnored, {
  // A directive in front of the file moves what is tested.
  without: ['escape'],
  finds: [
    {
      source: '# The server\n«# syntax=docker/dockerfile:1»\nFROM a\n',
      variant: 'misplaced',
      repaired: '# syntax=docker/dockerfile:1\n# The server\nFROM a\n',
      safety: 'suggested',
    },
    { source: '# x\n\n«# syntax=docker/dockerfile:1»\nFROM a', variant: 'misplaced', title: 'a blank line above' },
    { source: 'FROM a\n«# escape=`»\nRUN true', variant: 'misplaced', noFix: true },
    {
      source: '# escape=\\\n\n«# check=skip=JSONArgsRecommended»\n\nFROM a\n',
      variant: 'misplaced',
      repaired: '# escape=\\\n# check=skip=JSONArgsRecommended\n\n\nFROM a\n',
    },
    {
      source: '«# syntx=docker/dockerfile:1»\nFROM a',
      variant: 'typo',
      repaired: '# syntax=docker/dockerfile:1\nFROM a',
    },
    { source: '«# escpae=`»\nFROM a', variant: 'typo', noFix: true },
    { source: '«# syntax=»\nFROM a', variant: 'empty', noFix: true },
  ],
  silent: [
    '# syntax=docker/dockerfile:1\n# escape=\\\nFROM a',
    '#syntax = docker/dockerfile:1\nFROM a',
    {
      source: '# syntax=docker/dockerfile:1\nFROM a\n# check=skip=UndefinedVar\nENV A=$B',
      title: 'for one instruction',
    },
    '# a comment\nFROM a',
    { source: '# Comments\n# syntax = see above\nFROM a', title: 'prose' },
    { source: '# Comments\n# check=this\nFROM a', title: 'prose' },
    { source: '# VERSION=1\nFROM a', title: 'a variable in a comment' },
    { source: 'FROM a\n# PATH=/x\nRUN true' },
    { source: 'FROM a\n# syntax=\nRUN true', title: 'nothing to lose' },
    { source: '# hadolint ignore=DL3006\nFROM a' },
  ],
});
