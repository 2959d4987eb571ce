/** The elements of an array that is no JSON: `['a', 'b']`, `["a" "b",]`, `[a, b]`. */

const QUOTED = /^(?:"([^"]*)"|'([^']*)'|[“”]([^“”]*)[“”]|[‘’]([^‘’]*)[‘’])/;
const BARE = /^[^\s,"'“”‘’[\]]+/;

/** Undefined where something is left over that would have to be guessed: text behind the bracket, an open quote, a line break. */
export function readLooseArray(written: string): readonly string[] | undefined {
  const inner = /^\[([^[\]\n]*)\]?$/.exec(written.trim())?.[1];
  if (inner === undefined) return undefined;
  const elements: string[] = [];
  for (let rest = inner.replace(/^[\s,]+/, ''); rest !== ''; ) {
    const match = QUOTED.exec(rest) ?? BARE.exec(rest);
    if (!match) return undefined;
    elements.push(
      match
        .slice(1)
        .find((group) => group !== undefined)
        ?.replace(/\\\\/g, '\\') ?? match[0],
    );
    rest = rest.slice(match[0].length).replace(/^[\s,]+/, '');
  }
  return elements.length > 0 ? elements : undefined;
}
