/** Colour tokens as data, read from tokens.css: for the theme of code blocks. */
import { readFileSync } from 'node:fs';

const css = readFileSync(new URL('./tokens.css', import.meta.url), 'utf8');

/** @type {Map<string, string>} */
const declared = new Map();
for (const [, name, value] of css.matchAll(/--([\w-]+):\s*([^;]+);/g))
  if (!declared.has(name)) declared.set(name, value.trim());

/**
 * The value of a colour token as it is written, e.g. `#fdfdfb`. Follows var().
 * @param {string} name
 * @param {'light' | 'dark'} theme
 * @returns {string}
 */
export function colour(name, theme) {
  const value = declared.get(name);
  if (!value) throw new Error(`No token --${name} in tokens.css`);
  const pair = value.match(/^light-dark\(([^,]+),\s*([^)]+)\)$/);
  if (pair) return pair[theme === 'light' ? 1 : 2].trim();
  const alias = value.match(/^var\(--([\w-]+)\)$/);
  return alias ? colour(alias[1], theme) : value;
}
