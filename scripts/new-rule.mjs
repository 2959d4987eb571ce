// Makes the four places of a rule, ready to be filled: new-rule.mjs ID TOPIC [SEVERITY]
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

const INDEX = 'src/rules/index.ts';
const TOPICS = ['bloat', 'multi-stage', 'distroless', 'caching', 'pid-1', 'security', 'correctness', 'maintainability'];
const SEVERITIES = ['error', 'warning', 'info', 'style', 'off'];

/**
 * Writes the files of a rule below `root` and adds it to the list of rules. Throws a sentence for the reader, and writes
 * nothing, where the names are wrong or one of the files is there already.
 * @param {string} root
 * @param {{ id: string, topic: string, severity: string }} rule
 * @returns {string[]} the files, from `root`
 */
export function scaffoldRule(root, { id, topic, severity }) {
  if (!/^[a-z][a-z0-9]*(?:-[a-z0-9]+)+$/.test(id))
    throw new Error(`“${id}” is no name of a rule. It names the problem in kebab-case, such as pipe-to-shell.`);
  mustBeOneOf('topic', topic, TOPICS);
  mustBeOneOf('severity', severity, SEVERITIES);
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

/**
 * @param {string} what
 * @param {string} value
 * @param {readonly string[]} known
 */
function mustBeOneOf(what, value, known) {
  if (!known.includes(value)) throw new Error(`The ${what} is one of ${known.join(', ')}; “${value}” is none of them.`);
}

/** @param {string} id */
function nameOf(id) {
  return id.replace(/-(.)/g, (_, letter) => letter.toUpperCase());
}

/**
 * The list with one more rule, both halves in alphabetical order of their files.
 * @param {string} index
 * @param {string} id
 */
function withRule(index, id) {
  const lines = index.split('\n');
  insertInOrder(lines, /^import (?:type )?\{.*\} from '\.\/(.+)\.js';$/, `import { ${nameOf(id)} } from './${id}.js';`);
  insertInOrder(lines, /^ {2}(\w+),$/, `  ${nameOf(id)},`);
  return lines.join('\n');
}

/**
 * @param {string[]} lines
 * @param {RegExp} like
 * @param {string} line
 */
function insertInOrder(lines, like, line) {
  const key = (/** @type {string} */ text) => like.exec(text)?.[1] ?? '';
  const alike = lines.flatMap((text, place) => (like.test(text) ? [place] : []));
  const before = alike.find((place) => key(lines[place] ?? '') > key(line));
  lines.splice(before ?? (alike.at(-1) ?? lines.length - 1) + 1, 0, line);
}

/**
 * What stands in each file; nothing of it passes the tests until it is written.
 * @param {string} id
 * @param {string} topic
 * @param {string} severity
 * @returns {Record<string, string>}
 */
function filesOf(id, topic, severity) {
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

if (process.argv[1]?.endsWith('new-rule.mjs')) {
  const [id = '', topic = '', severity = 'warning'] = process.argv.slice(2);
  try {
    console.log(scaffoldRule('.', { id, topic, severity }).join('\n'));
    console.log('\nNext: write `find`, then the table of tests; CONTRIBUTING.md says how.');
  } catch (error) {
    console.error(error instanceof Error ? error.message : error);
    console.error('Usage: npm run new-rule -- ID TOPIC [SEVERITY]');
    process.exitCode = 1;
  }
}
