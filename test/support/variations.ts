/** Ways to write the same Dockerfile, so that each case of a table is tried in all of them. */
import { type BuildInput, parseDockerfile, type Span } from '../../src/model/index.js';
import type { Marked } from './marked.js';

export type VariationName = 'lower-case' | 'crlf' | 'continuation' | 'escape' | 'onbuild' | 'heredoc';

/** A variation gives undefined where the source can't be written that way. */
export type Variation = (source: Marked, input: BuildInput) => Marked | undefined;

interface Edit extends Span {
  readonly text: string;
}

/** Edits a marked text; the marks move with it. */
function edit({ text, spans }: Marked, edits: readonly Edit[]): Marked {
  const sorted = [...edits].sort((one, other) => one.start - other.start);
  const move = (offset: number, isEnd: boolean) =>
    sorted.reduce((moved, change) => {
      const isBefore = isEnd ? change.start < offset : change.end <= offset;
      return isBefore ? moved + change.text.length - (Math.min(change.end, offset) - change.start) : moved;
    }, offset);
  let result = '';
  let at = 0;
  for (const change of sorted) {
    result += text.slice(at, change.start) + change.text;
    at = change.end;
  }
  return {
    text: result + text.slice(at),
    spans: spans.map((place) => ({ start: move(place.start, false), end: move(place.end, true) })),
  };
}

export const VARIATIONS: Readonly<Record<VariationName, Variation>> = {
  'lower-case': (source, input) => {
    const { instructions } = parseDockerfile({ ...input, text: source.text });
    const edits = instructions.map(({ keywordAt, keywordText }) => ({ ...keywordAt, text: keywordText.toLowerCase() }));
    return edit(source, edits);
  },
  crlf: (source) => {
    if (source.text.includes('\r')) return undefined;
    const breaks = [...source.text.matchAll(/\n/g)];
    return edit(
      source,
      breaks.map(({ index }) => ({ start: index, end: index, text: '\r' })),
    );
  },
  continuation: (source, input) => {
    const { instructions, escape } = parseDockerfile({ ...input, text: source.text });
    const edits = instructions.flatMap(({ keywordAt, argumentsAt }) =>
      argumentsAt.start === keywordAt.end + 1
        ? [{ start: keywordAt.end, end: keywordAt.end + 1, text: ` ${escape}\n  ` }]
        : [],
    );
    return edits.length > 0 ? edit(source, edits) : undefined;
  },
  escape: (source) => {
    if (/^#\s*\w+\s*=/.test(source.text) || /\\[^\n]|`|<</.test(source.text)) return undefined;
    const continuations = [...source.text.matchAll(/\\(?=\n)/g)];
    return edit(source, [
      { start: 0, end: 0, text: '# escape=`\n' },
      ...continuations.map(({ index }) => ({ start: index, end: index + 1, text: '`' })),
    ]);
  },
  onbuild: (source, input) => {
    const { instructions } = parseDockerfile({ ...input, text: source.text });
    const runs = instructions.filter(
      ({ keyword, at }) =>
        ['RUN'].includes(keyword) && source.spans.some((place) => at.start <= place.start && place.end <= at.end),
    );
    if (runs.length === 0 || runs.some(({ stage }) => !stage)) return undefined;
    return edit(
      source,
      runs.map(({ at }) => ({ start: at.start, end: at.start, text: 'ONBUILD ' })),
    );
  },
  heredoc: (source, input) => {
    const { instructions } = parseDockerfile({ ...input, text: source.text });
    const runs = instructions.filter(
      (instruction) =>
        instruction.keyword === 'RUN' &&
        instruction.command.form === 'shell' &&
        instruction.heredocs.length === 0 &&
        !source.text.slice(instruction.at.start, instruction.at.end).includes('\n'),
    );
    if (runs.length === 0) return undefined;
    return edit(
      source,
      runs.flatMap((run) => {
        const start = run.keyword === 'RUN' ? run.command.at.start : run.at.start;
        return [
          { start, end: start, text: '<<EOF\n' },
          { start: run.at.end, end: run.at.end, text: '\nEOF' },
        ];
      }),
    );
  },
};
