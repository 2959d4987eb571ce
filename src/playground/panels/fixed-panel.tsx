/** The file as all safe fixes leave it, to look at, to copy and to take. */
import { useSignal } from '@preact/signals';
import { copyText } from '../clipboard.js';
import { download } from '../download.js';
import { FixDiff } from '../fix-diff.js';
import type { FixedText } from '../protocol.js';
import type { Playground } from '../store.js';
import { useAnswer } from '../use-answer.js';
import { Choose } from './controls.js';
import { whyNothing } from './nothing.js';

type Form = 'changes' | 'whole';

const FORMS = [
  { value: 'changes', title: 'What changes' },
  { value: 'whole', title: 'The whole file' },
] as const;

export function FixedPanel({ playground }: { playground: Playground }) {
  const form = useSignal<Form>('changes');
  const fixed = useFixed(playground);
  const nothing = whyNothing(playground);
  if (nothing !== undefined || !fixed) return <p class="nothing">{nothing}</p>;
  const { applied, text } = fixed;
  if (applied === 0) return <p class="nothing">There is no safe fix to make.</p>;
  return (
    <>
      <p class="headline">
        After <b>{applied === 1 ? 'one safe fix' : `${applied} safe fixes`}</b>
      </p>
      <Choose legend="Show" options={FORMS} value={form.value} onChoose={(value) => (form.value = value)} />
      {form.value === 'changes' ? (
        <FixDiff before={playground.text.value} after={text} label="What the safe fixes change" />
      ) : (
        <section class="code nonum" aria-label="The fixed file">
          {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reachable by keyboard. */}
          <pre tabIndex={0}>
            <code>{text}</code>
          </pre>
        </section>
      )}
      <p class="f-acts">
        <button type="button" class="btn act" onClick={() => void playground.fixing.previewAll(undefined)}>
          Take it
        </button>
        <button type="button" class="btn" onClick={() => void copy(playground, text)}>
          Copy
        </button>
        <button type="button" class="btn" onClick={() => download('Dockerfile', text, 'application/octet-stream')}>
          Download
        </button>
      </p>
    </>
  );
}

async function copy(playground: Playground, text: string): Promise<void> {
  if (await copyText(text)) playground.say({ kind: 'plain', text: 'The fixed file is copied.' });
  else playground.say({ kind: 'problem', text: 'This browser does not let a page copy. Choose Download instead.' });
}

/** Asked for anew with each check of the text. */
function useFixed(playground: Playground): FixedText | undefined {
  return useAnswer(
    () => playground.checkedText.value,
    () => playground.ask.fixed(),
  ).value;
}
