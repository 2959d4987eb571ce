/** Drafts: nothing that a page has written is lost, whatever another page or the storage does. */
import fc from 'fast-check';
import { beforeEach, describe, expect, test } from 'vitest';
import { DraftStore, exportDrafts, importDrafts } from '../../src/playground/draft-store.js';
import { shownDockerfile, workspaceOf } from '../../src/share/workspace.js';
import { MemoryStorage } from './memory-storage.js';

let storage: MemoryStorage;
let store: DraftStore;
let count: number;
const texts = () => store.list().map(({ workspace }) => shownDockerfile(workspace).text);

beforeEach(() => {
  storage = new MemoryStorage();
  count = 0;
  const next = () => String(++count);
  store = new DraftStore(storage, () => next().padStart(8, '0'), next);
});

/** A draft that is stored. */
function stored(text: string, name = 'a') {
  const draft = store.save(store.begin(name, workspaceOf(text)), workspaceOf(text));
  if (!draft) throw new Error('It was not stored.');
  return draft;
}

describe('a draft', () => {
  test('is there again, with its name', () => {
    const { id } = stored('FROM a', 'web');
    expect(store.read(id)).toMatchObject({ name: 'web', workspace: workspaceOf('FROM a') });
  });

  test('is saved again and again as one', () => {
    const first = stored('FROM a');
    const second = store.save(first, workspaceOf('FROM b'));
    expect(store.save(second ?? first, workspaceOf('FROM c'))?.id).toBe(first.id);
    expect(texts()).toEqual(['FROM c']);
  });

  test('has a name of its own', () => {
    stored('FROM a', 'web');
    expect(stored('FROM b', 'web').name).toBe('web 2');
    expect(stored('FROM c', 'web 2').name).toBe('web 3');
    const other = stored('FROM d', 'api');
    expect(store.rename(other.id, ' web ')?.name).toBe('web 4');
    expect(store.rename(other.id, '  ')?.name).toBe('web 4');
  });

  test('comes back after it was deleted', () => {
    const draft = stored('FROM a', 'web');
    const removed = store.remove(draft.id);
    expect(store.list()).toEqual([]);
    if (removed) store.restore(removed);
    expect(store.list()).toMatchObject([{ id: draft.id, name: 'web' }]);
  });

  test('that was changed last comes first', () => {
    const first = stored('FROM a');
    stored('FROM b');
    store.save(first, workspaceOf('FROM c'));
    expect(texts()).toEqual(['FROM c', 'FROM b']);
  });
});

describe('two pages', () => {
  test('that open one draft and write, both keep their text', () => {
    const opened = stored('FROM a');
    const mine = store.save(opened, workspaceOf('FROM mine'));
    const theirs = store.save(opened, workspaceOf('FROM theirs'));
    expect(mine?.id).toBe(opened.id);
    expect(theirs?.id).not.toBe(opened.id);
    expect(texts().sort()).toEqual(['FROM mine', 'FROM theirs']);
  });

  test('a draft that another page deleted is written again', () => {
    const opened = stored('FROM a');
    store.remove(opened.id);
    store.save(opened, workspaceOf('FROM b'));
    expect(texts()).toEqual(['FROM b']);
  });

  test('whatever they do in whatever order, the last text of each is stored', () => {
    const steps = fc.array(fc.record({ page: fc.nat(2), text: fc.string({ maxLength: 5 }) }), { minLength: 1 });
    fc.assert(
      fc.property(steps, (all) => {
        storage.values.clear();
        const opened = stored('FROM a');
        const pages = [opened, opened, opened];
        const last = new Map<number, string>();
        for (const { page, text } of all) {
          pages[page] = store.save(pages[page] ?? opened, workspaceOf(text)) ?? opened;
          last.set(page, text);
        }
        expect(texts()).toEqual(expect.arrayContaining([...last.values()]));
      }),
    );
  });
});

describe('a storage', () => {
  test('that is full says so, and what it holds stays', () => {
    const draft = stored('FROM a');
    storage.isFull = true;
    expect(store.save(draft, workspaceOf('FROM b'))).toBeUndefined();
    expect(texts()).toEqual(['FROM a']);
  });

  test('that is forbidden is survived', () => {
    storage.isForbidden = true;
    expect(store.list()).toEqual([]);
    expect(store.save(store.begin('a', workspaceOf('')), workspaceOf(''))).toBeUndefined();
    expect(store.remove('a')).toBeUndefined();
    store.takeOverEarlier();
  });

  test('with spoiled drafts gives the others', () => {
    stored('FROM a');
    storage.values.set('plimsoll.draft.2.x', '{"name":');
    storage.values.set('plimsoll.draft.2.y', '{"name":"y","workspace":{"dockerfiles":[]}}');
    expect(texts()).toEqual(['FROM a']);
  });

  test('of an earlier version is taken over once', () => {
    storage.values.set('plimsoll.draft.1', '{"text":"FROM a"}');
    storage.values.set('plimsoll.draft-before-link.1', '{"text":"FROM b"}');
    store.takeOverEarlier();
    store.takeOverEarlier();
    expect(texts().sort()).toEqual(['FROM a', 'FROM b']);
  });
});

describe('a file of drafts', () => {
  test('brings them to another browser', () => {
    stored('FROM a', 'web');
    stored('FROM b', 'api');
    const drafts = importDrafts(exportDrafts(store.list()), () => `new ${++count}`);
    storage.values.clear();
    for (const draft of drafts ?? []) store.restore(draft);
    expect(store.list().map(({ name, workspace }) => [name, shownDockerfile(workspace).text])).toEqual(
      expect.arrayContaining([
        ['web', 'FROM a'],
        ['api', 'FROM b'],
      ]),
    );
  });

  test('that is something else is refused', () => {
    expect(importDrafts('FROM a', String)).toBeUndefined();
    expect(importDrafts('{"drafts":[]}', String)).toBeUndefined();
  });
});
