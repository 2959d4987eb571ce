import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { TABLES_DATE } from '../../src/data/date.js';
import { applyEdits } from '../../src/engine/apply-edits.js';
import type { Finding } from '../../src/engine/finding.js';
import { type IgnoreScope, ignoreEdits } from '../../src/engine/ignore-edit.js';
import { type LintResult, lint } from '../../src/engine/lint.js';
import type { Dockerfile } from '../../src/model/index.js';
import type { Edit } from '../../src/rules/rule.js';

const SCOPES: readonly IgnoreScope[] = ['line', 'file'];

const check = (text: string): LintResult => lint({ text, today: TABLES_DATE });

/** The file without its comments: what a builder reads. */
function meaning({ text, comments, lines, directives }: Dockerfile): string {
  const dropped = comments.map(({ at }) => {
    const line = lines.lineAt(at.start);
    return { start: lines.startOf(line), end: lines.startOf(line + 1), text: '' };
  });
  return JSON.stringify([
    directives.map(({ name, value }) => [name, value]),
    applyEdits(text, dropped)
      .replace(/^\uFEFF/, '')
      .trimEnd(),
  ]);
}

const nameOf = ({ rule, variant }: Finding, at: number) => `${rule}/${variant} at ${at}`;

function moved(offset: number, edits: readonly Edit[]): number {
  return edits.reduce((sum, edit) => (edit.start <= offset ? sum + edit.text.length : sum), offset);
}

/** What went wrong with the comment for one finding. */
function problems(before: LintResult, finding: Finding, scope: IgnoreScope, reason?: string): string[] {
  const edits = ignoreEdits(before.dockerfile, finding, scope, reason);
  const title = `${scope} ${nameOf(finding, finding.at.start)}`;
  if (!edits) return [`${title}: no comment`];
  const after = check(applyEdits(before.dockerfile.text, edits));
  const expected = [...before.findings, ...before.ignored].map((one) => nameOf(one, moved(one.at.start, edits))).sort();
  const found = [...after.findings, ...after.ignored].map((one) => nameOf(one, one.at.start)).sort();
  const isIgnored = after.ignored.find(
    (one) => nameOf(one, one.at.start) === nameOf(finding, moved(finding.at.start, edits)),
  );
  const others = after.ignored.filter(({ rule }) => rule !== finding.rule).length;
  return [
    ...(isIgnored ? [] : [`${title}: still there`]),
    ...(isIgnored && isIgnored.ignoredBy.reason !== reason ? [`${title}: reason ${isIgnored.ignoredBy.reason}`] : []),
    ...(String(found) === String(expected) ? [] : [`${title}: other findings\n${found}\n${expected}`]),
    ...(others === before.ignored.filter(({ rule }) => rule !== finding.rule).length
      ? []
      : [`${title}: silences others`]),
    ...(meaning(after.dockerfile) === meaning(before.dockerfile) ? [] : [`${title}: another meaning`]),
  ];
}

function files(): readonly (readonly [string, string])[] {
  const examples = readdirSync('content/examples').map((name) => `content/examples/${name}/before.Dockerfile`);
  const pages = readdirSync('content/docs/rules').flatMap((id) =>
    readdirSync(`content/docs/rules/${id}`)
      .filter((file) => file.startsWith('before.'))
      .map((file) => `content/docs/rules/${id}/${file}`),
  );
  return [...examples, ...pages].map((path) => [path, readFileSync(path, 'utf8')]);
}

describe('an inserted comment silences the finding, changes no other, and leaves what the file means', () => {
  it.each(files())('%s', (_, text) => {
    for (const variation of [text, text.replaceAll('\n', '\r\n'), `\uFEFF${text}`, text.trimEnd()]) {
      const before = check(variation);
      for (const finding of before.findings)
        for (const scope of SCOPES) {
          // A finding about a directive stands in no instruction.
          if (scope === 'line' && !ignoreEdits(before.dockerfile, finding, scope)) continue;
          expect(problems(before, finding, scope, 'for a reason')).toEqual([]);
        }
    }
  });
});

function ignored(text: string, rule: string, scope: IgnoreScope = 'line', reason?: string, index = 0): string {
  const result = check(text);
  const finding = result.findings.filter((one) => one.rule === rule)[index];
  if (!finding) throw new Error(`${rule} is not found`);
  expect(problems(result, finding, scope, reason?.replace(/\s+/g, ' ').trim() || undefined)).toEqual([]);
  return applyEdits(text, ignoreEdits(result.dockerfile, finding, scope, reason) ?? []);
}

const OLD = 'maintainer-deprecated';

