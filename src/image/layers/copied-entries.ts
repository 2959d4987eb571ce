/** What a COPY or ADD brings into a stage. */
import type { ContextFile, Dockerfile, Stage } from '../../model/index.js';
import { copySourceKind, knowBaseImage, parseImageName, type Word } from '../../model/index.js';
import { NOTHING, type Size, sizeOf, UNKNOWN } from '../amount.js';
import {
  belowSource,
  type CopyOrAdd,
  excludedBy,
  type SourcePattern,
  sourcePattern,
  visibleFiles,
} from '../context-files.js';
import { absolute } from '../files/command-paths.js';
import { type Landing, landingsOf } from '../files/copied-files.js';
import { hasWildcard } from '../path-pattern.js';
import { sizeOfFiles } from '../tar.js';
import { type Entry, type KnownFile, movedTo } from './entry.js';
import type { StageFiles } from './stage-files.js';

/** What is known of the stages that come before. */
export type FilesOf = (stage: Stage) => StageFiles;

export function copiedEntries(dockerfile: Dockerfile, copy: CopyOrAdd, filesOf: FilesOf): Entry[] {
  const landings = landingsOf(dockerfile, copy);
  const heredocs = copy.heredocs.map((heredoc, index): Entry => {
    const text = copy.fileText.slice(heredoc.body.start, heredoc.body.end);
    const { path } = landings[index] ?? { path: '/' };
    const file = { path, bytes: new TextEncoder().encode(text).length, origin: text };
    return { ...basics(copy, heredoc.name), path, isFolder: false, files: [file], size: sizeOfFiles([file.bytes], 0) };
  });
  const behind = landings.slice(copy.heredocs.length);
  return [...heredocs, ...copy.sources.flatMap((word) => entriesOfSource({ dockerfile, copy, filesOf }, word, behind))];
}

interface Situation {
  readonly dockerfile: Dockerfile;
  readonly copy: CopyOrAdd;
  readonly filesOf: FilesOf;
}

function entriesOfSource(situation: Situation, word: Word, landings: readonly Landing[]): Entry[] {
  const { dockerfile, copy } = situation;
  const source = copy.scope.expand(word);
  const landing = landings.find((one) => one.written === word);
  if (source === null || !landing) return [unknownEntry(copy, word.text, landing?.path)];
  if (copy.keyword === 'COPY' && copy.from) return entriesOfStage(situation, source, landing);
  const isFetched = copySourceKind(source) !== 'local';
  if (isFetched || isArchive(copy, source)) return [unknownEntry(copy, source, landing.path)];
  const pattern = sourcePattern(source);
  const visible = visibleFiles(dockerfile.input);
  if (!pattern || !visible) return [unknownEntry(copy, source, landing.path, landing.isFolder)];
  const excluded = excludedBy(copy);
  const files = visible.filter((one) => pattern.takes(one.path) && !excluded.ignores(belowSource(pattern, one.path)));
  return [
    entryOfFiles(
      copy,
      source,
      landing,
      files.map((file) => placed(copy, landing, pattern, file)),
    ),
  ];
}

/** ADD unpacks an archive of the context. */
function isArchive({ keyword }: CopyOrAdd, source: string): boolean {
  return keyword === 'ADD' && /\.(tar|tgz|tbz2?|txz|tar\.\w+)$/.test(source);
}

function basics({ keyword }: CopyOrAdd, source: string): Pick<Entry, 'key' | 'what' | 'place'> {
  return { key: `${keyword} ${source}`, what: `what ${keyword} takes from ${source}`, place: 'path' };
}

function unknownEntry(copy: CopyOrAdd, source: string, path: string | undefined, isFolder = true): Entry {
  const place = path === undefined ? 'anywhere' : 'path';
  return { ...basics(copy, source), place, path: path ?? '/', isFolder, size: UNKNOWN };
}

function entryOfFiles(copy: CopyOrAdd, source: string, landing: Landing, files: KnownFile[]): Entry {
  const folders = new Set(files.map(({ path }) => path.slice(0, path.lastIndexOf('/')))).size;
  const { path, isFolder } = landing;
  const size = sizeOfFiles(
    files.map(({ bytes }) => bytes),
    isFolder ? folders : 0,
  );
  return { ...basics(copy, source), path, isFolder, files, size };
}

/** Where a file of the context lands, and what makes it the same file as another one. */
function placed(copy: CopyOrAdd, landing: Landing, pattern: SourcePattern, { path, bytes }: ContextFile): KnownFile {
  const flags = copy.flags.flatMap(({ name, value }) =>
    name === 'chown' || name === 'chmod' ? [`${name}=${value?.text}`] : [],
  );
  const keepsFolders = copy.flags.some(({ name }) => name === 'parents');
  const below = keepsFolders ? path : contentOf(pattern, path);
  const isFile = !keepsFolders && pattern.path === path && !landing.isFolder;
  const place = isFile ? landing.path : (absolute(`${landing.path}/${below}`, '/') ?? landing.path);
  return { path: place, bytes, origin: [path, ...flags].join(' '), context: path };
}

/** What a wildcard matches as a folder is copied without the folder. */
function contentOf(pattern: SourcePattern, path: string): string {
  const below = belowSource(pattern, path);
  const isInFolder = hasWildcard(pattern.path) && path.split('/').length > pattern.path.split('/').length;
  return isInFolder ? below.slice(below.indexOf('/') + 1) : below;
}

function entriesOfStage({ copy, filesOf }: Situation, source: string, landing: Landing): Entry[] {
  const from = absolute(source, '/') ?? '/';
  const stage = copy.stage?.uses.find(({ instruction }) => instruction === copy)?.stage;
  if (!stage) return [{ ...unknownEntry(copy, source, landing.path), ...imageSize(copy, from) }];
  const found = filesOf(stage).visibleAt(from);
  const exact = found.filter((entry) => entry.place === 'path' && !entry.isFolder && entry.path === from);
  const entries = exact.length > 0 ? exact : found;
  const to = landing.path;
  return entries.map((entry) => {
    const { key, what, size } = entry;
    const spread = { path: to, isFolder: true, place: from === '/' ? 'system' : 'path' } as const;
    const there = entry.place === 'path' ? movedTo(entry, from, to) : { ...entry, ...spread };
    return { ...there, size, key: `${key} from ${from}`, what: `${what}, copied from ${nameOf(stage)}` };
  });
}

function nameOf({ name, index }: Stage): string {
  return name ?? `stage ${index}`;
}

/** The whole of an image has its size; what a part of it has is not known. */
function imageSize({ keyword, ...copy }: CopyOrAdd, from: string): { key: string; size: Size } {
  const text = 'from' in copy && copy.from ? (copy.scope.expand(copy.from) ?? copy.from.text) : '';
  const name = parseImageName(text);
  const image = typeof name === 'string' ? undefined : knowBaseImage(name);
  const key = `${keyword} ${from} of ${text}`;
  if (from !== '/' || image?.unpackedBytes === undefined || image.compressedBytes === undefined)
    return { key, size: text === 'scratch' ? NOTHING : UNKNOWN };
  return { key, size: sizeOf(image.unpackedBytes, image.compressedBytes) };
}
