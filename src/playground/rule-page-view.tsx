/** The page of a rule in the place of the findings, and the way back to the finding. */
import { useSignal } from '@preact/signals';
import { useEffect, useRef } from 'preact/hooks';
import { ruleLink } from '../site/link.js';
import { fetchRulePage, type RulePageText } from './rule-page.js';

interface RulePageViewProps {
  readonly rule: string;
  readonly onBack: () => void;
}

export function RulePageView({ rule, onBack }: RulePageViewProps) {
  const page = useSignal<RulePageText | 'missing' | undefined>(undefined);
  const heading = useRef<HTMLHeadingElement>(null);
  const content = useRef<HTMLDivElement>(null);
  const address = ruleLink(rule);
  useEffect(() => {
    let isStale = false;
    // The panel begins at its top, and the page around it stays.
    heading.current?.closest('.panel')?.scrollTo(0, 0);
    heading.current?.focus({ preventScroll: true });
    void fetchRulePage(address).then((answer) => {
      if (!isStale) page.value = answer ?? 'missing';
    });
    return () => {
      isStale = true;
    };
  }, [address]);
  const shown = page.value;
  useEffect(() => {
    if (typeof shown === 'object') content.current?.replaceChildren(shown.content);
  }, [shown]);
  return (
    <article
      class="rule-page"
      onKeyDown={(event) => {
        if (event.key !== 'Escape') return;
        event.preventDefault();
        onBack();
      }}
    >
      <p class="f-acts">
        <button type="button" class="btn" onClick={onBack}>
          Back to the finding
        </button>
        <a href={address} target="_blank" rel="noreferrer">
          Open the page
        </a>
      </p>
      <h2 tabIndex={-1} ref={heading}>
        {typeof shown === 'object' ? shown.title : rule}
      </h2>
      <p role="status">
        {shown === 'missing' && (
          <>
            The page could not be loaded. <a href={address}>About {rule}</a>
          </>
        )}
      </p>
      <div class="rule-text" ref={content} />
    </article>
  );
}