describe('where the comment goes', () => {
  it('above the instruction, as deep as it stands', () => {
    expect(ignored('FROM a:1\n  MAINTAINER Jo\n', OLD)).toBe(
      'FROM a:1\n  # plimsoll ignore=maintainer-deprecated\n  MAINTAINER Jo\n',
    );
  });

  it('below directives', () => {
    const text = '# syntax=docker/dockerfile:1\n# escape=`\nFROM node\n';
    const comment = '# plimsoll ignore=image-not-pinned/untagged\n';
    expect(ignored(text, 'image-not-pinned')).toBe(text.replace('FROM', `${comment}FROM`));
    const whole = '# plimsoll ignore-file=image-not-pinned\n';
    expect(ignored(text, 'image-not-pinned', 'file')).toBe(text.replace('FROM', `${whole}FROM`));
  });

  it('behind a byte order mark', () => {
    expect(ignored('\uFEFFFROM node\n', 'image-not-pinned', 'file')).toBe(
      '\uFEFF# plimsoll ignore-file=image-not-pinned\nFROM node\n',
    );
  });

  it('below a #! line', () => {
    expect(ignored('#!/usr/bin/env docker\nFROM node\n', 'image-not-pinned', 'file')).toBe(
      '#!/usr/bin/env docker\n# plimsoll ignore-file=image-not-pinned\nFROM node\n',
    );
  });

  it('inside a continued RUN, above the line', () => {
    expect(ignored('FROM debian:13\nRUN true \\\n && apt search x\n', 'apt-instead-of-apt-get')).toBe(
      'FROM debian:13\nRUN true \\\n # plimsoll ignore=apt-instead-of-apt-get\n && apt search x\n',
    );
  });

  it('above a RUN whose heredoc holds the finding: inside, it would be the script’s', () => {
    expect(ignored('FROM debian:13\nRUN <<EOF\napt search x\nEOF\n', 'apt-instead-of-apt-get')).toBe(
      'FROM debian:13\n# plimsoll ignore=apt-instead-of-apt-get\nRUN <<EOF\napt search x\nEOF\n',
    );
  });

  it('with the line breaks of the file', () => {
    expect(ignored('FROM a:1\r\nMAINTAINER Jo\r\n', OLD)).toBe(
      'FROM a:1\r\n# plimsoll ignore=maintainer-deprecated\r\nMAINTAINER Jo\r\n',
    );
  });

  it('nowhere for a finding that stands in no instruction', () => {
    const { dockerfile } = check('# a comment\n');
    expect(ignoreEdits(dockerfile, { rule: 'build-error', variant: null, at: { start: 0, end: 4 } }, 'line')).toBe(
      undefined,
    );
  });
});

describe('the reason', () => {
  it('stands behind --, on one line', () => {
    expect(ignored('FROM a:1\nMAINTAINER Jo\n', OLD, 'line', ' old\n tool ')).toContain(
      '# plimsoll ignore=maintainer-deprecated -- old tool\n',
    );
  });
  it.each(['# -- =', 'ends in \\', 'a\u2028b'])('%j breaks nothing', (reason) => {
    expect(ignored('FROM a:1\nMAINTAINER Jo\n', OLD, 'line', reason)).toContain(' -- ');
  });
});

describe('a comment of ours that is there already', () => {
  it('takes the name in, if it has the same reason', () => {
    const text = 'FROM a:1\n# plimsoll ignore=DL3027 , sudo-used -- because\nMAINTAINER Jo\n';
    expect(ignored(text, OLD, 'line', 'because')).toBe(
      'FROM a:1\n# plimsoll ignore=DL3027 , sudo-used,maintainer-deprecated -- because\nMAINTAINER Jo\n',
    );
    expect(ignored(text, OLD, 'line', 'other')).toBe(
      text.replace('MAINTAINER', '# plimsoll ignore=maintainer-deprecated -- other\nMAINTAINER'),
    );
  });
  it('inside a RUN', () => {
    const text = 'FROM debian:13\nRUN true && \\\n  # plimsoll ignore=sudo-used\n  apt search x\n';
    expect(ignored(text, 'apt-instead-of-apt-get')).toBe(text.replace('sudo-used', 'sudo-used,apt-instead-of-apt-get'));
  });
  it('for the file', () => {
    const text = 'FROM a:1\nMAINTAINER Jo\n# plimsoll ignore-file=sudo-used\n';
    expect(ignored(text, OLD, 'file')).toBe(text.replace('sudo-used', 'sudo-used,maintainer-deprecated'));
  });
  it('of another instruction stays as it is', () => {
    const text = '# plimsoll ignore=sudo-used\nFROM a:1\nMAINTAINER Jo\n';
    expect(ignored(text, OLD)).toBe(text.replace('MAINTAINER', '# plimsoll ignore=maintainer-deprecated\nMAINTAINER'));
  });
});
