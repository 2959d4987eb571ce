/** COPY and ADD in plain words: what is taken, from where, and where it goes. */
import { belowSource, type CopyOrAdd, contextSources, excludedBy, visibleFiles } from '../image/context-files.js';
import { copySourceKind, type Dockerfile, type Instruction, type Stage, type Word } from '../model/index.js';
import { code, type Text, text } from '../model/text.js';
import { bytesOf, counted, list, sentence, shownCode, valueOf, wordText } from './words.js';

export function copySentences(dockerfile: Dockerfile, copy: CopyOrAdd): Text[] {
  const parts = [...heredocPhrases(dockerfile, copy), ...sourcePhrases(dockerfile, copy)];
  if (parts.length === 0 || !copy.destination) return [sentence([copy.keyword, ' says too little to copy anything'])];
  return [...parts.map((part) => sentence(part)), ...flagSentences(copy)];
}

/** Where it goes: with the working directory where the path is relative. */
function destinationOf({ destination, scope }: CopyOrAdd): Text {
  if (!destination) return ['nowhere'];
  const value = scope.expand(destination);
  if (value === null || /^(?:\/|[A-Za-z]:)/.test(value)) return valueOf(destination, scope);
  if (scope.workdir === null) return text`${shownCode(value)} in the working directory, which is unknown`;
  const below = value.replace(/^(?:\.\/)+|^\.$/, '');
  return [code(below === '' ? scope.workdir : `${scope.workdir.replace(/\/$/, '')}/${below}`)];
}

function heredocPhrases({ text: file }: Dockerfile, copy: CopyOrAdd): Text[] {
  return copy.heredocs.map(({ body, name }) => {
    const lines = file.slice(body.start, body.end).split('\n').length - 1;
    const destination = copy.destination && wordText(copy.destination, copy.scope);
    const isFolder = destination?.endsWith('/') || copy.heredocs.length + copy.sources.length > 1;
    const path = isFolder ? text`${destinationOf(copy)}, as ${shownCode(name)}` : destinationOf(copy);
    return text`writes the heredoc (${counted(lines, 'line')}) to ${path}`;
  });
}

function sourcePhrases(dockerfile: Dockerfile, copy: CopyOrAdd): Text[] {
  const { keyword, sources } = copy;
  if (keyword === 'COPY' && copy.from)
    return [text`copies ${sourceList(copy, sources)} out of ${originOf(copy, copy.from)} to ${destinationOf(copy)}`];
  if (keyword === 'COPY') return sources.length > 0 ? [contextPhrase(dockerfile, copy, sources)] : [];
  const kindOf = (word: Word) => copySourceKind(wordText(word, copy.scope));
  const local = sources.filter((word) => kindOf(word) === 'local');
  const phrases = sources.flatMap((word): Text[] => {
    if (kindOf(word) === 'git')
      return [text`clones the Git repository ${valueOf(word, copy.scope)} to ${destinationOf(copy)}`];
    return kindOf(word) === 'url' ? [text`downloads ${valueOf(word, copy.scope)} to ${destinationOf(copy)}`] : [];
  });
  return local.length > 0 ? [contextPhrase(dockerfile, copy, local), ...phrases] : phrases;
}

function contextPhrase(dockerfile: Dockerfile, copy: CopyOrAdd, sources: readonly Word[]): Text {
  const values = sources.map((word) => copy.scope.expand(word));
  const isAll = values.some((value) => value !== null && /^\.?\/?(?:\.\/?)?$/.test(value));
  const archives = copy.keyword === 'ADD' && values.some((value) => value !== null && isArchive(value));
  if (isAll)
    return text`copies everything in the build context that .dockerignore lets through to ${destinationOf(copy)}${takenWords(dockerfile, copy)}`;
  const verb = archives ? 'unpacks' : 'copies';
  return text`${verb} ${sourceList(copy, sources)} from the build context to ${destinationOf(copy)}${takenWords(dockerfile, copy)}`;
}

/** How much that is, where the build context is known. */
function takenWords({ input }: Dockerfile, copy: CopyOrAdd): Text {
  const files = visibleFiles(input);
  const patterns = contextSources(copy);
  if (!files || !patterns) return [];
  const excluded = excludedBy(copy);
  const taken = files.filter(({ path }) =>
    patterns.some((pattern) => pattern.takes(path) && !excluded.ignores(belowSource(pattern, path))),
  );
  const bytes = taken.reduce((sum, file) => sum + file.bytes, 0);
  return taken.length === 0
    ? [', of which the build context has none']
    : [`, ${counted(taken.length, 'file')} of ${bytesOf(bytes)}`];
}

/** ADD unpacks these where they are local and really archives. */
function isArchive(path: string): boolean {
  return /\.(?:tar(?:\.(?:gz|bz2|xz|zst))?|tgz|tbz2?|txz)$/.test(path);
}

function sourceList({ scope }: CopyOrAdd, sources: readonly Word[]): Text {
  if (sources.length === 0) return ['nothing'];
  return list(sources.map((word) => valueOf(word, scope)));
}

/** A stage, an image, or a name that only the builder knows. */
export function originOf({ stage, scope }: Instruction, from: Word): Text {
  const use = stage?.uses.find((candidate) => candidate.from === from);
  if (use?.stage) return text`the stage ${stageCode(use.stage)}`;
  const isStageNumber = /^\d+$/.test(from.text);
  if (use?.isInvalid || isStageNumber) return text`${valueOf(from, scope)}, which is no stage above`;
  return text`the image (or named context) ${valueOf(from, scope)}`;
}

/** A stage by its name or number. */
export function stageCode({ name, index }: Pick<Stage, 'name' | 'index'>): Text {
  return [code(name ?? String(index))];
}

const FLAGS: Readonly<Record<string, (value: Text) => Text>> = {
  chown: (value) => text`The files belong to ${value}.`,
  chmod: (value) => text`The files get the permissions ${value}.`,
  exclude: (value) => text`Leaves out ${value}.`,
  checksum: (value) => text`Fails unless the checksum is ${value}.`,
};

function flagSentences(copy: CopyOrAdd): Text[] {
  return copy.flags.flatMap(({ name, value }) => {
    const say = FLAGS[name];
    if (say && value) return [say(valueOf(value, copy.scope))];
    if (name === 'link') return [['Puts the files into a layer that does not depend on what is below.']];
    return name === 'parents' ? [['Keeps the folders of the sources.']] : [];
  });
}
