import type { Word } from '../model/index.js';
import { replace } from './edits.js';
import { code, text } from './message.js';
import { defineRule } from './rule.js';

export const legacyKeyValue = defineRule({
  id: 'legacy-key-value',
  topic: 'maintainability',
  stages: 'all',
  onbuild: true,
  severity: 'warning',
  aliases: ['LegacyKeyValueFormat'],
  summary: 'Write key=value in ENV and LABEL.',

  *find({ instructions }) {
    for (const { keywordText, pairs, trailingCommentAt } of instructions('ENV', 'LABEL'))
      for (const { key, value, isLegacy } of pairs) {
        // `ENV A = b` is a mistake of another kind: space-around-equals.
        if (!isLegacy || !value || value.raw.startsWith('=')) continue;
        yield { at: key.at, keywordText, key, value, hasComment: trailingCommentAt !== undefined };
      }
  },

  explain: ({ keywordText, key, value }) => ({
    what: text`${code(`${keywordText} ${key.raw} …`)} is the old form, without ${code('=')}.`,
    why: isOnOneLine(value)
      ? text`In it everything behind the first blank is one value, so a second pair can't be written, and BuildKit warns.`
      : text`In it everything up to the end of the last line is one value: ${code(value.raw)}.`,
    todo: text`Write ${code(`${keywordText} ${key.raw}=…`)}, with quotes around a value that has blanks.`,
  }),

  *repair({ key, value, hasComment }, { dockerfile }) {
    if (hasComment || !isOnOneLine(value)) return;
    const at = { start: key.at.end, end: value.at.end };
    yield {
      title: 'Write key=value',
      safety: 'safe',
      edits: [replace(at, `=${asOneWord(value.raw, dockerfile.escape)}`)],
    };
  },
});

function isOnOneLine({ raw, at }: Word): boolean {
  return raw.length === at.end - at.start;
}

/** The value as one word that means the same. */
function asOneWord(raw: string, escape: string): string {
  const isQuotable = !/["']/.test(raw) && !raw.includes(escape);
  if (!/[ \t]/.test(raw)) return raw;
  return isQuotable ? `"${raw}"` : withBlanksEscaped(raw, escape);
}

/** Blanks inside quotes stay; others get the escape character. */
function withBlanksEscaped(raw: string, escape: string): string {
  let result = '';
  let quote = '';
  for (let at = 0; at < raw.length; at++) {
    const character = raw[at] as string;
    if (character === escape && quote !== "'") result += character + (raw[++at] ?? '');
    else if (!quote && /[ \t]/.test(character)) result += escape + character;
    else {
      if (character === quote) quote = '';
      else if (!quote && /["']/.test(character)) quote = character;
      result += character;
    }
  }
  return result;
}
