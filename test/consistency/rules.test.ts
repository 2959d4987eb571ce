import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { askedFor } from '../../src/config/asked-for.js';
import { TABLES_DATE } from '../../src/data/date.js';
import { applyEdits } from '../../src/engine/apply-edits.js';
import { combineFixes } from '../../src/engine/fixes.js';
import { lint, lintWith } from '../../src/engine/lint.js';
import type { BuildInput } from '../../src/model/index.js';
import { rules } from '../../src/rules/index.js';
import { defineRule, type Rule } from '../../src/rules/rule.js';
import { withShellNotes } from '../../src/shellcheck/notes.js';
import { readInputFile } from '../../src/site/example-file.js';
import { shellCheck } from '../support/shellcheck.js';
import { badDeclarations, badPair, type CheckedPair, missingFiles, type PageFacts } from './rules.js';

const PAGES = 'content/docs/rules';

async function pairsOf(rule: Rule): Promise<CheckedPair[]> {
  const folder = `${PAGES}/${rule.id}`;
  const files = readdirSync(folder);
  const around = files.includes('input.yaml')
    ? readInputFile(readFileSync(`${folder}/input.yaml`, 'utf8'), folder)
    : {};
  const pairs = files.filter((name) => name.startsWith('before.'));
  return Promise.all(pairs.map((name) => checkPair(rule, folder, name, files, around)));
}

async function checkPair(
  rule: Rule,
  folder: string,
  name: string,
  files: readonly string[],
  around: Partial<BuildInput>,
): Promise<CheckedPair> {
  const inputOf = async (text: string): Promise<BuildInput> => {
    const input = { ...around, text, today: TABLES_DATE };
    return rule.codes ? withShellNotes(input, (script) => shellCheck.check(script)) : input;
  };
  const afterName = name.replace('before.', 'after.');
  const beforeText = readFileSync(`${folder}/${name}`, 'utf8');
  const afterText = files.includes(afterName) ? readFileSync(`${folder}/${afterName}`, 'utf8') : undefined;
  const configuration = askedFor(rule);
  const before = await inputOf(beforeText);
  const own = lintWith([rule], before, configuration).findings;
  const fixes = own.flatMap(({ fixes: [best] }) => (best ? [best] : []));
  return {
    rule,
    name,
    before: lint(before, configuration).findings,
    after: afterText === undefined ? undefined : lint(await inputOf(afterText), configuration).findings,
    afterText,
    repaired:
      fixes.length === own.length && own.length > 0 ? applyEdits(beforeText, combineFixes(fixes).edits) : undefined,
    page: pageFacts(`${folder}/index.mdx`),
  };
}

function pageFacts(path: string): PageFacts {
  const frontMatter = /^---\n([\s\S]*?)\n---/.exec(readFileSync(path, 'utf8'))?.[1] ?? '';
  const { alsoFound = [] } = (parse(frontMatter) ?? {}) as Partial<PageFacts>;
  return { alsoFound };
}

describe('rules', () => {
  it('each has its file, its test and its page', () => {
    const names = (folder: string) => readdirSync(folder);
    const files = { sources: names('src/rules'), tests: names('test/rules'), pages: names(PAGES) };
    expect(missingFiles(rules, files)).toEqual([]);
    expect(missingFiles(rules.slice(1), { ...files, sources: [] })).not.toEqual([]);
  });

  it('are declared in order', () => {
    expect(badDeclarations(rules)).toEqual([]);
    expect(badDeclarations([...rules].reverse())).not.toEqual([]);
  });
});

describe('the pairs of rule pages', () => {
  it.each(rules.map((rule) => [rule.id, rule] as const))('%s', async (_, rule) => {
    const pairs = await pairsOf(rule);
    expect(pairs.length, 'a page has at least one pair').toBeGreaterThan(0);
    expect(pairs.flatMap(badPair)).toEqual([]);
  });

  it('a bad pair is seen', () => {
    const rule = defineRule({
      id: 'x',
      topic: 'bloat',
      stages: 'all',
      severity: 'info',
      summary: 'X.',
      find: () => [],
      explain: () => ({ what: [], why: [], todo: [] }),
    });
    const pair = {
      rule,
      name: 'before.Dockerfile',
      before: [],
      after: [],
      afterText: 'a',
      repaired: 'b',
      page: { alsoFound: [] },
    };
    expect(badPair(pair)).toHaveLength(2);
  });
});
