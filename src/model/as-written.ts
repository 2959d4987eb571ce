/** The file's own words for a place in it, for messages. */
import type { PackageCall } from './packages/index.js';
import type { Span } from './span.js';

/** A command or an instruction as it is written, on one line. */
export function asWritten({ text }: { readonly text: string }, { at }: { readonly at: Span }): string {
  return text.slice(at.start, at.end).replace(/[\\`]\r?\n/g, ' ');
}

/** A call by its tool and what it is asked to do: `apt-get install`. */
export function callName({ tool, subcommand }: PackageCall): string {
  return subcommand ? `${tool} ${subcommand.text}` : tool;
}
