/** What can change between two builds of a Dockerfile: suggestions for people, not a list of all there is. */
import type { SourceFile } from '../image/index.js';
import { copySourceKind, type Dockerfile } from '../model/index.js';

export interface PossibleChanges {
  /** Paths of the build context. */
  readonly files: readonly string[];
  /** Names that an ARG declares. */
  readonly args: readonly string[];
  /** Images that the file names, the one that the target is built on first. */
  readonly images: readonly string[];
  /** Names of stages, which are possible targets. */
  readonly stages: readonly string[];
}

/** As many files of the context as a person looks through. */
const MOST_FILES = 200;

export function possibleChanges(dockerfile: Dockerfile, sourceFile: SourceFile | undefined): PossibleChanges {
  return {
    files: [...new Set([...(sourceFile ? [sourceFile.path] : []), ...filesOf(dockerfile)])].slice(0, MOST_FILES),
    args: [...new Set(argumentsOf(dockerfile))],
    images: [...new Set(imagesOf(dockerfile))],
    stages: dockerfile.stages.flatMap(({ name }) => name ?? []),
  };
}

function filesOf({ input, instructions }: Dockerfile): string[] {
  if (input.context) return input.context.map(({ path }) => path);
  return instructions.flatMap((copy) => {
    if (copy.keyword !== 'COPY' && copy.keyword !== 'ADD') return [];
    if (copy.keyword === 'COPY' && copy.from) return [];
    const paths = copy.sources.map((source) => copy.scope.expand(source) ?? '');
    return paths.filter((path) => copySourceKind(path) === 'local' && isFile(path));
  });
}

/** A source with an ending is taken for a file, any other one for a folder. */
function isFile(path: string): boolean {
  return /[^/.][^/]*\.\w+$/.test(path) && !/[*?[]/.test(path);
}

function argumentsOf({ instructions }: Dockerfile): string[] {
  return instructions.flatMap((one) => (one.keyword === 'ARG' ? one.pairs.map(({ key }) => key.text) : []));
}

function imagesOf({ target, imageReferences }: Dockerfile): string[] {
  const references = [target?.baseReference, ...imageReferences];
  return references.flatMap((reference) => reference?.name?.text ?? []);
}
