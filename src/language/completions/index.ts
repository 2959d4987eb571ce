/** What can be written at a place. */
import type { Dockerfile, Keyword } from '../../model/index.js';
import { placeAt } from '../place.js';
import { argumentCompletions } from './arguments.js';
import type { Completion } from './completion.js';
import { contextAt, plainWords } from './context.js';
import { directiveCompletions } from './directives.js';
import { flagCompletions } from './flags.js';
import { instructionCompletions } from './instructions.js';
import { variableCompletions } from './variables.js';

export type { Completion, CompletionKind } from './completion.js';

/** Nothing sees variables there. */
const WITHOUT_VARIABLES = new Set<Keyword | 'unknown'>(['MAINTAINER', 'SHELL', 'unknown']);

/** The completions at an offset, the likeliest first; the editor compares them with what is written. */
export function completionsAt(dockerfile: Dockerfile, offset: number): Completion[] {
  const place = placeAt(dockerfile, offset);
  switch (place.kind) {
    case 'blank':
      return [...instructionCompletions(dockerfile, offset), ...directiveCompletions(dockerfile, offset)];
    case 'comment':
      return directiveCompletions(dockerfile, offset);
    case 'heredoc':
      return place.heredoc.isQuoted && place.instruction.keyword !== 'RUN'
        ? []
        : (variableCompletions(dockerfile, place.instruction, offset) ?? []);
    case 'instruction': {
      const context = contextAt(dockerfile, place.instruction, offset);
      if (!context) return instructionCompletions(dockerfile, offset, place.instruction);
      const variables = WITHOUT_VARIABLES.has(context.keyword)
        ? undefined
        : variableCompletions(dockerfile, place.instruction, offset);
      if (variables) return variables;
      const isInFlags = plainWords(context).length === 0;
      const flags = isInFlags && context.word.startsWith('-') ? flagCompletions(context) : undefined;
      return flags ?? argumentCompletions(context);
    }
  }
}
