/** At the foot of the findings: the fixes that were picked, what they save together, and the way to look at them. */
import { useSignalEffect } from '@preact/signals';
import { savingWords } from './saving-words.js';
import type { Playground } from './store.js';
import { useAnswer } from './use-answer.js';

export function PickedFixes({ playground }: { playground: Playground }) {
  const { view, prediction } = playground;
  const picked = view.picked.value;
  const set = useSet(playground);
  if (picked.length === 0) return null;
  const count = picked.length === 1 ? 'One fix picked' : `${picked.length} fixes picked`;
  const saving = set.value && savingWords(set.value.price, prediction.value?.sourceFile?.path);
  const left = set.value?.skipped.length ?? 0;
  const inTheWay = left === 1 ? 'One of them is in the way of another one.' : `${left} are in the way of others.`;
  return (
    <div class="f-picked">
      <p role="status">
        {count}
        {saving && `: ${saving}`}
        {left > 0 && `. ${inTheWay}`}
      </p>
      <button type="button" class="btn act" onClick={() => void playground.fixing.previewSet(picked)}>
        Preview together
      </button>
      <button type="button" class="btn" onClick={() => view.clearPicks()}>
        Clear
      </button>
    </div>
  );
}

/** What the picked fixes do together; undefined until that is known. */
function useSet(playground: Playground) {
  const { picked } = playground.view;
  const set = useAnswer(
    () => (picked.value.length > 0 ? picked.value : undefined),
    (findings) => playground.ask.fixSet(findings, playground.findings.value),
  );
  // What was known is of another set.
  useSignalEffect(() => {
    if (picked.value) set.value = undefined;
  });
  return set;
}
