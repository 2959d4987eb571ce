import { isIgnored, sourcePattern, visibleFiles } from '../image/context-files.js';
import { hasWildcard } from '../image/path-pattern.js';
import { type ContextFile, copySourceKind, suggest } from '../model/index.js';
import { code, text } from './message.js';
import { defineRule } from './rule.js';

export const copySourceMissing = defineRule({
  id: 'copy-source-missing',
  topic: 'correctness',
  stages: 'all',
  severity: 'error',
  variants: { 'outside-context': {}, 'not-in-context': {} },
  summary: 'Copy only files that lie in the build context.',

  *find({ instructions, dockerfile: { input } }) {
    const files = visibleFiles(input);
    for (const copy of instructions('COPY', 'ADD')) {
      if (copy.keyword === 'COPY' && copy.from) continue;
      for (const word of copy.sources) {
        const source = copySourceKind(word.text) === 'local' ? copy.scope.expand(word) : null;
        const pattern = sourcePattern(source);
        if (!source || !pattern) continue;
        const place = { at: word.at, source, path: pattern.path };
        if (leavesContext(source)) yield { ...place, variant: 'outside-context', similar: undefined };
        else if (files && isMissing(pattern, files) && !isIgnored(input, pattern.path))
          yield { ...place, variant: 'not-in-context', similar: suggest(pattern.path, pathsOf(files)) };
      }
    }
  },

  explain: ({ variant, source, path, similar }) =>
    variant === 'outside-context'
      ? {
          what: text`${code(source)} points out of the build context.`,
          why: text`The builder has only the files of the context. It cuts ${code('../')} off, and looks for ${code(path || '/')} in there.`,
          todo: text`Build from a folder above, ${code('docker build -f …/Dockerfile ..')}, or give the other folder a name: ${code('--build-context other=..')} and ${code('COPY --from=other')}.`,
        }
      : {
          what: text`There is no ${code(path)} in the build context.`,
          why: text`The build stops at this line with “not found”.`,
          todo: similar
            ? text`Did you mean ${code(similar)}?`
            : text`Correct the path, which is relative to the context and not to the Dockerfile, or put the file there.`,
        },
});

/** More `..` than folders to leave. */
function leavesContext(source: string): boolean {
  let depth = 0;
  for (const part of source.split('/')) {
    if (part === '..') depth--;
    else if (part !== '' && part !== '.') depth++;
    if (depth < 0) return true;
  }
  return false;
}

/** A wildcard that matches nothing copies nothing, and BuildKit goes on. */
function isMissing(
  { path, takes }: { readonly path: string; readonly takes: (path: string) => boolean },
  files: readonly ContextFile[],
): boolean {
  return path !== '' && !hasWildcard(path) && !files.some((file) => takes(file.path));
}

/** Files, and the folders that they lie in. */
function pathsOf(files: readonly ContextFile[]): ReadonlySet<string> {
  return new Set(
    files.flatMap(({ path }) => path.split('/').map((_, index, parts) => parts.slice(0, index + 1).join('/'))),
  );
}
