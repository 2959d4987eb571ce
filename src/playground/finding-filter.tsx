/** Above the findings: how many there are of each severity, which of them are shown, and in which groups. */

import { countsOf } from '../report/reported-file.js';
import type { Severity } from '../rules/rule.js';
import { GROUPINGS, type Grouping, isFiltering, NO_FILTER } from './finding-groups.js';
import { SeverityShape } from './parts.js';
import type { Playground } from './store.js';

const TITLES: Readonly<Record<Grouping, string>> = {
  line: 'By line',
  severity: 'By severity',
  topic: 'By topic',
};

export function FindingBar({ playground }: { playground: Playground }) {
  const { findings, view } = playground;
  const { severities } = view.filter.value;
  const toggle = (severity: Severity) => {
    const next = new Set(severities);
    if (!next.delete(severity)) next.add(severity);
    view.filter.value = { ...view.filter.value, severities: next };
  };
  // One that is pressed stays, even if its last finding is gone: it may be what hides the others.
  const counts = countsOf(findings.value);
  const gone = [...severities].filter((severity) => !counts.some((count) => count.severity === severity));
  return (
    <div class="f-bar">
      <fieldset class="f-chips">
        <legend class="sr-only">Show only</legend>
        {[...counts, ...gone.map((severity) => ({ severity, words: `0 ${severity}` }))].map(({ severity, words }) => (
          <button
            key={severity}
            type="button"
            class="btn f-chip"
            aria-pressed={severities.has(severity)}
            onClick={() => toggle(severity)}
          >
            <SeverityShape severity={severity}>{words}</SeverityShape>
          </button>
        ))}
      </fieldset>
      <div class="f-find">
        <input
          class="pick f-words"
          type="search"
          aria-label="Filter findings"
          placeholder="Rule, code or word"
          value={view.filter.value.words}
          onInput={(event) => (view.filter.value = { ...view.filter.value, words: event.currentTarget.value })}
        />
        <select
          class="pick"
          aria-label="Group findings"
          value={view.grouping.value}
          onChange={(event) => view.group(event.currentTarget.value as Grouping)}
        >
          {GROUPINGS.map((grouping) => (
            <option key={grouping} value={grouping}>
              {TITLES[grouping]}
            </option>
          ))}
        </select>
      </div>
    </div>
  );
}

/** What the filter hides, and the way back. */
export function FilterNote({ playground }: { playground: Playground }) {
  const { findings, view } = playground;
  const filter = view.filter.value;
  const isOn = isFiltering(filter);
  return (
    <div class="f-note">
      <span role="status">
        {isOn && `${view.shown.value.length} of ${findings.value.length} shown`}
        {filter.isSuggestedOnly && ': those with a suggested fix'}
      </span>
      {isOn && (
        <button type="button" class="btn bare" onClick={() => (view.filter.value = NO_FILTER)}>
          Show all
        </button>
      )}
    </div>
  );
}
