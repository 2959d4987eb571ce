/**
 * Ignore comments, in three dialects:
 *
 * - ours: `# plimsoll ignore=id,id/variant -- reason` above an instruction, or inside a continued one above a line;
 *   `# plimsoll ignore-file=id -- reason` anywhere;
 * - hadolint's: `# hadolint ignore=DL3006,SC1035 # reason`, `# hadolint global ignore=…`, `# hadolint stage ignore=…`;
 * - BuildKit's: `# check=skip=A,B;error=true` as a directive or above an instruction.
 */
import type { Comment, Dockerfile, Instruction, Span } from '../model/index.js';
import type { Finding } from './finding.js';
import { IgnoreIndex } from './ignore-index.js';

/** One comment and what it silences. */
export interface Ignore {
  readonly at: Span;
  /** As written: ids, `id/variant`, codes, or `all`. */
  readonly names: readonly string[];
  readonly reason: string | undefined;
  readonly dialect: 'plimsoll' | 'hadolint' | 'buildkit';
  /** Where findings are silenced; undefined: in the whole file. */
  readonly scope: Span | undefined;
}

export interface Ignores {
  readonly all: readonly Ignore[];
  find(finding: Finding): Ignore | undefined;
}

interface Match {
  readonly kind: 'next' | 'file' | 'stage';
  readonly names: readonly string[];
  readonly reason: string | undefined;
  readonly dialect: Ignore['dialect'];
}

const OURS = /^plimsoll\s+ignore(-file)?\s*=\s*([^\s#]+(?:\s*,\s*[^\s#]+)*)(?:\s+(?:--|#)\s*(.*))?$/;
const HADOLINT =
  /^hadolint\s+(?:(global|stage)\s+)?ignore\s*=\s*((?:[A-Za-z]+[0-9]+)(?:\s*,\s*[A-Za-z]+[0-9]+)*)\s*(?:#?\s*(.*))?$/;
const BUILDKIT = /^check\s*=\s*(\S+)(?:\s+#?\s*(.*))?$/;

export function readIgnores(dockerfile: Dockerfile): Ignores {
  const all = [...ignoresIn(dockerfile)];
  const index = new IgnoreIndex(all);
  return { all, find: (finding) => index.find(finding) };
}

function* ignoresIn(dockerfile: Dockerfile): Iterable<Ignore> {
  for (const directive of dockerfile.directives) {
    const match = directive.name === 'check' ? readBuildKit(`check=${directive.value}`) : undefined;
    if (match) yield { ...match, at: directive.at, scope: undefined };
  }
  const above = placesAbove(dockerfile);
  for (const comment of dockerfile.comments) {
    const match = readComment(comment);
    if (!match) continue;
    const place = above.get(comment);
    const scope = scopeOf(match, comment, place, dockerfile);
    if (scope !== 'nowhere') yield { ...match, at: comment.at, scope };
  }
}

interface Place {
  readonly instruction: Instruction;
  /** It stands between the lines of the instruction. */
  readonly isInside: boolean;
}

function placesAbove(dockerfile: Dockerfile): Map<Comment, Place> {
  const places = new Map<Comment, Place>();
  for (const instruction of dockerfile.instructions) {
    for (const comment of instruction.commentsAbove) places.set(comment, { instruction, isInside: false });
    for (const comment of instruction.commentsInside) places.set(comment, { instruction, isInside: true });
  }
  return places;
}

function readComment({ text }: Comment): Match | undefined {
  const ours = OURS.exec(text);
  if (ours)
    return { kind: ours[1] ? 'file' : 'next', names: namesIn(ours[2]), reason: reasonIn(ours[3]), dialect: 'plimsoll' };
  const hadolint = HADOLINT.exec(text);
  if (hadolint) {
    const kind = hadolint[1] === 'global' ? 'file' : hadolint[1] === 'stage' ? 'stage' : 'next';
    return { kind, names: namesIn(hadolint[2]), reason: reasonIn(hadolint[3]), dialect: 'hadolint' };
  }
  const buildKit = readBuildKit(text);
  return buildKit && { ...buildKit, kind: 'next' };
}

function readBuildKit(text: string): Match | undefined {
  const match = BUILDKIT.exec(text);
  const skip = match?.[1]?.split(';').find((part) => part.startsWith('skip='));
  if (!skip) return undefined;
  return { kind: 'file', names: namesIn(skip.slice(5)), reason: reasonIn(match?.[2]), dialect: 'buildkit' };
}

function namesIn(list: string | undefined): string[] {
  return (list ?? '')
    .split(',')
    .map((name) => name.trim())
    .filter(Boolean);
}

function reasonIn(text: string | undefined): string | undefined {
  return text?.trim() || undefined;
}

/** The range that a comment silences; undefined for the whole file. */
function scopeOf(
  match: Match,
  comment: Comment,
  place: Place | undefined,
  dockerfile: Dockerfile,
): Span | undefined | 'nowhere' {
  if (match.kind === 'file') return undefined;
  if (!place) return 'nowhere';
  if (match.kind === 'stage') return stageScope(place.instruction, dockerfile);
  if (place.isInside) return match.dialect === 'plimsoll' ? nextLine(comment, dockerfile) : 'nowhere';
  return place.instruction.at;
}

function stageScope({ keyword, stage, at }: Instruction, dockerfile: Dockerfile): Span | 'nowhere' {
  if (keyword !== 'FROM' || !stage) return 'nowhere';
  const next = dockerfile.stages[stage.index + 1]?.from;
  return { start: at.start, end: next?.at.start ?? dockerfile.text.length + 1 };
}

/** The first line below a comment that is no comment itself. */
function nextLine(comment: Comment, { lines, text }: Dockerfile): Span {
  let line = lines.lineAt(comment.at.start) + 1;
  while (line < lines.count && /^\s*(?:#.*)?$/.test(lines.textOf(line))) line++;
  const start = lines.startOf(line);
  return { start, end: Math.max(lines.startOf(line + 1), text.length === start ? start + 1 : start) };
}
