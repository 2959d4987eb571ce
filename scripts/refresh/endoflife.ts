/**
 * Reads a product's file of endoflife-date/endoflife.date and compares it with a table of src/data/lifecycles.ts.
 * Where a product has a second date, it is the end of extended support (`eoes`).
 */
import { parse } from 'yaml';
import type { Lifecycle } from '../../src/data/lifecycles.js';

/** Last day of support, and of extended support where the product has one that is later. */
export interface ReleaseEnd {
  readonly release: string;
  /** Undefined: supported, with no date yet. */
  readonly end: string | undefined;
  readonly extended: string | undefined;
}

interface ProductRelease {
  readonly releaseCycle?: unknown;
  readonly eol?: unknown;
  readonly eoes?: unknown;
}

/** YAML's dates are days at midnight, UTC. */
function dayIn(value: unknown): string | undefined {
  if (value instanceof Date) return value.toISOString().slice(0, '2028-08-09'.length);
  return typeof value === 'string' && /^\d{4}-\d\d-\d\d$/.test(value) ? value : undefined;
}

/** The releases of a product's file, the newest first, as there. */
export function readProduct(text: string): ReleaseEnd[] {
  const frontMatter = /^---\n([\s\S]*?)\n---/.exec(text)?.[1];
  if (frontMatter === undefined) throw new Error('no front matter');
  const { releases } = parse(frontMatter) as { releases?: readonly ProductRelease[] };
  if (!Array.isArray(releases)) throw new Error('no releases');
  return releases.map(({ releaseCycle, eol, eoes }: ProductRelease) => ({
    release: String(releaseCycle),
    end: dayIn(eol),
    extended: dayIn(eoes),
  }));
}

type Ends = Lifecycle['ends'];

/** What the table would have for a release; undefined where no day is known. */
function endOf({ end, extended }: ReleaseEnd, hasExtended: boolean): Ends[string] | undefined {
  if (end === undefined) return undefined;
  return hasExtended && extended !== undefined && extended > end ? [end, extended] : end;
}

const shown = (end: Ends[string] | undefined): string => (end === undefined ? 'no date' : [end].flat().join(', '));

/** Pairs, since an object would put whole numbers first. */
type EndRows = readonly (readonly [release: string, end: Ends[string]])[];

export interface Comparison {
  /** The table's dates with those of the file in their place, the newest release first. */
  readonly ends: EndRows;
  /** One line per release that the file has otherwise, or that the table does not have yet. */
  readonly changes: readonly string[];
  /** Releases of the table that the file does not have. */
  readonly absent: readonly string[];
}

/** .NET's releases are `10` there and `10.0` in tags. */
const asInTable = ({ ends }: Lifecycle, release: string): string =>
  Object.hasOwn(ends, `${release}.0`) ? `${release}.0` : release;

/** Releases that are older than all of the table's are left out of it on purpose. */
export function compareLifecycle(lifecycle: Lifecycle, product: readonly ReleaseEnd[]): Comparison {
  const releases = product.map((one) => ({ ...one, release: asInTable(lifecycle, one.release) }));
  const oldest = releases.findLastIndex(({ release }) => Object.hasOwn(lifecycle.ends, release));
  const found = releases.slice(0, oldest + 1).flatMap((release) => {
    const end = endOf(release, lifecycle.extended !== undefined);
    return end === undefined ? [] : [[release.release, end] as const];
  });
  const changes = found
    .filter(([release, end]) => shown(lifecycle.ends[release]) !== shown(end))
    .map(([release, end]) => `${release}: ${shown(lifecycle.ends[release])} becomes ${shown(end)}`);
  const kept = Object.entries(lifecycle.ends).filter(([release]) => !found.some(([name]) => name === release));
  return { ends: [...found, ...kept], changes, absent: kept.map(([release]) => release) };
}

/** Puts a product's dates in the place of those that the table's text has. */
export function replaceEnds(text: string, product: string, ends: EndRows): string {
  const row = text.indexOf(`\n  ${product}: {`);
  const start = text.indexOf('ends: {', row);
  if (row === -1 || start === -1) throw new Error(`no table for ${product}`);
  const rows = ends.map(([release, end]) => {
    const value = typeof end === 'string' ? `'${end}'` : `['${end[0]}', '${end[1]}']`;
    return `\n      '${release}': ${value},`;
  });
  return `${text.slice(0, start)}ends: {${rows.join('')}\n    }${text.slice(text.indexOf('}', start) + 1)}`;
}
