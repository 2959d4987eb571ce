/** A question to the worker that is asked anew whenever what it depends on changes. */
import { type Signal, useSignal, useSignalEffect } from '@preact/signals';
import { useMemo } from 'preact/hooks';
import { Latest } from './latest.js';

/**
 * The last answer; undefined until there is one. `question` reads signals, and is asked again when one of them changes;
 * undefined asks nothing.
 */
export function useAnswer<Question, Answer>(
  question: () => Question | undefined,
  ask: (question: Question) => Promise<Answer | undefined>,
): Signal<Answer | undefined> {
  const answer = useSignal<Answer | undefined>(undefined);
  const latest = useMemo(
    () =>
      new Latest<Question, Answer>(ask, (found) => {
        answer.value = found;
      }),
    [answer],
  );
  useSignalEffect(() => {
    const asked = question();
    if (asked !== undefined) latest.ask(asked);
  });
  return answer;
}
