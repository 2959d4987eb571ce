/**
 * A list whose rows stand for instructions of the file: pointing at a row shows its lines in the editor, choosing it goes
 * there, and the row of the instruction in which the cursor is has a mark. One Tab stop; arrow keys go from row to row.
 */
import type { ComponentChildren } from 'preact';
import { createContext } from 'preact';
import { useContext, useEffect, useState } from 'preact/hooks';
import { neighbour } from '../arrow-keys.js';
import type { Places } from '../places.js';

export interface PlaceListProps {
  readonly places: Places;
  /** Brings the editor into sight and moves the cursor to the instruction that begins at a line. */
  readonly onGo: (line: number) => void;
}

interface ListState extends PlaceListProps {
  /** The line whose row Tab reaches; undefined: the first. */
  readonly reached: number | undefined;
  readonly reach: (line: number) => void;
  readonly first: number | undefined;
}

const List = createContext<ListState | undefined>(undefined);

/** `first` is the line of the first row that has one. */
export function PlaceList({
  children,
  first,
  ...props
}: PlaceListProps & { first: number | undefined; children: ComponentChildren }) {
  const [reached, reach] = useState<number | undefined>(undefined);
  useEffect(() => () => props.places.point(undefined), [props.places]);
  return (
    <List.Provider value={{ ...props, reached, reach, first }}>
      {/* biome-ignore lint/a11y/noStaticElementInteractions: the keys are those of the buttons inside. */}
      <div data-places onKeyDown={moveAlong}>
        {children}
      </div>
    </List.Provider>
  );
}

function moveAlong(event: KeyboardEvent & { currentTarget: HTMLElement }): void {
  const buttons = [...event.currentTarget.querySelectorAll<HTMLButtonElement>('[data-place]')];
  const index = buttons.indexOf(document.activeElement as HTMLButtonElement);
  const next = index === -1 ? undefined : neighbour(buttons, index, event.key, 'vertical');
  if (!next) return;
  event.preventDefault();
  next.focus();
}

/** A row of such a list. Without a line it is only text. */
export function PlaceRow({ line, children }: { line: number | null; children: ComponentChildren }) {
  const list = useContext(List);
  if (!list || line === null) return <div class="place">{children}</div>;
  const { places, onGo, reach, reached = list.first } = list;
  return (
    <button
      type="button"
      class="place"
      data-place
      tabIndex={line === reached ? 0 : -1}
      aria-current={places.current.value === line ? 'true' : undefined}
      onMouseEnter={() => places.point(line)}
      onMouseLeave={() => places.point(undefined)}
      onFocus={(event) => {
        reach(line);
        if (event.currentTarget.matches(':focus-visible')) places.point(line);
      }}
      onBlur={() => places.point(undefined)}
      onClick={() => onGo(line)}
    >
      {children}
    </button>
  );
}
