import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { applyEdits } from '../../src/engine/apply-edits.js';
import { Lines } from '../../src/model/index.js';
import { sarifReport } from '../../src/report/sarif.js';
import type { SarifLog, SarifRegion } from '../../src/report/sarif-types.js';
import { rules } from '../../src/rules/index.js';
import { MIXED, reported, TOOL } from './reported.js';
import { sarifProblems } from './sarif-schema.js';

const examples = readdirSync('content/examples').map((name) => ({
  name,
  text: readFileSync(`content/examples/${name}/before.Dockerfile`, 'utf8'),
}));

function logOf(text: string, path?: string): SarifLog {
  return JSON.parse(JSON.stringify(sarifReport([reported(text, path)], [], rules, TOOL))) as SarifLog;
}

function onlyRun({ runs }: SarifLog) {
  const [run] = runs;
  if (!run) throw new Error('no run');
  return run;
}

describe('the SARIF report', () => {
  test.each(examples)('of $name keeps the schema', ({ text }) => expect(sarifProblems(logOf(text))).toEqual([]));

  test('the check of the schema fails where it should', () => {
    const log = logOf(MIXED);
    const wrong = { ...log, runs: [{ ...onlyRun(log), results: [{ level: 'fatal', rule: 1 }] }] };
    expect(sarifProblems(wrong)).toEqual([
      'log.runs[0].results[0] has no message',
      'log.runs[0].results[0].level is fatal',
      'log.runs[0].results[0] has an unknown rule',
    ]);
  });

  test('each result points at its rule, which links to its page', () => {
    const { tool, results } = onlyRun(logOf(MIXED));
    expect(results.length).toBeGreaterThan(2);
    for (const { ruleId, ruleIndex } of results) {
      const rule = tool.driver.rules[ruleIndex];
      expect(rule?.id).toBe(ruleId);
      expect(rule?.helpUri).toBe(`https://plimsoll.example/docs/rules/${ruleId}/`);
      expect(rule?.shortDescription.text).toBe(rules.find(({ id }) => id === ruleId)?.summary);
    }
  });

  test('without a site there are no links', () => {
    const log = sarifReport([reported(MIXED)], [], rules, { version: '1', site: undefined });
    expect(JSON.stringify(log)).not.toMatch(/helpUri|informationUri|undefined/);
  });

  test('a region holds the words that the finding is about', () => {
    const { results } = onlyRun(logOf(MIXED));
    const found = results.find(({ ruleId }) => ruleId === 'maintainer-deprecated');
    expect(found?.level).toBe('warning');
    expect(found?.locations[0]?.physicalLocation.region).toEqual({
      startLine: 2,
      startColumn: 1,
      endLine: 2,
      endColumn: 14,
    });
  });

  test.each(examples)('fixes of $name do what ours do', ({ text }) => {
    const file = reported(text);
    const lines = new Lines(text);
    const offset = (line: number, column: number) => lines.startOf(line) + column - 1;
    const span = ({ startLine, startColumn, endLine, endColumn }: SarifRegion) => ({
      start: offset(startLine, startColumn),
      end: offset(endLine, endColumn),
    });
    const { results } = onlyRun(logOf(text));
    for (const [index, finding] of file.findings.entries())
      for (const [number, fix] of finding.fixes.entries()) {
        const replacements = results[index]?.fixes?.[number]?.artifactChanges[0]?.replacements ?? [];
        const edits = replacements.map(({ deletedRegion, insertedContent }) => ({
          ...span(deletedRegion),
          text: insertedContent?.text ?? '',
        }));
        expect(applyEdits(text, edits)).toBe(applyEdits(text, fix.edits));
      }
  });

  test('a finding that a comment silences is suppressed, with its reason and the place of the comment', () => {
    const { results } = onlyRun(logOf(MIXED));
    const suppressed = results.filter(({ suppressions }) => suppressions.length > 0);
    expect(suppressed.map(({ ruleId }) => ruleId)).toEqual(['runs-as-root']);
    expect(suppressed[0]?.suppressions).toEqual([
      {
        kind: 'inSource',
        justification: 'it starts as root and drops it',
        location: expect.objectContaining({
          physicalLocation: expect.objectContaining({ region: expect.objectContaining({ startLine: 5 }) }),
        }),
      },
    ]);
  });

  test.each([
    ['Dockerfile', 'Dockerfile'],
    ['./a b/Dockerfile#1', 'a%20b/Dockerfile%231'],
    ['/srv/ü/Dockerfile', 'file:///srv/%C3%BC/Dockerfile'],
    ['C:\\work\\Dockerfile', 'file:///C:/work/Dockerfile'],
  ])('the path %s is the URI %s', (path, uri) => {
    const log = logOf('FROM node\n', path);
    expect(onlyRun(log).artifacts[0]?.location.uri).toBe(uri);
    expect(sarifProblems(log)).toEqual([]);
  });

  test('words of the file never become a link', () => {
    const text = 'FROM [here](https://evil.example)\n';
    for (const { message } of onlyRun(logOf(text)).results) expect(message.text).not.toMatch(/(?<!\\)\]\(/);
  });

  test('a file that could not be read is said, and the run did not succeed', () => {
    const log = sarifReport([reported(MIXED)], [{ path: 'x', message: 'x does not exist.' }], rules, TOOL);
    expect(onlyRun(log).invocations[0]).toMatchObject({
      executionSuccessful: false,
      toolExecutionNotifications: [{ message: { text: 'x does not exist.' } }],
    });
    expect(sarifProblems(JSON.parse(JSON.stringify(log)))).toEqual([]);
  });
});
