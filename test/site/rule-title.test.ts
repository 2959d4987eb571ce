import type { LoaderContext } from 'astro/loaders';
import { expect, test } from 'vitest';
import { titledByRule } from '../../src/site/rule-title.js';

async function loaded(id: string, data: Record<string, unknown>) {
  const seen: unknown[] = [];
  const loader = titledByRule({
    name: 'one',
    load: async ({ parseData }) => void (await parseData({ id, data })),
  });
  const context = { parseData: async (props: { data: unknown }) => void seen.push(props.data) };
  if (typeof loader.load === 'function') await loader.load(context as unknown as LoaderContext);
  return seen[0];
}

test('a rule page is titled by its folder, unless it says otherwise', async () => {
  expect(await loaded('rules/image-not-pinned', {})).toEqual({ title: 'image-not-pinned' });
  expect(await loaded('rules/image-not-pinned', { title: 'Other' })).toEqual({ title: 'Other' });
  expect(await loaded('guides/bloat', {})).toEqual({});
});
