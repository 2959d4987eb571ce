/**
 * The source file whose edit the price of caching is about. Where the build context is known it is the first file of
 * code that a COPY brings; else a name below the first folder that a COPY brings.
 */
import { type ContextFile, type Dockerfile, knowledgeOf, managers } from '../model/index.js';
import { type CopyOrAdd, contextSources, takesFile, visibleFiles } from './context-files.js';
import { hasWildcard, matchesSource } from './path-pattern.js';

export interface SourceFile {
  /** Relative to the build context. */
  readonly path: string;
  /** The context is not known: the name is one that this COPY would bring. */
  readonly isAssumed: boolean;
}

/** Undefined where no reachable stage copies a source file. */
export function sourceFileOf(dockerfile: Dockerfile): SourceFile | undefined {
  const copies = dockerfile.instructions.filter(
    (instruction): instruction is CopyOrAdd =>
      (instruction.keyword === 'COPY' || instruction.keyword === 'ADD') && instruction.stage?.isReachable === true,
  );
  const visible = visibleFiles(dockerfile.input);
  for (const copy of copies) {
    const path = visible ? knownIn(dockerfile, copy, visible) : assumedIn(dockerfile, copy);
    if (path !== undefined) return { path, isAssumed: !visible };
  }
  return undefined;
}

function knownIn(dockerfile: Dockerfile, copy: CopyOrAdd, visible: readonly ContextFile[]): string | undefined {
  const taken = visible.filter(({ path }) => isSource(path) && takesFile(dockerfile, copy, path));
  return (taken.find(({ path }) => CODE.test(path)) ?? taken[0])?.path;
}

/** What people write programs in. */
const CODE = /\.(?:[cm]?[jt]sx?|py|go|rs|java|kt|scala|rb|php|cs|fs|c|cc|cpp|h|swift|ex|exs|clj|vue|svelte|html|css)$/;

const NO_SOURCE = /(?:^|\/)(?:\.[^/]+|README[^/]*|LICEN[CS]E[^/]*|[^/]*Dockerfile[^/]*|[^/]+\.md)$/i;

/** Files that name dependencies change seldom, and documentation is not what people edit all day. */
function isSource(path: string): boolean {
  const name = path.slice(path.lastIndexOf('/') + 1);
  return !NO_SOURCE.test(path) && !MANIFESTS.some((pattern) => matchesSource(pattern, name));
}

const MANIFESTS = managers.flatMap((manager) => [...knowledgeOf(manager).manifests, ...knowledgeOf(manager).lockFiles]);

/** A file that is not there, so that nothing else is said of it. */
const ANY_NAME = 'a-source-file';

function assumedIn(dockerfile: Dockerfile, copy: CopyOrAdd): string | undefined {
  for (const { path } of contextSources(copy) ?? []) {
    if (hasWildcard(path)) continue;
    const isFile = /[^/]\.\w+$/.test(path);
    const name = isFile ? path : path === '' ? `src/${ANY_NAME}` : `${path}/${ANY_NAME}`;
    if (isSource(name) && takesFile(dockerfile, copy, name)) return name;
  }
  return undefined;
}
