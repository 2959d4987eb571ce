/**
 * The findings as a list that is used by mouse, keyboard and screen reader alike. Tab comes to one finding; Up and Down
 * go from one to the next, through all groups; Enter opens, Escape goes to the finding's place in the editor.
 */
import { type Signal, useSignal } from '@preact/signals';
import { useId, useRef } from 'preact/hooks';
import type { Finding } from '../engine/finding.js';
import type { Price } from '../engine/prices.js';
import { ruleNameOf } from '../report/rule-name.js';
import type { Severity } from '../rules/rule.js';
import { topicTitles } from '../site/topic-titles.js';
import { neighbour } from './arrow-keys.js';
import { FindingDetails } from './finding-details.js';
import type { FindingGroup } from './finding-groups.js';
import { keyOf, numberedNames } from './finding-key.js';
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
        <Group key={group.title ?? ''} group={group} active={active} visited={visited} {...props} />
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
  /** The key of the finding that had the focus last. */
  readonly visited: Signal<string | undefined>;
}

function Group({ group: { title, findings }, active, visited, playground, onShow, isWhole }: GroupProps) {
  const id = useId();
  const { selected, lines, view } = playground;
  const names = numberedNames(findings);
  const open = selected.value && keyOf(selected.value);
  const items = findings.map((finding, index) => (
    <FindingItem
      key={names[index]}
      finding={finding}
      line={lines.value.lineAt(finding.at.start)}
      price={playground.priceOf(finding)}
      isActive={keyOf(finding) === active}
      isOpen={keyOf(finding) === open}
      isPicked={view.isPicked(finding)}
      visited={visited}
      playground={playground}
      onShow={onShow}
      isWhole={isWhole}
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

interface FindingItemProps extends Omit<FindingListProps, 'groups'>, Pick<GroupProps, 'visited'> {
  readonly finding: Finding;
  readonly line: number;
  readonly price: Price | null | undefined;
  /** Tab comes to it. */
  readonly isActive: boolean;
  readonly isOpen: boolean;
  readonly isPicked: boolean;
}

/** Is given what it shows: a component that reads a signal is drawn again only when that or one of its props changes. */
function FindingItem(props: FindingItemProps) {
  const { finding, line, price, isActive, isOpen, isPicked, visited, playground, onShow, isWhole } = props;
  const id = useId();
  const { measure, view } = playground;
  const [best] = finding.fixes;
  const tabIndex = isActive ? 0 : -1;
  return (
    <li class={isWhole ? 'finding is-pickable' : 'finding'} onFocusIn={() => (visited.value = keyOf(finding))}>
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
        <PriceTagView price={price} measure={measure.value} />
      </button>
      {isWhole && best && (
        <label class="f-pick" title="Pick this fix">
          <input
            type="checkbox"
            tabIndex={tabIndex}
            checked={isPicked}
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
