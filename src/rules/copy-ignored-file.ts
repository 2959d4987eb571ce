import { isIgnored } from '../image/context-files.js';
import { cleanPath } from '../image/path-pattern.js';
import { copySourceKind } from '../model/index.js';
import { code, text } from './message.js';
import { defineRule } from './rule.js';

export const copyIgnoredFile = defineRule({
  id: 'copy-ignored-file',
  topic: 'correctness',
  stages: 'all',
  severity: 'warning',
  aliases: ['CopyIgnoredFile'],
  summary: 'Copy only what .dockerignore lets through.',

  *find({ instructions, dockerfile: { input } }) {
    const patterns = patternsOf(input.dockerignore);
    // With an exception, a part of an ignored folder may come through.
    if (patterns.length === 0 || patterns.some((pattern) => pattern.startsWith('!'))) return;
    const ignoresAll = patterns.some((pattern) => pattern === '*' || pattern === '**' || pattern === '**/*');
    for (const copy of instructions('COPY', 'ADD')) {
      if (copy.keyword === 'COPY' && copy.from) continue;
      for (const source of copy.sources) {
        const path = copySourceKind(source.text) === 'local' ? copy.scope.expand(source) : null;
        if (path === null) continue;
        const clean = cleanPath(path);
        if (clean === '' ? ignoresAll : isIgnored(input, clean))
          yield { at: source.at, path: clean || path, keyword: copy.keywordText };
      }
    }
  },

  explain: ({ path, keyword }) => ({
    what: text`The ${code('.dockerignore')} keeps ${code(path)} out of the build.`,
    why: text`For this ${code(keyword)} it is not there, even though it lies in the folder, and the build stops with “not found”.`,
    todo: text`Take the pattern out of ${code('.dockerignore')}, or except this path with ${code(`!${path}`)}; or don't copy it.`,
  }),
});

function patternsOf(dockerignore = ''): string[] {
  const lines = dockerignore.split(/\r?\n/).map((line) => line.trim());
  return lines.filter((line) => line !== '' && !line.startsWith('#'));
}
