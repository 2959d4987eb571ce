/**
 * The findings as a list that is used by mouse, keyboard and screen reader alike. Tab comes to one finding; Up and Down
 * go from one to the next, through all groups; Enter opens, Escape goes to the finding's place in the editor.
 */
import { useSignal } from '@preact/signals';
import { useId, useRef } from 'preact/hooks';
import type { Finding } from '../engine/finding.js';
import { ruleNameOf } from '../report/rule-name.js';
import type { Severity } from '../rules/rule.js';
import { topicTitles } from '../site/topic-titles.js';
import { neighbour } from './arrow-keys.js';
import { FindingDetails } from './finding-details.js';
import type { FindingGroup } from './finding-groups.js';
import { keyOf } from './finding-key.js';
import { MessageText, SeverityShape } from './parts.js';
import { PriceTagView } from './prices.js';
import type { Playground } from './store.js';

export interface FindingListProps {
  readonly playground: Playground;
  readonly groups: readonly FindingGroup[];
  /** Brings the place of the open finding into sight and the cursor there; without it, the text is in sight already. */
  readonly onShow?: (() => void) | undefined;
  /** With what belongs to the whole playground: picking fixes, ignoring, the rule's page. */
  readonly isWhole: boolean;
}

export function FindingList(props: FindingListProps) {
  const { playground, groups, onShow } = props;
  const root = useRef<HTMLDivElement>(null);
  const visited = useSignal<string | undefined>(undefined);
  const all = groups.flatMap(({ findings }) => findings);
  const open = playground.selected.value;
  const reached = [visited.value, open && keyOf(open)].find((key) => all.some((finding) => keyOf(finding) === key));
  const active = reached ?? (all[0] && keyOf(all[0]));
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.defaultPrevented) return;
    const heads = [...(root.current?.querySelectorAll<HTMLElement>('.finding-head') ?? [])];
    const item = (event.target as Element).closest('.finding');
    const index = heads.findIndex((head) => item?.contains(head));
    const finding = all[index];
    if (!finding) return;
    if (event.key === 'Escape') {
      event.preventDefault();
      playground.select(finding, { focus: true });
      onShow?.();
      return;
    }
    // Inside an open finding the arrows scroll, and write in fields.
    const next = event.target === heads[index] ? neighbour(heads, index, event.key, 'vertical') : undefined;
    if (!next) return;
    event.preventDefault();
    next.focus();
  };
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: keys of the buttons inside come up to here.
    <div ref={root} onKeyDown={onKeyDown}>
      {groups.map((group) => (
        <Group
          key={group.title ?? ''}
          group={group}
          active={active}
          onVisit={(finding) => (visited.value = keyOf(finding))}
          {...props}
        />
      ))}
    </div>
  );
}

const SEVERITY_TITLES: Readonly<Record<Severity, string>> = {
  error: 'Errors',
  warning: 'Warnings',
  info: 'Info',
  style: 'Style',
};

interface GroupProps extends FindingListProps {
  readonly group: FindingGroup;
  /** The finding that Tab comes to. */
  readonly active: string | undefined;
  readonly onVisit: (finding: Finding) => void;
}

function Group({ group: { title, findings }, active, onVisit, ...rest }: GroupProps) {
  const id = useId();
  const items = findings.map((finding) => (
    <FindingItem
      key={keyOf(finding)}
      finding={finding}
      isActive={keyOf(finding) === active}
      onVisit={() => onVisit(finding)}
      {...rest}
    />
  ));
  if (title === undefined)
    return (
      <ul class="finding-list" aria-label="Findings">
        {items}
      </ul>
    );
  return (
    <section class="finding-group">
      <h2 id={id}>
        {{ ...SEVERITY_TITLES, ...topicTitles }[title]} <span class="count">{findings.length}</span>
      </h2>
      <ul class="finding-list" aria-labelledby={id}>
        {items}
      </ul>
    </section>
  );
}

interface FindingItemProps extends FindingListProps {
  readonly finding: Finding;
  /** Tab comes to it. */
  readonly isActive: boolean;
  readonly onVisit: () => void;
}

function FindingItem({ finding, isActive, onVisit, playground, onShow, isWhole }: FindingItemProps) {
  const id = useId();
  const { selected, lines, measure, view } = playground;
  const isOpen = selected.value !== undefined && keyOf(selected.value) === keyOf(finding);
  const { line } = lines.value.positionAt(finding.at.start);
  const [best] = finding.fixes;
  const tabIndex = isActive ? 0 : -1;
  return (
    <li class={isWhole ? 'finding is-pickable' : 'finding'} onFocusIn={onVisit}>
      <button
        type="button"
        class="finding-head"
        tabIndex={tabIndex}
        aria-expanded={isOpen}
        aria-controls={id}
        onClick={() => playground.select(isOpen ? undefined : finding)}
      >
        <SeverityShape severity={finding.severity} />
        <span>
          <span class="f-what">
            <MessageText parts={finding.message.what} />
          </span>
          <span class="f-meta">
            <span aria-hidden="true">{finding.severity}</span>
            <span>line {line}</span>
            <span>{ruleNameOf(finding)}</span>
          </span>
        </span>
        <PriceTagView price={playground.priceOf(finding)} measure={measure.value} />
      </button>
      {isWhole && best && (
        <label class="f-pick" title="Pick this fix">
          <input
            type="checkbox"
            tabIndex={tabIndex}
            checked={view.isPicked(finding)}
            onChange={(event) => view.pick(finding, event.currentTarget.checked)}
          />
          <span class="sr-only">
            Pick this fix: {best.title}, line {line}
          </span>
        </label>
      )}
      <div id={id} hidden={!isOpen}>
        {isOpen && <FindingDetails finding={finding} playground={playground} onShow={onShow} isWhole={isWhole} />}
      </div>
    </li>
  );
}
