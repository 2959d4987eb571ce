/** The four places of a rule, ready to be filled. */
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { SEVERITIES, TOPICS } from '../../src/rules/rule.js';

const INDEX = 'src/rules/index.ts';

interface RuleNames {
  readonly id: string;
  readonly topic: string;
  readonly severity: string;
}

/**
 * Writes the files of a rule below `root` and adds it to the list of rules. Throws a sentence for the reader, and writes
 * nothing, where the names are wrong or one of the files is there already.
 */
export function scaffoldRule(root: string, { id, topic, severity }: RuleNames): string[] {
  if (!/^[a-z][a-z0-9]*(?:-[a-z0-9]+)+$/.test(id))
    throw new Error(`“${id}” is no name of a rule. It names the problem in kebab-case, such as pipe-to-shell.`);
  mustBeOneOf('topic', topic, TOPICS);
  mustBeOneOf('severity', severity, [...SEVERITIES, 'off']);
  const files = filesOf(id, topic, severity);
  const taken = Object.keys(files).filter((file) => existsSync(join(root, file)));
  if (taken.length > 0) throw new Error(`There is already ${taken.join(', ')}. Nothing was written.`);
  const index = withRule(readFileSync(join(root, INDEX), 'utf8'), id);
  for (const [file, text] of Object.entries({ ...files, [INDEX]: index })) {
    mkdirSync(join(root, dirname(file)), { recursive: true });
    writeFileSync(join(root, file), text);
  }
  return [...Object.keys(files), INDEX];
}

function mustBeOneOf(what: string, value: string, known: readonly string[]): void {
  if (!known.includes(value)) throw new Error(`The ${what} is one of ${known.join(', ')}; “${value}” is none of them.`);
}

function nameOf(id: string): string {
  return id.replace(/-(.)/g, (_, letter: string) => letter.toUpperCase());
}

/** The list with one more rule, both halves in alphabetical order of their files. */
function withRule(index: string, id: string): string {
  const lines = index.split('\n');
  insertInOrder(lines, /^import (?:type )?\{.*\} from '\.\/(.+)\.js';$/, `import { ${nameOf(id)} } from './${id}.js';`);
  insertInOrder(lines, /^ {2}(\w+),$/, `  ${nameOf(id)},`);
  return lines.join('\n');
}

function insertInOrder(lines: string[], like: RegExp, line: string): void {
  const key = (text: string) => like.exec(text)?.[1] ?? '';
  const alike = lines.flatMap((text, place) => (like.test(text) ? [place] : []));
  const before = alike.find((place) => key(lines[place] ?? '') > key(line));
  lines.splice(before ?? (alike.at(-1) ?? lines.length - 1) + 1, 0, line);
}

/** What stands in each file; nothing of it passes the tests until it is written. */
function filesOf(id: string, topic: string, severity: string): Record<string, string> {
  const name = nameOf(id);
  const page = `content/docs/rules/${id}`;
  return {
    [`src/rules/${id}.ts`]: `import type { Run } from '../model/index.js';
import { code, text } from './message.js';
import { defineRule } from './rule.js';

export const ${name} = defineRule({
  id: '${id}',
  topic: '${topic}',
  stages: 'all',
  severity: '${severity}',
  summary: 'An order in one sentence.',

  *find({ instructions }) {
    for (const instruction of instructions('RUN'))
      if (isMistaken(instruction)) yield { at: instruction.keywordAt, instruction };
  },

  explain: ({ instruction }) => ({
    what: text\`What is the case with \${code(instruction.keyword)}.\`,
    why: text\`What it costs.\`,
    todo: text\`What to do.\`,
  }),
});

function isMistaken(run: Run): boolean {
  return run.at.start < 0;
}
`,
    [`test/rules/${id}.test.ts`]: `import { ${name} } from '../../src/rules/${id}.js';
import { testRule } from '../support/rule-table.js';

testRule(${name}, {
  finds: [{ source: 'FROM debian\\n«RUN» true' }],
  silent: ['FROM debian\\nRUN false'],
});
`,
    [`${page}/index.mdx`]: `---
title: ${id}
---

## Why it matters

## What the fix does

## When not to follow it

## References
`,
    [`${page}/before.Dockerfile`]: 'FROM debian:13-slim\n',
    [`${page}/after.Dockerfile`]: 'FROM debian:13-slim\n',
  };
}
