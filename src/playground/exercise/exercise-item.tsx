/** An exercise in a list that the script draws; the site draws the lists of its own exercises alike. */
import type { ComponentChildren } from 'preact';
import { stateOf, type WorkState } from '../../exercises/progress.js';
import type { WayOn } from '../../exercises/way-on.js';
import type { OverviewProps } from './overview-props.js';

interface ExerciseItemProps extends Pick<OverviewProps, 'progress'> {
  readonly id: string;
  /** Undefined: there is no such exercise any more. */
  readonly link: { readonly title: string; readonly href: string } | undefined;
  /** Where the reader goes on in this list. */
  readonly way?: WayOn | undefined;
  /** How long it takes, or where it comes from. */
  readonly note?: string | undefined;
  readonly children?: ComponentChildren;
}

export function ExerciseItem({ id, link, way, note, progress, children }: ExerciseItemProps) {
  const state = stateOf(progress.value[id]);
  return (
    <li data-state={state}>
      <span class="ex-state" aria-hidden="true" />
      <div>
        {link ? (
          <a href={link.href}>{link.title}</a>
        ) : (
          <span>“{id}” is not one of this site’s exercises any more.</span>
        )}
        <span class="sr-only">{stateWords(state)}</span>
        {way?.id === id && <span class="way-on">{wayWords(way)}</span>}
        {children}
      </div>
      <span class="minutes">{note}</span>
    </li>
  );
}

/** Stands behind a title. */
export function stateWords(state: WorkState): string {
  return state === 'open' ? '' : `, ${state}`;
}

export function wayWords({ isFirst }: WayOn): string {
  return isFirst ? 'Begin here' : 'Go on here';
}
