/** Files of the build context: which of them the builder sees, and which a COPY, an ADD or a bind mount takes. */
import type { BuildInput, ContextFile, Dockerfile, InstructionOf, Mount, Scope } from '../model/index.js';
import { copySourceKind } from '../model/index.js';
import { Memo } from './memo.js';
import { cleanPath, hasWildcard, type IgnoreList, ignoreList, matchesSource, readIgnoreFile } from './path-pattern.js';

export type CopyOrAdd = InstructionOf<'COPY'> | InstructionOf<'ADD'>;

const ignoreLists = new WeakMap<BuildInput, IgnoreList>();

/** Whether the `.dockerignore` keeps a path of the context from the builder. Without one nothing is ignored. */
export function isIgnored(input: BuildInput, path: string): boolean {
  if (input.dockerignore === undefined) return false;
  const list = ignoreLists.get(input) ?? readIgnoreFile(input.dockerignore);
  ignoreLists.set(input, list);
  return list.ignores(cleanPath(path));
}

/** By context and `.dockerignore`, which versions of a Dockerfile share. */
const visible = new Memo<readonly ContextFile[], readonly ContextFile[]>(10);

/** The files of the context that are not ignored; undefined where nothing is known of the context. */
export function visibleFiles(input: BuildInput): readonly ContextFile[] | undefined {
  const { context, dockerignore = '' } = input;
  return context && visible.get(context, dockerignore, () => context.filter(({ path }) => !isIgnored(input, path)));
}

/** What one source of an instruction takes of the context. */
export interface SourcePattern {
  /** Clean, relative to the context; the empty string is the whole context. */
  readonly path: string;
  readonly takes: (path: string) => boolean;
}

/** A source as a pattern of paths; undefined where a variable in it is not known before the build. */
export function sourcePattern(source: string | null): SourcePattern | undefined {
  if (source === null) return undefined;
  const path = cleanPath(source);
  if (!hasWildcard(path)) return { path, takes: (file) => path === '' || file === path || file.startsWith(`${path}/`) };
  const depth = path.split('/').length;
  return { path, takes: (file) => matchesSource(path, file.split('/').slice(0, depth).join('/')) };
}

/** The sources of a COPY or ADD that lie in the build context. Undefined: nothing can be said. */
export function contextSources(copy: CopyOrAdd): readonly SourcePattern[] | undefined {
  if (copy.keyword === 'COPY' && copy.from) return [];
  const patterns: SourcePattern[] = [];
  for (const word of copy.sources) {
    if (copySourceKind(word.text) !== 'local') continue;
    const pattern = sourcePattern(copy.scope.expand(word));
    if (!pattern) return undefined;
    patterns.push(pattern);
  }
  return patterns;
}

/** What `--exclude` leaves out, as paths below the source. */
export function excludedBy({ flags, scope }: CopyOrAdd): IgnoreList {
  const values = flags.flatMap(({ name, value }) => (name === 'exclude' && value ? [scope.expand(value) ?? ''] : []));
  return ignoreList(values);
}

/** Whether a COPY or ADD takes a path of the context, through `.dockerignore` and `--exclude`; undefined: not known. */
export function takesFile({ input }: Dockerfile, copy: CopyOrAdd, path: string): boolean | undefined {
  const clean = cleanPath(path);
  if (isIgnored(input, clean)) return false;
  const patterns = contextSources(copy);
  const excluded = excludedBy(copy);
  return patterns?.some((pattern) => pattern.takes(clean) && !excluded.ignores(belowSource(pattern, clean)));
}

/** The path of a file as it lies below its source: `b` for `a/b` in the folder `a`. */
export function belowSource({ path }: SourcePattern, file: string): string {
  if (hasWildcard(path))
    return file
      .slice(
        file
          .split('/')
          .slice(0, path.split('/').length - 1)
          .join('/').length,
      )
      .replace(/^\//, '');
  return path === '' ? file : file === path ? file.slice(file.lastIndexOf('/') + 1) : file.slice(path.length + 1);
}

/** Whether a bind mount of the context shows a path; undefined: not known. */
export function mountShowsFile(
  { input }: Dockerfile,
  { keys }: Mount,
  scope: Scope,
  path: string,
): boolean | undefined {
  const clean = cleanPath(path);
  if (isIgnored(input, clean)) return false;
  const source = keys.get('source');
  return sourcePattern(source ? scope.expand(source) : '')?.takes(clean);
}
