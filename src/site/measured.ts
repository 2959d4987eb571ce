/** Measurements under content/measured: the same thing built twice, with what was measured of each. */
import { z } from 'astro/zod';
import { parse } from 'yaml';
import type { LoadLineValues } from './load-line.js';

const texts = import.meta.glob<string>('/content/measured/*.yaml', { query: '?raw', import: 'default', eager: true });

const schema = z.strictObject({
  subject: z.string(),
  before: z.string(),
  after: z.string(),
  /** The row that the load line shows. */
  drawn: z.string().optional(),
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

/** The row that the measurement names for the load line, in its words. */
export function loadLineOf({ drawn, rows }: Pick<Measured, 'drawn' | 'rows'>): LoadLineValues {
  const row = rows.find(({ what }) => what === drawn);
  if (!row) throw new Error(`There is no row "${drawn}" to be drawn.`);
  const { before, after } = row;
  return {
    subject: `Size ${row.what.toLowerCase()}`,
    level: megabytesIn(before),
    levelWords: 'before',
    mark: megabytesIn(after),
    markWords: 'after',
  };
}

/** The number in a figure such as `1,176.3 MB`. */
function megabytesIn(figure: string): number {
  const digits = /^([\d,]+(?:\.\d+)?) MB$/.exec(figure)?.[1];
  if (digits === undefined) throw new Error(`"${figure}" is no size in MB.`);
  return Number(digits.replaceAll(',', ''));
}
