/** What a fix changes, as a unified diff. */
import { diffLines } from '../site/diff.js';

export function FixDiff({ before, after, label }: { before: string; after: string; label: string }) {
  const lines = diffLines(before, after);
  return (
    <section class="code diff nonum" aria-label={label}>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reachable by keyboard. */}
      <pre tabIndex={0}>
        <code>
          {lines.map(({ kind, pieces }) => (
            <span class={`ln ${kind}`}>
              {pieces.map(({ text, changed }) => (changed ? <mark>{text}</mark> : text))}
              {'\n'}
            </span>
          ))}
        </code>
      </pre>
    </section>
  );
}
