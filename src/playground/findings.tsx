/** The findings with their counts, as they are shown beside an editor. */
import { useEffect, useRef } from 'preact/hooks';
import type { Finding } from '../engine/finding.js';
import { SEVERITIES, type Severity } from '../rules/rule.js';
import { FindingList } from './finding-list.js';
import { SeverityShape } from './parts.js';
import type { ViewProps } from './playground.js';

export interface FindingsProps extends ViewProps {
  /** Brings the editor into sight, where it and the findings take turns. */
  readonly onShow?: () => void;
}

export function Findings({ playground, onShow }: FindingsProps) {
  const { findings, checkedText, lines, selected, milliseconds, ignored, text } = playground;
  if (text.value.trim() === '') return <p class="nothing">Paste a Dockerfile. It is checked while you type.</p>;
  return (
    <>
      <Summary findings={findings.value} />
      {milliseconds.value !== undefined && findings.value.length === 0 && (
        <p class="nothing">
          Nothing found.
          {ignored.value > 0 && ` ${ignored.value} ignored by comments in the file.`}
        </p>
      )}
      <FindingList
        findings={findings.value}
        text={checkedText.value}
        lines={lines.value}
        selected={selected.value}
        onSelect={(finding) => playground.select(finding)}
        onFix={(_, fix) => playground.apply(fix)}
        onFixRule={(finding) => void playground.previewAll(finding.rule)}
        onShow={onShow}
        priceOf={(finding) => playground.priceOf(finding)}
        measure={playground.measure.value}
        sourceFile={playground.prediction.value?.sourceFile}
      />
      {findings.value.length > 0 && ignored.value > 0 && (
        <p class="nothing">{ignored} more ignored by comments in the file.</p>
      )}
      <Announcement findings={findings.value} />
    </>
  );
}

function countsOf(findings: readonly Finding[]) {
  return SEVERITIES.map((severity) => ({
    severity,
    count: findings.filter((finding) => finding.severity === severity).length,
  })).filter(({ count }) => count > 0);
}

function countInWords(count: number, severity: Severity): string {
  const hasPlural = severity === 'error' || severity === 'warning';
  return `${count} ${severity}${hasPlural && count !== 1 ? 's' : ''}`;
}

/** The number of findings, behind a heading or a button. */
export function FindingCount({ playground }: ViewProps) {
  return playground.text.value.trim() === '' ? null : <span>{playground.findings.value.length}</span>;
}

function Summary({ findings }: { findings: readonly Finding[] }) {
  return (
    <div class="sum">
      {countsOf(findings).map(({ severity, count }) => (
        <SeverityShape severity={severity}>{countInWords(count, severity)}</SeverityShape>
      ))}
    </div>
  );
}

const QUIET_MILLISECONDS = 900;

/** Tells a screen reader the count, once typing has stopped. */
function Announcement({ findings }: { findings: readonly Finding[] }) {
  const element = useRef<HTMLParagraphElement>(null);
  useEffect(() => {
    const counts = countsOf(findings).map(({ severity, count }) => countInWords(count, severity));
    const timer = setTimeout(() => {
      if (element.current)
        element.current.textContent = counts.length > 0 ? `Findings: ${counts.join(', ')}` : 'Nothing found';
    }, QUIET_MILLISECONDS);
    return () => clearTimeout(timer);
  }, [findings]);
  return <p class="sr-only" role="status" ref={element} />;
}
