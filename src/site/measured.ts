/** Measurements under content/measured: the same thing built twice, with what was measured of each. */
import { z } from 'astro/zod';
import { parse } from 'yaml';

const texts = import.meta.glob<string>('/content/measured/*.yaml', { query: '?raw', import: 'default', eager: true });

const schema = z.strictObject({
  subject: z.string(),
  before: z.string(),
  after: z.string(),
  rows: z.array(z.strictObject({ what: z.string(), note: z.string(), before: z.string(), after: z.string() })),
  source: z.string(),
  date: z.iso.date(),
});

/** A measured before and after. */
export type Measured = z.infer<typeof schema>;

/** The measurement of a name. */
export function measuredNamed(name: string): Measured {
  const path = `/content/measured/${name}.yaml`;
  return schema.parse(parse(texts[path] ?? '', { schema: 'failsafe' }), {
    error: () => `content/measured/${name}.yaml is not a measurement`,
  });
}
