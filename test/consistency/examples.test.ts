import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { TABLES_DATE } from '../../src/data/date.js';
import { lint } from '../../src/engine/lint.js';
import type { BuildInput } from '../../src/model/index.js';
import { rules } from '../../src/rules/index.js';
import { inputOf, readExampleFile } from '../../src/site/example-file.js';
import { badBlocks, badExample, type CheckedExample } from './examples.js';

const EXAMPLES = 'content/examples';
const GUIDES = 'content/docs/guides';
const ids = rules.map(({ id }) => id);

function checkExample(name: string): CheckedExample {
  const read = (file: string) => readFileSync(`${EXAMPLES}/${name}/${file}`, 'utf8');
  const example = readExampleFile(read('example.yaml'), name);
  const findingsOf = (file: string) => findings(read(file), inputOf(example));
  return {
    name,
    rules: example.rules,
    before: findingsOf('before.Dockerfile'),
    after: findingsOf('after.Dockerfile'),
  };
}

function findings(text: string, around: Partial<BuildInput> = {}) {
  return lint({ ...around, text, today: TABLES_DATE }).findings;
}

describe('the examples', () => {
  it.each(readdirSync(EXAMPLES))('%s breaks what it says before, and nothing after', (name) => {
    expect(badExample(checkExample(name), ids)).toEqual([]);
  });

  it('a bad example is seen', () => {
    const broken = findings('FROM node:26-slim\nWORKDIR app\nUSER 1000\nCMD ["node"]\n');
    expect(badExample({ name: 'x', rules: ['no-such-rule'], before: [], after: broken }, ids)).toEqual([
      'x names no-such-rule, which is no rule',
      "the before of x doesn't break no-such-rule",
      'the after of x breaks workdir-relative',
    ]);
  });
});

describe('the Dockerfiles in guides', () => {
  it.each(readdirSync(GUIDES))('%s', (name) => {
    expect(badBlocks(name, readFileSync(`${GUIDES}/${name}`, 'utf8'), findings)).toEqual([]);
  });

  it('a bad one is seen, unless it is a fragment or the text names the rule', () => {
    const block = (words: string) => `\`\`\`${words}\nFROM node:26-slim\nWORKDIR app\nUSER 1000\n\`\`\`\n`;
    const problemsOf = (page: string) => badBlocks('x.mdx', page, findings);
    expect(problemsOf(`Text.\n\n${block('dockerfile')}`)).toEqual([
      'the Dockerfile in line 3 of x.mdx breaks workdir-relative',
    ]);
    expect(problemsOf(`See workdir-relative.\n\n${block('dockerfile')}`)).toEqual([]);
    expect(problemsOf(block('dockerfile fragment'))).toEqual([]);
  });
});
