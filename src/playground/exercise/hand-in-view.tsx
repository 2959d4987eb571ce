/** The two ways in which a reader's work goes back to whoever handed it out. */
import type { ComponentChildren } from 'preact';
import type { WorkRecord } from '../../exercises/record.js';
import type { Notices } from '../notice-line.js';
import { copyRecordLink, downloadRecord } from './hand-in.js';

interface HandInProps {
  /** What it is the result of, where a page has several. */
  readonly of?: string;
  readonly record: () => WorkRecord;
  /** Something is solved, so that this is what comes next. */
  readonly isNext: boolean;
  /** The address of the page that reads results. */
  readonly team: string;
  readonly notices: Notices;
  /** What else can be done. */
  readonly children?: ComponentChildren;
}

export function HandInActs({ of, record, isNext, team, notices, children }: HandInProps) {
  const which = of === undefined ? null : <span class="sr-only">: {of}</span>;
  return (
    <p class="acts">
      <button type="button" class={isNext ? 'btn act' : 'btn'} onClick={() => downloadRecord(record())}>
        Save the result as a file{which}
      </button>
      <button type="button" class="btn" onClick={() => void copyRecordLink(record(), team, notices)}>
        Copy it as a link{which}
      </button>
      {children}
    </p>
  );
}

/** What a result holds, and that nothing happens by itself. */
export function HandInWords() {
  return (
    <>
      Send the file or the link to whoever gave it to you: it has your answers, how many tries each took, and which
      hints you opened. Nothing is sent by itself.
    </>
  );
}
