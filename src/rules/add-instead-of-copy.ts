import { type Add, type ContextFile, copySourceKind, type Word } from '../model/index.js';
import { replace } from './edits.js';
import { inCaseOf } from './keyword-case.js';
import { code, codes, text } from './message.js';
import { defineRule, type Safety } from './rule.js';

export const addInsteadOfCopy = defineRule({
  id: 'add-instead-of-copy',
  topic: 'correctness',
  stages: 'all',
  onbuild: true,
  severity: 'warning',
  aliases: ['DL3020', 'DS-0005', 'CKV_DOCKER_4', '9513a694', 'S7029'],
  summary: 'Copy files with COPY; keep ADD for archives and downloads.',

  *find({ instructions, dockerfile }) {
    for (const add of instructions('ADD')) {
      if (add.flags.some(({ name }) => OWN_FLAGS.has(name)) || !add.destination) continue;
      const sources = add.sources.map((source) => add.scope.expand(source));
      if (!sources.every((source) => source !== null && isPlain(source))) continue;
      const isCertain = add.sources.every((source) => isNoArchive(source, add, dockerfile.input.context));
      yield { at: add.keywordAt, keywordText: add.keywordText, names: namesOf(add), isCertain };
    }
  },

  explain: ({ names }) => ({
    what: text`${code('ADD')} copies ${names} here, and nothing needs more than ${code('COPY')}.`,
    why: text`${code('ADD')} also unpacks a file that is a tar archive, whatever its name, and downloads URLs.`,
    todo: text`Use ${code('COPY')}, which only copies.`,
  }),

  *repair({ at, keywordText, isCertain }) {
    const safety: Safety = isCertain ? 'safe' : 'suggested';
    yield { title: 'Use COPY', safety, edits: [replace(at, inCaseOf(keywordText, 'COPY'))] };
  },
});

/** Flags that only ADD has. */
const OWN_FLAGS = new Set(['checksum', 'unpack', 'keep-git-dir']);
/** What BuildKit can unpack: tar, plain or compressed. A zip file stays as it is. */
const ARCHIVE = /\.(?:tar|tgz|tbz2?|tb2|txz|tlz|tzst|tZ|gz|bz2|xz|zst|lz|lzma|lz4|Z)(?:\.\w+)?$/;

function isPlain(source: string): boolean {
  return copySourceKind(source) === 'local' && !ARCHIVE.test(source);
}

function namesOf({ sources }: Add) {
  if (sources.length === 0) return 'text';
  return sources.length > 2 ? `${sources.length} sources` : codes(sources.map(({ text: source }) => source));
}

/** A folder, or a file whose name says what it is. A name without an extension could be that of an archive. */
function isNoArchive(source: Word, { scope }: Add, context: readonly ContextFile[] | undefined): boolean {
  const path = (scope.expand(source) ?? '').replace(/^(?:\.?\/)+/, '');
  if (path === '' || path === '.' || path.endsWith('/')) return true;
  if (context?.some((file) => file.path.startsWith(`${path}/`))) return true;
  return /[^./]\.[A-Za-z]\w*$/.test(path);
}
