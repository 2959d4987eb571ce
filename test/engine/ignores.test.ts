import { describe, expect, it } from 'vitest';
import { TABLES_DATE } from '../../src/data/date.js';
import { lintWith } from '../../src/engine/lint.js';
import { aptInsteadOfAptGet } from '../../src/rules/apt-instead-of-apt-get.js';
import { imageNotPinned } from '../../src/rules/image-not-pinned.js';
import { maintainerDeprecated } from '../../src/rules/maintainer-deprecated.js';

function check(text: string) {
  const { findings, ignored } = lintWith([aptInsteadOfAptGet, imageNotPinned, maintainerDeprecated], {
    text,
    today: TABLES_DATE,
  });
  return {
    found: findings.map(({ rule }) => rule),
    ignored: ignored.map(({ rule, ignoredBy }) => [rule, ignoredBy.reason]),
  };
}

describe('ignore comments', () => {
  const silent: readonly [title: string, source: string][] = [
    ['ours, by id', '# plimsoll ignore=image-not-pinned\nFROM node'],
    ['ours, by variant', '# plimsoll ignore=image-not-pinned/untagged\nFROM node'],
    ['ours, by code', '# plimsoll ignore=DL3006\nFROM node'],
    ['ours, everything', '# plimsoll ignore=all\nFROM node'],
    ['ours, several, in any case', '#PLIMSOLL x\n# plimsoll ignore=DL3027, dl3006\nFROM node'],
    ['ours, other comments between', '# plimsoll ignore=image-not-pinned\n# the base\nFROM node'],
    ['ours, for the file', 'FROM node\n# plimsoll ignore-file=image-not-pinned'],
    ['hadolint, next instruction', '# hadolint ignore=DL3006\nFROM node'],
    ['hadolint, list', '# hadolint ignore=DL3027,DL3006\nFROM node'],
    ['hadolint, no blank', '#hadolint ignore=DL3006\nFROM node'],
    ['hadolint, global', 'FROM node\n# hadolint global ignore=DL3006'],
    ['hadolint, stage', '# hadolint stage ignore=DL3006\nFROM node'],
    ['BuildKit, for the file', '# check=skip=MaintainerDeprecated;error=true\nFROM node:26\nMAINTAINER Jo'],
    ['BuildKit, all', '# check=skip=all\nFROM node:26\nMAINTAINER Jo'],
    ['BuildKit, one instruction', 'FROM node:26\n# check=skip=MaintainerDeprecated # ours\nMAINTAINER Jo'],
  ];
  it.each(silent)('%s', (_, source) => expect(check(source).found).toEqual([]));

  const loud: readonly [title: string, source: string, found: readonly string[]][] = [
    ['another rule', '# plimsoll ignore=DL3027\nFROM node', ['image-not-pinned']],
    ['another variant', '# plimsoll ignore=image-not-pinned/latest\nFROM node', ['image-not-pinned']],
    ['only the next instruction', '# hadolint ignore=DL3006\nFROM a\nFROM b', ['image-not-pinned']],
    ['only that stage', '# hadolint stage ignore=DL3006\nFROM a\nFROM b', ['image-not-pinned']],
    ['a blank line between is allowed to nobody', '# hadolint ignore=DL3006\n\nFROM a', ['image-not-pinned']],
    ["BuildKit's all speaks of BuildKit's checks", '# check=skip=all\nFROM node', ['image-not-pinned']],
    [
      'hadolint comments do not work inside a RUN',
      'FROM a:1\nRUN true && \\\n  # hadolint ignore=DL3027\n  apt update',
      ['apt-instead-of-apt-get'],
    ],
    ['prose is no comment of ours', '# plimsoll ignores this\nFROM node', ['image-not-pinned']],
  ];
  it.each(loud)('%s', (_, source, found) => expect(check(source).found).toEqual(found));

  it('inside a continued RUN silences the line below', () => {
    const source = 'FROM a:1\nRUN apt update && \\\n  # plimsoll ignore=DL3027 -- for people\n  apt search x\n';
    expect(check(source)).toEqual({
      found: ['apt-instead-of-apt-get'],
      ignored: [['apt-instead-of-apt-get', 'for people']],
    });
  });

  it('keeps the reason, in each dialect', () => {
    expect(check('# plimsoll ignore=DL3006 -- we follow it\nFROM node').ignored).toEqual([
      ['image-not-pinned', 'we follow it'],
    ]);
    expect(check('# hadolint ignore=DL3006 # we follow it\nFROM node').ignored).toEqual([
      ['image-not-pinned', 'we follow it'],
    ]);
    expect(check('FROM a:1\n# check=skip=MaintainerDeprecated # old tool\nMAINTAINER J').ignored).toEqual([
      ['maintainer-deprecated', 'old tool'],
    ]);
    expect(check('# plimsoll ignore=DL3006\nFROM node').ignored).toEqual([['image-not-pinned', undefined]]);
  });
});
