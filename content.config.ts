import { defineCollection } from 'astro:content';
import { docsLoader } from '@astrojs/starlight/loaders';
import { docsSchema } from '@astrojs/starlight/schema';
import { glob } from 'astro/loaders';
import { z } from 'astro/zod';
import { titledByRule } from './src/site/rule-title.js';

/** On rule pages: rules that the before necessarily breaks as well. */
const rulePage = z.object({ alsoFound: z.array(z.string()).optional() });

export const collections = {
  docs: defineCollection({ loader: titledByRule(docsLoader()), schema: docsSchema({ extend: rulePage }) }),
  /** By the id of the exercise: its folder's name without the number. */
  briefs: defineCollection({
    loader: glob({
      base: 'content/exercises',
      pattern: '*/brief.mdx',
      generateId: ({ entry }) => entry.replace(/^\d+-(.+)\/brief\.mdx$/, '$1'),
    }),
  }),
};
