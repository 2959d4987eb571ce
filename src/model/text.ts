/** Sentences as typed parts, so that a Dockerfile's words never become markup. Each view draws them in its own way. */

/** Plain text, or code in the file's own words. */
export type TextPart = string | { readonly code: string };
export type Text = readonly TextPart[];

const LONGEST_CODE = 80;

/** A piece of code inside a message; blanks are folded and a long one is cut. */
export function code(text: string | number): TextPart {
  const folded = String(text).replace(/\s+/g, ' ').trim();
  return { code: folded.length > LONGEST_CODE ? `${folded.slice(0, LONGEST_CODE - 1)}…` : folded };
}

/** Several pieces of code: `a`, `b` and `c`. */
export function codes(texts: readonly string[], conjunction: 'and' | 'or' = 'and'): Text {
  return texts.flatMap((text, index): TextPart[] => {
    const separator = index === 0 ? '' : index === texts.length - 1 ? ` ${conjunction} ` : ', ';
    return separator ? [separator, code(text)] : [code(text)];
  });
}

/** A template of text; values are parts, lists of parts, strings or numbers. */
export function text(
  strings: TemplateStringsArray,
  ...values: readonly (TextPart | Text | string | number | undefined)[]
): Text {
  const parts: TextPart[] = [];
  for (const [index, string] of strings.entries()) {
    if (string) parts.push(string);
    const value = values[index];
    if (value === undefined) continue;
    if (typeof value === 'number') parts.push(String(value));
    else if (isList(value)) parts.push(...value);
    else parts.push(value);
  }
  return parts;
}

function isList(value: TextPart | Text): value is Text {
  return Array.isArray(value);
}

/** The message as plain text; code stands between backticks where `quote` says so. */
export function plainText(parts: Text, quote: '`' | '' = '`'): string {
  return parts.map((part) => (typeof part === 'string' ? part : `${quote}${part.code}${quote}`)).join('');
}

/** Reads a sentence in which code stands between backticks. */
export function readText(written: string): Text {
  return written
    .split('`')
    .map((part, index): TextPart => (index % 2 === 1 ? { code: part } : part))
    .filter((part) => part !== '');
}
