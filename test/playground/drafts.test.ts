/** The drafts of a page: what is open, what is kept, and what the reader is told. */
import { beforeEach, expect, test } from 'vitest';
import { DraftStore } from '../../src/playground/draft-store.js';
import { Drafts } from '../../src/playground/drafts.js';
import type { Notice } from '../../src/playground/store.js';
import { shownDockerfile, type Workspace, workspaceOf } from '../../src/share/workspace.js';
import { MemoryStorage } from './memory-storage.js';

let storage: MemoryStorage;
let count: number;

/** A page with its own memory of what was open. */
class Page {
  text = '';
  notice: Notice | undefined;
  session: string | undefined;
  readonly drafts: Drafts;

  constructor() {
    const next = () => String(++count).padStart(8, '0');
    const opened = {
      read: () => this.session,
      write: (id: string) => {
        this.session = id;
      },
    };
    this.drafts = new Drafts(new DraftStore(storage, next, next), opened, this, workspaceOf('FROM sample'));
  }

  open(workspace: Workspace): void {
    this.text = shownDockerfile(workspace).text;
  }

  say(notice: Notice): void {
    this.notice = notice;
  }

  /** Types a text, and rests. */
  type(text: string): void {
    this.text = text;
    this.drafts.change(workspaceOf(text));
    this.drafts.flush();
  }
}

const stored = () =>
  [...storage.values.values()].map((value) => shownDockerfile(JSON.parse(value).workspace as Workspace).text).sort();

beforeEach(() => {
  storage = new MemoryStorage();
  count = 0;
});

test('a first visit shows the sample and keeps nothing', () => {
  expect(new Page().text).toBe('FROM sample');
  expect(stored()).toEqual([]);
});

test('what was typed is there at the next visit', () => {
  new Page().type('FROM a');
  expect(new Page().text).toBe('FROM a');
});

test('typing is kept once it rests, and at once when the page goes', () => {
  const page = new Page();
  page.drafts.change(workspaceOf('FROM a'));
  expect(stored()).toEqual([]);
  page.drafts.flush();
  expect(stored()).toEqual(['FROM a']);
});

test('something new is shown beside the draft, which one can go back to', () => {
  const page = new Page();
  page.type('FROM a');
  page.drafts.begin('Example', workspaceOf('FROM b'), 'Opened.');
  expect(page.text).toBe('FROM b');
  expect(stored()).toEqual(['FROM a']);
  page.notice?.action?.run();
  expect(page.text).toBe('FROM a');
});

test('the same thing opened twice is one draft', () => {
  const page = new Page();
  page.drafts.begin('Example', workspaceOf('FROM b'), '');
  page.type('FROM b');
  page.drafts.begin('Other', workspaceOf('FROM c'), '');
  page.drafts.begin('Example', workspaceOf('FROM b'), '');
  page.type('FROM b2');
  expect(stored()).toEqual(['FROM b2']);
});

test('a page that writes over what another wrote is told where its own text is', () => {
  const [one, other] = [new Page(), new Page()];
  one.type('FROM a');
  other.drafts.open(one.drafts.current.value.id);
  one.type('FROM one');
  other.type('FROM other');
  expect(stored()).toEqual(['FROM one', 'FROM other']);
  expect(other.notice?.text).toContain('kept as “Draft 2”');
});

test('a draft that is open and deleted comes back by Undo', () => {
  const page = new Page();
  page.type('FROM a');
  page.drafts.remove(page.drafts.current.value.id);
  expect(page.text).toBe('');
  expect(stored()).toEqual([]);
  page.notice?.action?.run();
  expect(page.text).toBe('FROM a');
  expect(stored()).toEqual(['FROM a']);
});

test('a full storage is told, and again when there is room', () => {
  const page = new Page();
  storage.isFull = true;
  page.type('FROM a');
  expect(page.drafts.isKept.value).toBe(false);
  storage.isFull = false;
  page.type('FROM b');
  expect(page.drafts.isKept.value).toBe(true);
  expect(stored()).toEqual(['FROM b']);
});

test('a name is kept with what is written next', () => {
  const page = new Page();
  page.type('FROM a');
  expect(page.drafts.rename(page.drafts.current.value.id, 'Shop')).toBe(true);
  page.type('FROM b');
  expect(new Page().drafts.current.value.name).toBe('Shop');
});

test('what is in a file of drafts is added, under names of their own', () => {
  const page = new Page();
  page.type('FROM a');
  page.drafts.importFile(page.drafts.exported());
  expect(page.drafts.all.value.map(({ name }) => name).sort()).toEqual(['Draft', 'Draft 2']);
  page.drafts.importFile('nothing');
  expect(page.notice?.kind).toBe('problem');
});
