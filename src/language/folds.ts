/** What can be folded away: stages, instructions of several lines, heredocs, blocks of comments. */
import type { Dockerfile, Instruction, Span } from '../model/index.js';

export type FoldKind = 'stage' | 'instruction' | 'heredoc' | 'comment';

/** From the first line, which stays in sight, to the last. Offsets. */
export interface Fold extends Span {
  readonly kind: FoldKind;
}

/** Folds of two lines or more, in the order in which they begin; of two that begin in one line the longer stays. */
export function foldsOf(dockerfile: Dockerfile): Fold[] {
  const { lines, instructions } = dockerfile;
  const all = [...stageFolds(dockerfile), ...instructions.flatMap(instructionFolds), ...commentFolds(dockerfile)];
  const byLine = new Map<number, Fold>();
  for (const fold of all) {
    const line = lines.lineAt(fold.start);
    if (lines.lineAt(fold.end) === line) continue;
    const other = byLine.get(line);
    if (!other || other.end < fold.end) byLine.set(line, fold);
  }
  return [...byLine.values()].sort((one, other) => one.start - other.start);
}

function stageFolds({ stages }: Dockerfile): Fold[] {
  return stages.flatMap(({ from, instructions }): Fold[] => {
    const end = instructions.at(-1)?.at.end;
    return from && end !== undefined ? [{ kind: 'stage', start: from.at.start, end }] : [];
  });
}

function instructionFolds({ at, heredocs }: Instruction): Fold[] {
  const bodies = heredocs.map(
    ({ body, terminatorAt }): Fold => ({ kind: 'heredoc', start: body.start, end: terminatorAt?.end ?? body.end }),
  );
  // The first body is folded by its instruction.
  return [{ kind: 'instruction', start: at.start, end: at.end }, ...bodies.slice(1)];
}

/** Comments in lines that follow each other. */
function commentFolds({ lines, comments, directives }: Dockerfile): Fold[] {
  const folds: Fold[] = [];
  let last: { start: number; end: number; line: number } | undefined;
  const places = [...comments, ...directives].map(({ at }) => at).sort((one, other) => one.start - other.start);
  for (const at of places) {
    const line = lines.lineAt(at.start);
    if (last && line === last.line + 1) {
      last = { start: last.start, end: at.end, line };
      folds[folds.length - 1] = { kind: 'comment', start: last.start, end: last.end };
    } else {
      last = { start: at.start, end: at.end, line };
      folds.push({ kind: 'comment', start: at.start, end: at.end });
    }
  }
  return folds;
}
