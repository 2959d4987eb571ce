import { describe, expect, it } from 'vitest';
import { PEERS } from '../../src/data/peer-codes.js';
import { rules } from '../../src/rules/index.js';
import { aliasesOf } from '../../src/rules/rule.js';

describe('codes of other linters', () => {
  const aliases = new Set(rules.flatMap((rule) => aliasesOf(rule)));
  const known = new Set(PEERS.flatMap(({ codes }) => codes));

  it('names no code that no linter has', () => {
    expect([...aliases].filter((alias) => !known.has(alias) && !/^SC\d+$/.test(alias))).toEqual([]);
  });

  it.each(PEERS)('$title: leaves out only codes that it has, and that no rule answers to', ({ codes, leftOut }) => {
    for (const code of Object.keys(leftOut)) {
      expect(codes).toContain(code);
      expect(aliases.has(code)).toBe(false);
    }
  });

  it.each(PEERS)('$title: each code once', ({ codes }) => expect(new Set(codes).size).toBe(codes.length));
});
