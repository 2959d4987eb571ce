/** What holds for the examples and the code blocks of the guides. Each check is a function from inputs to problems. */
import type { Finding } from '../../src/engine/finding.js';

/** A pair of Dockerfiles under content/examples, with what the engine says about it. */
export interface CheckedExample {
  readonly name: string;
  /** The rules that its before is said to break. */
  readonly rules: readonly string[];
  readonly before: readonly Finding[];
  readonly after: readonly Finding[];
}

/** The before breaks every rule that the example names, all of them are rules that there are, and the after breaks none. */
export function badExample({ name, rules, before, after }: CheckedExample, ids: readonly string[]): string[] {
  return [
    ...rules.filter((id) => !ids.includes(id)).map((id) => `${name} names ${id}, which is no rule`),
    ...rules
      .filter((id) => !before.some(({ rule }) => rule === id))
      .map((id) => `the before of ${name} doesn't break ${id}`),
    ...after.map(({ rule }) => `the after of ${name} breaks ${rule}`),
  ];
}

/** A fenced block of a page. */
export interface CodeBlock {
  /** What stands behind the fence: language, then words about it. */
  readonly words: readonly string[];
  readonly text: string;
  /** Where it begins, from one. */
  readonly line: number;
}

/** The fenced blocks of a page. */
export function codeBlocksOf(page: string): CodeBlock[] {
  return [...page.matchAll(/^```(\S.*)\n([\s\S]*?)^```$/gm)].map(({ 1: words = '', 2: text = '', index }) => ({
    words: words.split(/\s+/),
    text,
    line: page.slice(0, index).split('\n').length,
  }));
}

/** A block that shows a whole Dockerfile breaks no rule, or the page's own words name that rule. */
export function badBlocks(name: string, page: string, findingsOf: (text: string) => readonly Finding[]): string[] {
  return codeBlocksOf(page)
    .filter(({ words }) => words[0] === 'dockerfile' && !words.includes('fragment'))
    .flatMap(({ text, line }) =>
      findingsOf(text)
        .filter(({ rule }) => !page.replace(text, '').includes(rule))
        .map(({ rule }) => `the Dockerfile in line ${line} of ${name} breaks ${rule}`),
    );
}
