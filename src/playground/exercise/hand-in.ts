/** A reader's work on its way: as a file, or as a link. */
import { type HandedOut, idOf } from '../../exercises/assignment.js';
import type { Exercise } from '../../exercises/exercise.js';
import type { ProgressOfAll } from '../../exercises/progress.js';
import { recordFragment, recordText, type WorkRecord } from '../../exercises/record.js';
import { copiedLink } from '../copied-link.js';
import { download } from '../download.js';
import type { Notices } from '../notice-line.js';
import { readerName } from './current-assignment.js';

/** What was done of an assignment; of everything, without one. `known` are the exercises that are not of the site. */
export function workRecord(all: ProgressOfAll, known: readonly Exercise[], assignment?: HandedOut): WorkRecord {
  const ids = assignment?.exercises.map(idOf);
  const exercises = Object.entries(all).filter(([id]) => !ids || ids.includes(id));
  const own = known.filter(({ id }) => (ids ? ids.includes(id) : all[id]));
  return {
    name: readerName(),
    ...(assignment && ids && { assignment: { id: assignment.id, title: assignment.title, exercises: ids } }),
    written: new Date().toISOString(),
    exercises: Object.fromEntries(exercises),
    ...(own.length > 0 && { own }),
  };
}

export function downloadRecord(record: WorkRecord): void {
  const words = [record.assignment?.title, record.name].filter((word) => word).join(' ');
  const name = words
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, '-')
    .replace(/^-|-$/g, '');
  download(`plimsoll-${name || 'exercises'}.json`, recordText(record), 'application/json');
}

/** Copies a link to `page` that holds the record. */
export async function copyRecordLink(record: WorkRecord, page: string, notices: Notices): Promise<void> {
  const address = new URL(page, location.href);
  address.hash = await recordFragment(record);
  notices.say(await copiedLink(address.href, 'It holds your answers itself; nothing was uploaded.'));
}
