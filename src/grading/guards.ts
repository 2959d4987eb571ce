/** What holds for every exercise beside its own conditions, so that a trick is no answer. */
import { code, text } from '../model/text.js';
import type { Verdict } from './condition.js';
import type { Submission } from './submission.js';

export interface Guard {
  readonly id: string;
  readonly says: string;
  readonly states: Readonly<Record<string, string>>;
  /** `start` is what the reader was given. */
  readonly check: (submission: Submission, start: Submission) => Verdict;
}

const OK: Verdict = { holds: true };

export const builds: Guard = {
  id: 'builds',
  says: 'It builds',
  states: { refused: 'Until it builds, nothing else can be said of it.' },
  check({ lint }) {
    if (lint.dockerfile.problems.length === 0) return OK;
    const found = [...lint.findings, ...lint.ignored].find(({ rule }) => rule === 'build-error');
    return {
      holds: false,
      state: 'refused',
      now: found?.message.what ?? ['The builder refuses this file.'],
      at: found?.at,
    };
  },
};

const noSilencing: Guard = {
  id: 'no-silencing',
  says: 'No comment silences a finding',
  states: { silenced: 'A comment hides the message. The image stays as it was.' },
  check({ lint }, start) {
    const [first] = lint.ignored.slice(start.lint.ignored.length);
    if (!first) return OK;
    const now = text`A comment hides a finding of ${code(first.rule)}.`;
    return { holds: false, state: 'silenced', now, at: first.ignoredBy.at };
  },
};

const noNewErrors: Guard = {
  id: 'no-new-errors',
  says: 'Nothing else is broken',
  states: { broken: 'At the start it was whole.' },
  check({ lint }, start) {
    const known = new Set(start.lint.findings.map(nameOf));
    const found = lint.findings.find((one) => one.severity === 'error' && !known.has(nameOf(one)));
    return found ? { holds: false, state: 'broken', now: found.message.what, at: found.at } : OK;
  },
};

function nameOf({ rule, variant }: { readonly rule: string; readonly variant: string | null }): string {
  return variant ? `${rule}/${variant}` : rule;
}

/** Behind `builds`, without which they say nothing. */
export const guards: readonly Guard[] = [noNewErrors, noSilencing];
