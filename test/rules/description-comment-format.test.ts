import { descriptionCommentFormat } from '../../src/rules/description-comment-format.js';
import { testRule } from '../support/rule-table.js';

testRule(descriptionCommentFormat, {
  finds: [
    { source: '«# the version»\nARG V=1\nFROM a', repaired: '# V the version\nARG V=1\nFROM a', safety: 'safe' },
    { source: '# stages\n\n«# compiles»\nFROM a AS build', repaired: '# stages\n\n# build compiles\nFROM a AS build' },
    { source: 'FROM a\n# one\n«#two»\nARG V', repaired: 'FROM a\n# one\n#V two\nARG V', title: 'the last line counts' },
    { source: 'FROM a\n«# both»\nARG V=1 W=2', repaired: 'FROM a\n# V both\nARG V=1 W=2' },
    { source: '«# Build compiles»\nFROM a AS Build', title: 'the name in small letters' },
    { source: '«# V: the version»\nARG V=1\nFROM a', title: 'a colon belongs to the word' },
  ],
  silent: [
    '# V is the version\nARG V=1\nFROM a',
    '# build compiles\nFROM a AS build',
    { source: '# the version\n\nARG V=1\nFROM a', title: 'a blank line between' },
    { source: '# the version\n#\nARG V=1\nFROM a', title: 'an empty comment between' },
    { source: '# the image\nFROM a', title: 'a stage without a name' },
    { source: '# installs\nFROM a\n# git\nRUN true', title: 'another instruction' },
    '# W and V\nFROM a\n# W is one\nARG V=1 W=2',
    { source: '# hadolint ignore=DL3006\nFROM a AS build', title: 'for a linter' },
    { source: '# syntax=docker/dockerfile:1\nFROM a AS build', title: 'a directive' },
  ],
});
