/** Scripts that a container starts: their text, where the build context or the Dockerfile itself shows it. */
import {
  baseName,
  type ContextFile,
  type Dockerfile,
  type Instruction,
  lastOf,
  lineage,
  type Run,
  type Stage,
} from '../../model/index.js';
import type { CopyOrAdd } from '../context-files.js';
import { isWithin } from '../files/command-paths.js';
import { absolutePath } from '../files/container-path.js';
import { type Landing, landingsOf } from '../files/copied-files.js';

const PATH = /^\/(?:usr\/(?:local\/)?)?s?bin\//;

/**
 * The text of the file that a path, or the name of a program on the PATH, means in a stage's image. `null`: the stage
 * puts something there that can't be seen; undefined: nothing in this file is known to.
 */
export function scriptFileOf(dockerfile: Dockerfile, stage: Stage, path: string): string | null | undefined {
  const wanted = path.includes('/') ? absolutePath({ workdir: workdirOf(stage) }, path) : undefined;
  const isWanted = (landed: string) =>
    wanted === undefined ? baseName(landed) === path && PATH.test(landed) : landed === wanted;
  for (const { instructions } of lineage(stage))
    for (const instruction of [...instructions].reverse()) {
      const found = textIn(dockerfile, instruction, isWanted, wanted);
      if (found !== undefined) return found;
    }
  return onlyOfThatName(dockerfile, path);
}

function workdirOf(stage: Stage): string | null {
  const last = lastOf(stage, 'WORKDIR');
  if (!last) return stage.base?.workdir ?? '/';
  const written = last.word ? last.scope.expand(last.word) : null;
  return absolutePath(last.scope, written) ?? null;
}

function textIn(
  dockerfile: Dockerfile,
  instruction: Instruction,
  isWanted: (path: string) => boolean,
  wanted: string | undefined,
): string | null | undefined {
  if (instruction.keyword === 'RUN') return writtenIn(instruction, isWanted);
  if (instruction.keyword !== 'COPY' && instruction.keyword !== 'ADD') return undefined;
  for (const landing of landingsOf(dockerfile, instruction)) {
    if (!landing.isFolder && isWanted(landing.path)) return textOf(landing) ?? null;
    const inside = wanted !== undefined && landing.isFolder ? fileInside(landing, wanted) : undefined;
    if (inside) return inside.text ?? null;
  }
  return undefined;
}

function textOf({ copy, source, files }: Landing): string | undefined {
  const heredoc = copy.heredocs.find(({ name }) => name === source);
  return heredoc ? copy.fileText.slice(heredoc.body.start, heredoc.body.end) : onlyFileOf(copy, files)?.text;
}

function onlyFileOf({ keyword }: CopyOrAdd, files: readonly ContextFile[] | undefined): ContextFile | undefined {
  return keyword === 'COPY' && files?.length === 1 ? files[0] : undefined;
}

/** `/app/start.sh` in `COPY . /app`, where the context has the file. */
function fileInside({ path, source, files }: Landing, wanted: string): ContextFile | undefined {
  if (!files || !isWithin(wanted, path)) return undefined;
  const below = wanted.slice(path === '/' ? 1 : path.length + 1);
  return files.find((file) => file.path === (source === '' ? below : `${source}/${below}`));
}

/** `RUN cat <<EOF >/start.sh`; of any other command that writes the file, the text is not known. */
function writtenIn(
  { command, heredocs, scope, fileText }: Run,
  isWanted: (path: string) => boolean,
): string | null | undefined {
  const [heredoc, ...more] = heredocs;
  for (const { name, redirects } of command.script?.commands ?? []) {
    const target = redirects.find((redirect) => /^1?>>?\|?$/.test(redirect.operator))?.target;
    const path = target && absolutePath(scope, target.text);
    if (path === undefined || !isWanted(path)) continue;
    return name === 'cat' && heredoc && more.length === 0 ? fileText.slice(heredoc.body.start, heredoc.body.end) : null;
  }
  return undefined;
}

/** Where COPY can't be followed: a file of that name, if the context has one only. */
function onlyOfThatName({ input }: Dockerfile, path: string): string | undefined {
  const [file, ...more] = (input.context ?? []).filter((one) => baseName(one.path) === baseName(path));
  return more.length === 0 ? file?.text : undefined;
}
