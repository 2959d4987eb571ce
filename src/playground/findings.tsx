/** The findings with their counts, as they are shown beside an editor. */
import { useEffect, useRef } from 'preact/hooks';
import type { Finding } from '../engine/finding.js';
import { countsOf } from '../report/reported-file.js';
import { FilterNote, FindingBar } from './finding-filter.js';
import { FindingList } from './finding-list.js';
import { SeverityShape } from './parts.js';
import { PickedFixes } from './picked-fixes.js';
import type { ViewProps } from './playground.js';
import { RulePageView } from './rule-page-view.js';

export interface FindingsProps extends ViewProps {
  /** Brings the editor into sight, where it and the findings take turns. */
  readonly onShow?: () => void;
  /** In the playground: with filter and groups, and with more to do about a finding. */
  readonly isWhole?: boolean;
}

export function Findings({ playground, onShow, isWhole = false }: FindingsProps) {
  const { findings, milliseconds, ignored, isEmpty, view } = playground;
  const root = useRef<HTMLDivElement>(null);
  if (isEmpty.value) return <p class="nothing">Paste a Dockerfile. It is checked while you type.</p>;
  const count = findings.value.length;
  const page = view.page.value;
  const goBack = () => {
    view.page.value = undefined;
    requestAnimationFrame(() => {
      const open = root.current?.querySelector<HTMLElement>('.finding-head[aria-expanded="true"]');
      (open ?? root.current?.querySelector<HTMLElement>('.finding-head'))?.focus();
    });
  };
  return (
    <div class="findings" ref={root}>
      {page !== undefined && isWhole ? (
        <RulePageView rule={page} onBack={goBack} />
      ) : (
        <>
          {isWhole && count > 0 ? <FindingBar playground={playground} /> : <Summary findings={findings.value} />}
          {isWhole && count > 0 && <FilterNote playground={playground} />}
          {milliseconds.value !== undefined && count === 0 && (
            <p class="nothing">
              Nothing found.
              {ignored.value > 0 && ` ${ignored.value} ignored by comments in the file.`}
            </p>
          )}
          <FindingList
            playground={playground}
            groups={isWhole ? view.groups.value : [{ title: undefined, findings: findings.value }]}
            onShow={onShow}
            isWhole={isWhole}
          />
          {count > 0 && ignored.value > 0 && <p class="nothing">{ignored} more ignored by comments in the file.</p>}
          {isWhole && <PickedFixes playground={playground} />}
          {isWhole && <ShellCheckChoice playground={playground} />}
        </>
      )}
      <Announcement findings={findings.value} />
    </div>
  );
}

/** ShellCheck is large, so it is fetched only for those who want it. */
function ShellCheckChoice({ playground }: ViewProps) {
  const { isOn, isBusy } = playground.scripts;
  return (
    <label class="check shellcheck-choice">
      <input
        type="checkbox"
        checked={isOn.value}
        onChange={(event) => playground.chooseShellCheck(event.currentTarget.checked)}
      />
      <span>
        Check the scripts with ShellCheck, too
        <span class="muted"> {isBusy.value ? 'Asking ShellCheck …' : '2.4 MB, fetched once; runs here'}</span>
      </span>
    </label>
  );
}

/** The number of findings, behind a heading or a button. */
export function FindingCount({ playground }: ViewProps) {
  return playground.isEmpty.value ? null : <span>{playground.findings.value.length}</span>;
}

function Summary({ findings }: { findings: readonly Finding[] }) {
  return (
    <div class="sum">
      {countsOf(findings).map(({ severity, words }) => (
        <SeverityShape severity={severity}>{words}</SeverityShape>
      ))}
    </div>
  );
}

const QUIET_MILLISECONDS = 900;

/** Tells a screen reader the count, once typing has stopped. */
function Announcement({ findings }: { findings: readonly Finding[] }) {
  const element = useRef<HTMLParagraphElement>(null);
  useEffect(() => {
    const counts = countsOf(findings).map(({ words }) => words);
    const timer = setTimeout(() => {
      if (element.current)
        element.current.textContent = counts.length > 0 ? `Findings: ${counts.join(', ')}` : 'Nothing found';
    }, QUIET_MILLISECONDS);
    return () => clearTimeout(timer);
  }, [findings]);
  return <p class="sr-only" role="status" ref={element} />;
}
