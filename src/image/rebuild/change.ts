/** What changes between two builds. */

export type Change =
  /** The content of a file of the build context; a path that the context does not have yet is a new file. */
  | { readonly kind: 'file'; readonly path: string }
  | { readonly kind: 'dockerignore' }
  /** Another value by `--build-arg`. */
  | { readonly kind: 'argument'; readonly name: string }
  /** Another digest with other layers, of the image named or of the one that the target is built on. */
  | { readonly kind: 'base'; readonly image?: string }
  /** The text of one line of the Dockerfile, counted from 1. */
  | { readonly kind: 'line'; readonly line: number }
  /** Nothing but the builder: a new one, without a cache or with an imported one. */
  | { readonly kind: 'fresh'; readonly cache?: 'min' | 'max' };

/** What the builder has cached: what the last build left, nothing, or what a `--cache-to` of that mode exported. */
export type Builder = 'warm' | 'fresh' | 'fresh-min' | 'fresh-max';

/** How a change is written on the command line. */
export const CHANGE_FORMS = ['file:PATH', 'dockerignore', 'arg:NAME', 'base[:IMAGE]', 'line:N', 'fresh[:min|:max]'];

/** Reads a change as the command line has it: `file:src/app.js`, `arg:VERSION`, `base:node:24`, `line:7`, `fresh:max`. */
export function readChange(text: string): Change | { readonly error: string } {
  const colon = text.indexOf(':');
  const kind = colon === -1 ? text : text.slice(0, colon);
  const subject = colon === -1 ? undefined : text.slice(colon + 1);
  return readSubject(kind, subject) ?? { error: problemOf(text, kind, subject) };
}

function readSubject(kind: string, subject: string | undefined): Change | undefined {
  if (kind === 'dockerignore' && subject === undefined) return { kind };
  if (kind === 'base' && subject === undefined) return { kind };
  if (kind === 'fresh' && subject === undefined) return { kind };
  if (!subject) return undefined;
  if (kind === 'file') return { kind, path: subject };
  if (kind === 'arg') return { kind: 'argument', name: subject };
  if (kind === 'base') return { kind, image: subject };
  if (kind === 'line') return /^[1-9]\d*$/.test(subject) ? { kind, line: Number(subject) } : undefined;
  if (kind === 'fresh') return subject === 'min' || subject === 'max' ? { kind, cache: subject } : undefined;
  return undefined;
}

function problemOf(text: string, kind: string, subject: string | undefined): string {
  if (kind === 'line' && subject) return `"${subject}" is not the number of a line.`;
  if (kind === 'fresh' && subject) return `"${subject}" is not a mode of a cache. The modes are min and max.`;
  const form = CHANGE_FORMS.find((known) => known.startsWith(`${kind}:`));
  if (form && !subject) return `"${text}" does not say what changes. Write ${form}.`;
  return `"${text}" is not a change. Changes are ${CHANGE_FORMS.join(', ')}.`;
}
