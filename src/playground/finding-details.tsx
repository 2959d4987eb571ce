/** An open finding: why, what to do, what it costs, the fix as a diff, and what else there is to do about it. */
import { useState } from 'preact/hooks';
import { repository, version } from '../../package.json';
import { applyEdits } from '../engine/apply-edits.js';
import type { Finding } from '../engine/finding.js';
import { ruleLink } from '../site/link.js';
import { FixDiff } from './fix-diff.js';
import { IgnoreActions } from './ignore-actions.js';
import { MessageText } from './parts.js';
import { PriceList } from './prices.js';
import type { Playground } from './store.js';
import { wrongFindingLink } from './wrong-finding.js';

interface FindingDetailsProps {
  readonly finding: Finding;
  readonly playground: Playground;
  readonly onShow: (() => void) | undefined;
  readonly isWhole: boolean;
}

export function FindingDetails({ finding, playground, onShow, isWhole }: FindingDetailsProps) {
  const [chosen, choose] = useState(0);
  const fix = finding.fixes[chosen] ?? finding.fixes[0];
  const text = playground.checkedText.value;
  const alike = playground.findings.value.filter(
    (other) => other.rule === finding.rule && other.fixes.length > 0,
  ).length;
  return (
    <div class="f-more">
      <p>
        <MessageText parts={finding.message.why} />
      </p>
      <p class="f-todo">
        <MessageText parts={finding.message.todo} />
      </p>
      <PriceList price={playground.priceOf(finding)} sourceFile={playground.prediction.value?.sourceFile} />
      {finding.fixes.length > 1 && (
        <fieldset class="f-choices">
          <legend class="sr-only">Ways to fix it</legend>
          {finding.fixes.map((candidate, index) => (
            <button type="button" class="btn" aria-pressed={candidate === fix} onClick={() => choose(index)}>
              {candidate.title}
            </button>
          ))}
        </fieldset>
      )}
      {fix && (
        <FixDiff before={text} after={applyEdits(text, fix.edits)} label={`What the fix changes: ${fix.title}`} />
      )}
      <div class="f-acts">
        {fix && (
          <button type="button" class="btn act" onClick={() => playground.fixing.apply(fix)}>
            Apply fix
          </button>
        )}
        {alike > 1 && (
          <button type="button" class="btn" onClick={() => void playground.fixing.previewAll(finding.rule)}>
            Fix all {alike} of this rule
          </button>
        )}
        {onShow && (
          <button type="button" class="btn f-show" onClick={onShow}>
            Show in the file
          </button>
        )}
        {isWhole && (
          <button type="button" class="btn" onClick={() => (playground.view.page.value = finding.rule)}>
            Why
          </button>
        )}
        <a href={ruleLink(finding.rule)}>About {finding.rule}</a>
        {fix && (
          <span class="muted">
            {fix.safety === 'safe' ? 'Safe: the image does the same' : 'Suggested: check it first'}
          </span>
        )}
      </div>
      {isWhole && <IgnoreActions finding={finding} playground={playground} />}
      {finding.aliases.length > 0 && <p class="f-codes">Also known as {finding.aliases.join(', ')}</p>}
      {isWhole && <WrongFinding finding={finding} playground={playground} />}
    </div>
  );
}

/** Only where the repository is known. Nothing is sent before the reader sends the form. */
function WrongFinding({ finding, playground }: Pick<FindingDetailsProps, 'finding' | 'playground'>) {
  const address = wrongFindingLink({
    repository,
    version,
    finding,
    text: playground.checkedText.value,
    lines: playground.lines.value,
  });
  if (address === undefined) return null;
  return (
    <p class="f-codes">
      <a href={address} target="_blank" rel="noreferrer">
        Report a wrong finding
      </a>{' '}
      (opens a form on {new URL(address).host}, filled in with the lines around it)
    </p>
  );
}
