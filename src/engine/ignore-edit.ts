/** Writes an ignore comment of ours for a finding. A comment changes nothing of what the file builds. */
import type { Dockerfile, Instruction, Span } from '../model/index.js';
import type { Edit } from '../rules/rule.js';
import type { Finding } from './finding.js';
import { type Ignore, readIgnores } from './ignores.js';

/** `line`: where the finding stands, as narrow as a comment can be; `file`: the whole rule, in the whole file. */
export type IgnoreScope = 'line' | 'file';

/** Longer reasons are cut. UTF-16 units. */
const LONGEST_REASON = 500;

/**
 * The edits that silence a finding. Undefined: it stands in no instruction, so that no comment above it could.
 * A comment of ours with the same scope and reason takes the name in; another reason gets a comment of its own.
 */
export function ignoreEdits(
  dockerfile: Dockerfile,
  finding: Pick<Finding, 'rule' | 'variant' | 'at'>,
  scope: IgnoreScope,
  reason = '',
): readonly Edit[] | undefined {
  const because = cleanReason(reason);
  if (scope === 'file') {
    const target = { scope: undefined, at: topOf(dockerfile), name: finding.rule, keyword: 'ignore-file' };
    return [insertion(dockerfile, target, because)];
  }
  const { rule, variant } = finding;
  const name = variant ? `${rule}/${variant}` : rule;
  const place = placeOf(dockerfile, finding.at);
  return place && [insertion(dockerfile, { ...place, name, keyword: 'ignore' }, because)];
}

/** The reason as it stands in the comment: on one line. Undefined: none. */
function cleanReason(reason: string): string | undefined {
  return (
    reason
      .replace(/[\s\p{Cc}]+/gu, ' ')
      .trim()
      .slice(0, LONGEST_REASON)
      .trim() || undefined
  );
}

interface Place {
  /** What a comment there silences; undefined: the whole file. */
  readonly scope: Span | undefined;
  /** The start of the line above which it goes. */
  readonly at: number;
}

/** Below the directives, which a comment above them would switch off, and below a `#!` line. */
function topOf({ directives, lines, text }: Dockerfile): number {
  const last = directives.at(-1);
  if (last) return lines.startOf(lines.lineAt(last.at.start) + 1);
  const start = text.startsWith('\uFEFF') ? 1 : 0;
  return text.startsWith('#!', start) ? lines.startOf(2) : start;
}

/** Above the finding's line inside a continued instruction, or else above the instruction. */
function placeOf({ instructions, lines, text }: Dockerfile, { start }: Span): Place | undefined {
  const instruction = instructions.find(({ at }) => at.start <= start && start < at.end);
  if (!instruction) return undefined;
  const line = lines.lineAt(start);
  const lineStart = lines.startOf(line);
  const isContinuation = lineStart > instruction.at.start && !isInHeredoc(instruction, lineStart);
  // A comment above a blank line or a comment is about the line below those.
  const isOwnLine = !/^\s*(?:#.*)?$/.test(lines.textOf(line));
  if (isContinuation && isOwnLine) return { scope: { start: lineStart, end: lines.startOf(line + 1) }, at: lineStart };
  const above = lines.startOf(lines.lineAt(instruction.at.start));
  return { scope: instruction.at, at: above === 0 && text.startsWith('\uFEFF') ? 1 : above };
}

function isInHeredoc({ heredocs }: Instruction, offset: number): boolean {
  return heredocs.some(({ body, terminatorAt }) => body.start <= offset && offset < (terminatorAt?.end ?? body.end));
}

function insertion(
  dockerfile: Dockerfile,
  { scope, at, name, keyword }: Place & { name: string; keyword: string },
  reason: string | undefined,
): Edit {
  const { text } = dockerfile;
  const same = readIgnores(dockerfile).all.find((ignore) => isSame(ignore, scope, reason));
  if (same) {
    const end = endOfNames(text, same);
    return { start: end, end, text: `,${name}` };
  }
  const lineBreak = /\r?\n/.exec(text)?.[0] ?? '\n';
  const indent = /^[ \t]*/.exec(text.slice(at))?.[0] ?? '';
  const comment = `${keyword === 'ignore' ? indent : ''}# plimsoll ${keyword}=${name}${reason ? ` -- ${reason}` : ''}`;
  const isBehindLastLine = at > 0 && at === text.length && !text.endsWith('\n');
  return { start: at, end: at, text: isBehindLastLine ? `${lineBreak}${comment}` : `${comment}${lineBreak}` };
}

function isSame({ dialect, scope: own, reason: because }: Ignore, scope: Span | undefined, reason?: string): boolean {
  return dialect === 'plimsoll' && because === reason && own?.start === scope?.start && own?.end === scope?.end;
}

/** Where one more name goes into a comment: behind the last one. */
function endOfNames(text: string, { at }: Ignore): number {
  const comment = text.slice(at.start, at.end);
  return at.start + (/^[^=]*=\s*[^\s#]+(?:\s*,\s*[^\s#]+)*/.exec(comment)?.[0].length ?? comment.length);
}
