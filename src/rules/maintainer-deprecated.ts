import { replace } from './edits.js';
import { code, text } from './message.js';
import { defineRule } from './rule.js';

const AUTHORS = 'org.opencontainers.image.authors';

export const maintainerDeprecated = defineRule({
  id: 'maintainer-deprecated',
  topic: 'maintainability',
  stages: 'all',
  severity: 'warning',
  aliases: ['DL4000', 'MaintainerDeprecated', 'DS-0022', 'CKV_DOCKER_6', '99614418', 'S6586'],
  summary: 'Name the author in a label.',

  *find({ instructions }) {
    for (const { at, keywordText, word } of instructions('MAINTAINER')) yield { at, keywordText, author: word?.raw };
  },

  explain: () => ({
    what: text`${code('MAINTAINER')} is deprecated.`,
    why: text`BuildKit warns of it; a label holds the same text beside the other data about the image.`,
    todo: text`Write ${code(`LABEL ${AUTHORS}=…`)}.`,
  }),

  *repair({ at, keywordText, author }) {
    if (author === undefined) return;
    const label = keywordText === keywordText.toLowerCase() ? 'label' : 'LABEL';
    yield {
      title: `Turn it into the label ${AUTHORS}`,
      safety: 'safe',
      edits: [replace(at, `${label} ${AUTHORS}=${quoted(author)}`)],
    };
  },
});

/** MAINTAINER takes its text as it is; in LABEL quotes, escapes and variables have a meaning. */
function quoted(author: string): string {
  const bare = /^"[^"]*"$/.test(author) ? author.slice(1, -1) : author;
  return `"${bare.replace(/[\\"$]/g, '\\$&')}"`;
}
