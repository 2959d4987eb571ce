/** The instructions that make sense at the start of a line. */
import type { Dockerfile, Instruction, Keyword, Span } from '../../model/index.js';
import { INSTRUCTION_WORDS } from '../instruction-words.js';
import type { Completion } from './completion.js';

/** In the order in which a Dockerfile usually has them. */
const USUAL: readonly Keyword[] = [
  'FROM',
  'RUN',
  'COPY',
  'WORKDIR',
  'ENV',
  'ARG',
  'CMD',
  'ENTRYPOINT',
  'USER',
  'EXPOSE',
  'HEALTHCHECK',
  'LABEL',
  'ADD',
  'VOLUME',
  'SHELL',
  'STOPSIGNAL',
  'ONBUILD',
];

/** `at` is the instruction whose keyword is being written, if one is. */
export function instructionCompletions(dockerfile: Dockerfile, offset: number, at?: Instruction): Completion[] {
  const { text, instructions } = dockerfile;
  const lineStart = text.lastIndexOf('\n', offset - 1) + 1;
  const place = at?.keywordAt ?? { start: offset, end: offset };
  if (!at && !/^\uFEFF?[ \t]*$/.test(text.slice(lineStart, offset))) return [];
  const hasStage = instructions.some(({ keyword, at: { start } }) => keyword === 'FROM' && start < place.start);
  return sensible(hasStage, at?.onbuild !== undefined).map((keyword) => completion(keyword, place, dockerfile));
}

function sensible(hasStage: boolean, isTrigger: boolean): readonly Keyword[] {
  if (isTrigger) return triggers();
  return hasStage ? USUAL : ['FROM', 'ARG'];
}

/** What ONBUILD can keep. */
export function triggers(): readonly Keyword[] {
  return USUAL.filter((keyword) => keyword !== 'FROM' && keyword !== 'ONBUILD');
}

/** A keyword with a blank behind it, where none stands there yet. */
export function completion(keyword: Keyword, at: Span, { text }: Pick<Dockerfile, 'text'>): Completion {
  const hasBlank = /^[ \t]/.test(text.slice(at.end, at.end + 1));
  return {
    label: keyword,
    kind: 'instruction',
    documentation: INSTRUCTION_WORDS[keyword].does,
    insert: hasBlank ? keyword : `${keyword} `,
    at,
    continues: true,
  };
}
