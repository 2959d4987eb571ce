/** The findings as a list that is used by mouse, keyboard and screen reader alike. */
import { useId, useState } from 'preact/hooks';
import { applyEdits } from '../engine/apply-edits.js';
import type { Finding } from '../engine/finding.js';
import type { Price } from '../engine/prices.js';
import type { SourceFile } from '../image/source-file.js';
import type { Lines } from '../model/span.js';
import type { Fix } from '../rules/rule.js';
import { ruleLink } from '../site/link.js';
import { FixDiff } from './fix-diff.js';
import type { Measure } from './measure.js';
import { MessageText, SeverityShape } from './parts.js';
import { PriceList, PriceTagView } from './prices.js';

export interface FindingListProps {
  readonly findings: readonly Finding[];
  /** The text that the findings are about. */
  readonly text: string;
  readonly lines: Lines;
  /** The finding that is open, if any. */
  readonly selected: Finding | undefined;
  readonly onSelect: (finding: Finding | undefined) => void;
  readonly onFix: (finding: Finding, fix: Fix) => void;
  readonly onFixRule: (finding: Finding) => void;
  /** Brings the place of the open finding into sight; without it, the text is in sight already. */
  readonly onShow?: (() => void) | undefined;
  /** What a finding costs; undefined while that is not known yet. */
  readonly priceOf: (finding: Finding) => Price | null | undefined;
  /** Which size the list shows. */
  readonly measure: Measure;
  /** The file whose edit rebuilt steps are about. */
  readonly sourceFile: SourceFile | undefined;
}

export function FindingList(props: FindingListProps) {
  return (
    <ul class="finding-list" aria-label="Findings">
      {props.findings.map((finding) => (
        <FindingItem key={keyOf(finding)} finding={finding} {...props} />
      ))}
    </ul>
  );
}

export function keyOf({ rule, variant, at }: Finding): string {
  return `${rule}/${variant ?? ''}@${at.start}-${at.end}`;
}

function FindingItem({
  finding,
  lines,
  selected,
  onSelect,
  priceOf,
  measure,
  ...rest
}: FindingListProps & { finding: Finding }) {
  const id = useId();
  const isOpen = selected !== undefined && keyOf(selected) === keyOf(finding);
  const { line } = lines.positionAt(finding.at.start);
  const price = priceOf(finding);
  const name = finding.variant ? `${finding.rule}/${finding.variant}` : finding.rule;
  return (
    <li class="finding">
      <button
        type="button"
        class="finding-head"
        aria-expanded={isOpen}
        aria-controls={id}
        onClick={() => onSelect(isOpen ? undefined : finding)}
      >
        <SeverityShape severity={finding.severity} />
        <span>
          <span class="f-what">
            <MessageText parts={finding.message.what} />
          </span>
          <span class="f-meta">
            <span aria-hidden="true">{finding.severity}</span>
            <span>line {line}</span>
            <span>{name}</span>
          </span>
        </span>
        <PriceTagView price={price} measure={measure} />
      </button>
      <div id={id} hidden={!isOpen}>
        {isOpen && <FindingDetails finding={finding} price={price} {...rest} />}
      </div>
    </li>
  );
}

type DetailsProps = Pick<FindingListProps, 'findings' | 'text' | 'onFix' | 'onFixRule' | 'onShow' | 'sourceFile'> & {
  finding: Finding;
  price: Price | null | undefined;
};

function FindingDetails({ finding, findings, text, onFix, onFixRule, onShow, price, sourceFile }: DetailsProps) {
  const [chosen, choose] = useState(0);
  const fix = finding.fixes[chosen] ?? finding.fixes[0];
  const alike = findings.filter((other) => other.rule === finding.rule && other.fixes.length > 0).length;
  return (
    <div class="f-more">
      <p>
        <MessageText parts={finding.message.why} />
      </p>
      <p class="f-todo">
        <MessageText parts={finding.message.todo} />
      </p>
      <PriceList price={price} sourceFile={sourceFile} />
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
          <button type="button" class="btn act" onClick={() => onFix(finding, fix)}>
            Apply fix
          </button>
        )}
        {alike > 1 && (
          <button type="button" class="btn" onClick={() => onFixRule(finding)}>
            Fix all {alike} of this rule
          </button>
        )}
        {onShow && (
          <button type="button" class="btn f-show" onClick={onShow}>
            Show in the file
          </button>
        )}
        <a href={ruleLink(finding.rule)}>About {finding.rule}</a>
        {fix && (
          <span class="muted">
            {fix.safety === 'safe' ? 'Safe: the image does the same' : 'Suggested: check it first'}
          </span>
        )}
      </div>
      {finding.aliases.length > 0 && <p class="f-codes">Also known as {finding.aliases.join(', ')}</p>}
    </div>
  );
}
