/**
 * Which versions a range of package.json allows: `^1.2`, `~1.2.3`, `1.x`, `>=1 <2`, `1.0 - 1.4`, several with `||`.
 * Versions before a release (`2.0.0-beta.1`) are allowed only by a range that has such a version itself.
 */

type Version = readonly [major: number, minor: number, patch: number];

/** From the first version on, up to and without the second. */
interface Span {
  readonly from: Version;
  readonly to: Version;
}

const ZERO: Version = [0, 0, 0];
const NEVER: Version = [Infinity, 0, 0];

export function satisfies(version: string, range: string): boolean {
  const parsed = numbersOf(version);
  if (!parsed) return version === range;
  if (version.includes('-') && !/\d-\w/.test(range)) return false;
  return range
    .split('||')
    .some((part) => spansOf(part).every(({ from, to }) => !isBefore(parsed, from) && isBefore(parsed, to)));
}

export function isNewer(one: string, other: string): boolean {
  const [first, second] = [numbersOf(one) ?? ZERO, numbersOf(other) ?? ZERO];
  if (isBefore(second, first)) return true;
  return !isBefore(first, second) && other.includes('-') && !one.includes('-');
}

function numbersOf(text: string): Version | undefined {
  const [, major, minor, patch] = /^[v=\s]*(\d+)\.(\d+)\.(\d+)/.exec(text) ?? [];
  return major === undefined ? undefined : [Number(major), Number(minor), Number(patch)];
}

function isBefore(one: Version, other: Version): boolean {
  const at = one.findIndex((number, index) => number !== other[index]);
  return at !== -1 && (one[at] as number) < (other[at] as number);
}

function spansOf(part: string): Span[] {
  const [, low, high] = /^\s*(\S+)\s+-\s+(\S+)\s*$/.exec(part) ?? [];
  if (low !== undefined && high !== undefined) return [spanOf('>=', low), spanOf('<=', high)];
  const found = [...part.matchAll(/(\^|~>?|>=|<=|>|<|=)?\s*v?([\dxX*][^\s]*)/g)];
  return found.map(([, operator = '', version = '']) => spanOf(operator, version));
}

/** One comparison. A version may end early (`1.2`) or in an x, and then means all that begin so. */
function spanOf(operator: string, text: string): Span {
  const given = (text.split(/[-+]/)[0] as string)
    .split('.')
    .filter((part) => /^\d+$/.test(part))
    .map(Number);
  const [major = 0, minor = 0, patch = 0] = given;
  const from: Version = [major, minor, patch];
  if (given.length === 0) return { from: ZERO, to: NEVER };
  switch (operator) {
    case '^':
      return {
        from,
        to: behind(
          given,
          given.findIndex((part) => part > 0),
        ),
      };
    case '~':
    case '~>':
      return { from, to: behind(given, Math.min(given.length - 1, 1)) };
    case '>=':
      return { from, to: NEVER };
    case '>':
      return { from: behind(given, given.length - 1), to: NEVER };
    case '<':
      return { from: ZERO, to: from };
    case '<=':
      return { from: ZERO, to: behind(given, given.length - 1) };
    default:
      return { from, to: behind(given, given.length - 1) };
  }
}

/** The first version whose number at a place is higher; -1 stands for the last place that is given. */
function behind(given: readonly number[], place: number): Version {
  const at = place === -1 ? given.length - 1 : place;
  const next = given.slice(0, at + 1).map((number, index) => (index === at ? number + 1 : number));
  return [next[0] ?? 0, next[1] ?? 0, next[2] ?? 0];
}
