/** A Dockerfile's words inside Markdown: nothing in them becomes markup, a mention, or the end of the block around them. */
import type { Text } from '../rules/message.js';

/** Inline code: a fence longer than any run of backticks inside. Line breaks are folded. */
export function inlineCode(text: string): string {
  const folded = text.replace(/\s+/g, ' ').trim();
  if (folded === '') return '';
  const fence = '`'.repeat(longestRun(folded, '`') + 1);
  const pad = fence.length > 1 || folded.startsWith('`') || folded.endsWith('`') ? ' ' : '';
  return `${fence}${pad}${folded}${pad}${fence}`;
}

/** A fenced block. The fence is longer than any run of backticks inside. */
export function fencedBlock(text: string, language: string): string {
  const fence = '`'.repeat(Math.max(3, longestRun(text, '`') + 1));
  return `${fence}${language}\n${text}${text.endsWith('\n') ? '' : '\n'}${fence}`;
}

/** Text with every character that Markdown or HTML reads escaped; `@name` becomes code, or it would call somebody. */
export function plainMarkdown(text: string): string {
  return text
    .replace(/\s+/g, ' ')
    .split(/(\S*@\S+)/)
    .map((part, index) => (index % 2 === 1 ? inlineCode(part) : part.replace(/[\\`*_{}[\]<>#|~!&$]/g, '\\$&')))
    .join('');
}

/** A message, its code as inline code. */
export function messageMarkdown(parts: Text): string {
  return parts.map((part) => (typeof part === 'string' ? plainMarkdown(part) : inlineCode(part.code))).join('');
}

/** A cell of a table: a bar would end it, inside code too. Readers differ in `\\\\|`, so the backslashes before it are odd. */
export function tableCell(markdown: string): string {
  return markdown.replace(/(\\*)\|/g, (bar, backslashes: string) =>
    backslashes.length % 2 === 1 ? bar : `${backslashes}\\|`,
  );
}

/** Text inside HTML, on one line. `@name` becomes code. */
export function htmlText(text: string): string {
  return text
    .replace(/\s+/g, ' ')
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replace(/\S*@\S+/g, '<code>$&</code>');
}

function longestRun(text: string, character: string): number {
  let longest = 0;
  let run = 0;
  for (const unit of text) {
    run = unit === character ? run + 1 : 0;
    longest = Math.max(longest, run);
  }
  return longest;
}
