/**
 * COPY and ADD: the key is the text with its variables, the content of what is taken, and the key of what is below.
 * With --link nothing below is part of it; a second step, LINK, puts the copy on top (dockerfile2llb/convert_copy.go).
 */
import { copySourceKind, type Instruction, type Word } from '../../model/index.js';
import { type CopyOrAdd, takesFile } from '../context-files.js';
import { type Both, differs, type Environment } from './environment.js';
import { landedPaths, placesOf } from './landed.js';
import type { Layer } from './layers.js';
import { type Input, makeStep, type Step } from './step.js';
import { pathInStage, takenFrom } from './taken.js';
import type { StageState, World } from './world.js';

/** The step that stands for the instruction, and what it puts into the stage. */
export interface Copied {
  readonly step: Step;
  readonly content: Layer['content'];
}

export function copyStep(world: World, copy: CopyOrAdd, state: StageState, stage: Step['stage']): Copied {
  const { top, environment } = state;
  const input = inputOf(world, copy, environment);
  const changesText = textCause(world, copy, state);
  const own = changesText ?? input?.cause ?? contextCause(world, copy);
  const isLinked = isLink(copy, environment);
  const below = isLinked ? undefined : top;
  const step = makeStep(world.keys, {
    instruction: copy,
    stage,
    definition: ['copy', ...definitionOf(copy, state)],
    own,
    below: world.causeBelow(below),
    kept: input?.kept ?? downloadKept(copy),
    inputs: [...(below ? [below] : []), ...(input ? [input.step] : [])],
  });
  const places = placesOf(world.dockerfile, copy);
  const isNew = changesText !== undefined || input?.cause !== undefined;
  const changed = isNew ? places.map(({ path }) => path) : landedPaths(world.dockerfile, copy, world.effect.files);
  const content = { kind: 'copy', places, changed } as const;
  return { step: isLinked && top ? linkStep(world, step, top) : step, content };
}

function linkStep(world: World, copy: Step, top: Step): Step {
  const { instruction, stage, cause, kept } = copy;
  const reason = world.causeBelow(top);
  return makeStep(world.keys, {
    instruction,
    stage,
    definition: ['link'],
    own: cause,
    below: reason && `Its copy is kept, but linked anew. ${reason}`,
    kept,
    inputs: [top, copy],
  });
}

function downloadKept({ keyword, sources }: CopyOrAdd): string | undefined {
  const isDownload = keyword === 'ADD' && sources.some(({ text }) => copySourceKind(text) !== 'local');
  return isDownload ? 'Every build looks at the address again; what is there is assumed to be the same.' : undefined;
}

/** --link together with --chmod is a plain copy. */
function isLink({ flags }: Instruction, environment: Environment): boolean {
  const link = flags.find(({ name }) => name === 'link');
  const mode = flags.find(({ name }) => name === 'chmod')?.value;
  const isOn =
    link !== undefined && (link.value === undefined || /^true$/i.test(environment.expand(link.value).before));
  return isOn && !(mode && environment.expand(mode).before !== '');
}

function inputOf(world: World, copy: CopyOrAdd, environment: Environment): Input | undefined {
  if (copy.keyword === 'ADD' || !copy.from) return undefined;
  const paths = copy.sources.map((source) => pathInStage(environment.expand(source).before));
  return takenFrom(world, copy, copy.from, paths);
}

function wordsOf({ sources, destination, flags }: CopyOrAdd): Word[] {
  return [...sources, ...(destination ? [destination] : []), ...flags.flatMap(({ value }) => value ?? [])];
}

function definitionOf(copy: CopyOrAdd, { environment, workdir }: StageState): string[] {
  const words = wordsOf(copy).map((word) => environment.expand(word).before);
  const folder = isRelative(copy, environment) ? workdir.before : '';
  const flags = copy.flags.map(({ name }) => name);
  return [copy.keyword, folder, ...flags, ...words, ...heredocs(copy, environment).map(({ before }) => before)];
}

function textCause(world: World, copy: CopyOrAdd, state: StageState): string | undefined {
  const { environment, workdir } = state;
  if (world.isTextChanged(copy)) return 'Its text has changed.';
  const texts = [...wordsOf(copy).map((word) => environment.expand(word)), ...heredocs(copy, environment)];
  if (texts.some(differs)) return 'A variable in it has another value.';
  return isRelative(copy, environment) && differs(workdir) ? 'It copies into another folder.' : undefined;
}

function isRelative({ destination }: CopyOrAdd, environment: Environment): boolean {
  return destination !== undefined && !environment.expand(destination).before.startsWith('/');
}

/** The bodies with the variables in them, unless the name of the heredoc is quoted. */
function heredocs(copy: CopyOrAdd, environment: Environment): Both<string>[] {
  return copy.heredocs.map(({ body, isQuoted }) => {
    const text = copy.fileText.slice(body.start, body.end);
    const names = isQuoted ? [] : [...text.matchAll(/\$\{?([A-Za-z_]\w*)/g)].map(([, name = '']) => name);
    const side = (which: keyof Both) =>
      [text, ...names.map((name) => environment.value(name)?.[which] ?? '')].join('\0');
    return { before: side('before'), after: side('after') };
  });
}

function contextCause({ dockerfile, effect }: World, copy: CopyOrAdd): string | undefined {
  for (const file of effect.files) {
    const isTaken = takesFile(dockerfile, copy, file);
    if (isTaken) return `It takes ${file}, which has changed.`;
    if (isTaken === undefined) return `It may take ${file}, which has changed: a variable in it is not known.`;
  }
  return undefined;
}
