import { cpSync, mkdtempSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { beforeEach, describe, expect, it } from 'vitest';
import { scaffoldRule } from '../../scripts/new-rule/scaffold.js';
import { SEVERITIES, TOPICS } from '../../src/rules/rule.js';

let root = '';
beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'new-rule-'));
  cpSync('src/rules/index.ts', join(root, 'src/rules/index.ts'), { recursive: true });
});

const read = (file: string) => readFileSync(join(root, file), 'utf8');

describe('the scaffold of a rule', () => {
  it('makes the four places and keeps the list in order', () => {
    const files = scaffoldRule(root, { id: 'mentioned-twice', topic: 'bloat', severity: 'info' });
    expect(files).toHaveLength(6);
    for (const file of files) expect(read(file)).not.toBe('');
    const imports = [...read('src/rules/index.ts').matchAll(/from '\.\/(.+)\.js'/g)].map(([, file]) => file);
    expect(imports).toContain('mentioned-twice');
    expect(imports).toEqual([...imports].sort());
    const listed = [...read('src/rules/index.ts').matchAll(/^ {2}(\w+),$/gm)].map(([, name]) => name);
    expect(listed).toEqual([...listed].sort());
    expect(listed).toContain('mentionedTwice');
  });

  it.each(['first-of-all', 'zz-last'])('finds the place of %s', (id) => {
    scaffoldRule(root, { id, topic: 'bloat', severity: 'info' });
    expect(read('src/rules/index.ts')).toContain(`from './${id}.js'`);
  });

  it('knows every topic and severity', () => {
    for (const topic of TOPICS)
      for (const severity of SEVERITIES)
        expect(() => scaffoldRule(root, { id: `of-${topic}-${severity}`, topic, severity })).not.toThrow();
  });

  it('writes nothing over what is there', () => {
    const rule = { id: 'mentioned-twice', topic: 'bloat', severity: 'info' };
    scaffoldRule(root, rule);
    const index = read('src/rules/index.ts');
    expect(() => scaffoldRule(root, rule)).toThrow('src/rules/mentioned-twice.ts');
    expect(read('src/rules/index.ts')).toBe(index);
  });

  it.each([
    ['Shouted', 'bloat', 'info'],
    ['two-words', 'size', 'info'],
    ['two-words', 'bloat', 'grave'],
  ])('refuses %s, %s, %s', (id, topic, severity) => {
    expect(() => scaffoldRule(root, { id, topic, severity })).toThrow('“');
  });
});
