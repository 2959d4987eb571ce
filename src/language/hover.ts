/** What is known of the word at a place. */
import type { BaseImage, Dockerfile, Flag, From, Instruction, Span, Stage } from '../model/index.js';
import { knowBaseImage } from '../model/index.js';
import { PLATFORM_ARGUMENT } from '../model/stage-scope.js';
import { code, type Text, text } from '../model/text.js';
import { PLATFORM_ARGUMENTS } from '../model/variables/predefined-arguments.js';
import { flagWords, MOUNT_KEY_WORDS, MOUNT_TYPE_WORDS } from './flag-words.js';
import { imageFacts } from './image-words.js';
import { INSTRUCTION_WORDS } from './instruction-words.js';
import { type Named, namedAt } from './navigate.js';
import { placeAt, touches } from './place.js';
import { stageName } from './stages.js';
import { originText, valueText } from './variable-words.js';

export interface Hover {
  /** What it is about. */
  readonly at: Span;
  /** One or more paragraphs. */
  readonly paragraphs: readonly Text[];
}

/** What is known of what stands at an offset; undefined where there is nothing to say. */
export function hoverAt(dockerfile: Dockerfile, offset: number): Hover | undefined {
  const place = placeAt(dockerfile, offset);
  if (place.kind === 'blank' || place.kind === 'comment') return undefined;
  const named = namedAt(dockerfile, offset);
  if (named) return namedHover(dockerfile, named);
  const { instruction } = place;
  if (place.kind === 'heredoc') return undefined;
  return (
    keywordHover(instruction, offset) ?? flagHover(dockerfile, instruction, offset) ?? imageHover(dockerfile, offset)
  );
}

function namedHover(dockerfile: Dockerfile, named: Named): Hover {
  if (named.kind === 'stage')
    return { at: named.mention.at, paragraphs: stageParagraphs(dockerfile, named.mention.stage) };
  return { at: named.at, paragraphs: variableParagraphs(dockerfile, named) };
}

function stageParagraphs({ lines, input }: Dockerfile, stage: Stage): Text[] {
  const { from, parent, base } = stage;
  const line = from && ` in line ${lines.lineAt(from.at.start)}`;
  const image = from?.image?.raw;
  const origin = parent
    ? text`It goes on from stage ${code(stageName(parent))}.`
    : image && text`Its base image is ${code(image)}.`;
  const facts = base ? imageFacts(base, input.today) : [];
  return [
    text`Stage ${code(stageName(stage))} begins${line ?? ''}.`,
    ...(origin ? [origin] : []),
    ...(facts.length > 0 ? [[facts.join('. ')]] : []),
  ];
}

function variableParagraphs(
  dockerfile: Dockerfile,
  { name, read, declaration }: Extract<Named, { kind: 'variable' }>,
): Text[] {
  const declared = declaration && variableOf(dockerfile, declaration.instruction, name);
  const variable = read ? read.variable : declared;
  if (!variable) {
    const holds = PLATFORM_ARGUMENTS.get(name);
    const isInFrom = read?.instruction.keyword === 'FROM' && PLATFORM_ARGUMENT.test(name);
    if (isInFrom && holds) return [text`${code(name)} is set by the builder. ${holds}`];
    const line = declaration && dockerfile.lines.lineAt(declaration.at.start);
    if (line) return [text`${code(name)} is set in line ${line}.`];
    return [text`Nothing in this file sets ${code(name)} here, as far as can be seen.`];
  }
  const value =
    typeof variable.value === 'string'
      ? text`${code(name)} is ${variable.value === '' ? 'empty' : code(variable.value)} here.`
      : text`${code(name)}: ${valueText(variable)}.`;
  return [value, [originText(dockerfile, variable)]];
}

/** What a declaration gives the variable: asked of what comes behind it in its stage. */
function variableOf({ instructions }: Dockerfile, declared: Instruction, name: string) {
  const next = instructions.find(({ index, stage }) => index > declared.index && stage === declared.stage);
  const variable = next?.scope.variable(name);
  return variable?.instruction === declared ? variable : undefined;
}

function keywordHover(instruction: Instruction, offset: number): Hover | undefined {
  const { keyword, keywordAt } = instruction;
  if (keyword === 'unknown' || !touches(keywordAt, offset)) return undefined;
  const { does, means } = INSTRUCTION_WORDS[keyword];
  return { at: keywordAt, paragraphs: [[does], [means]] };
}

function flagHover(dockerfile: Dockerfile, instruction: Instruction, offset: number): Hover | undefined {
  const flag = instruction.flags.find(({ at }) => touches(at, offset));
  if (!flag || instruction.keyword === 'unknown') return undefined;
  if (flag.value && touches(flag.value.at, offset)) {
    const inValue = flag.name === 'mount' ? mountHover(dockerfile, flag, offset) : imageHover(dockerfile, offset);
    if (inValue) return inValue;
  }
  const words = flagWords(instruction.keyword, flag.name);
  return words === undefined ? undefined : { at: flag.at, paragraphs: [[words]] };
}

/** The key, or the type, at an offset inside the value of `--mount`. */
function mountHover(dockerfile: Dockerfile, { value }: Flag, offset: number): Hover | undefined {
  if (!value) return undefined;
  const image = imageHover(dockerfile, offset);
  if (image) return image;
  const source = dockerfile.text.slice(value.at.start, value.at.end);
  for (const { 0: entry, index, groups } of source.matchAll(/(?<key>\w+)(?:=(?<value>[^,\s]*))?/g)) {
    const at = { start: value.at.start + index, end: value.at.start + index + entry.length };
    if (!touches(at, offset) || source[index - 1] === '=') continue;
    const key = groups?.['key'] ?? '';
    const type = key === 'type' ? (groups?.['value'] ?? '') : '';
    const words = [MOUNT_KEY_WORDS[key], MOUNT_TYPE_WORDS[type]].filter((known) => known !== undefined);
    if (words.length > 0) return { at, paragraphs: words.map((known) => [known]) };
  }
  return undefined;
}

/** A base image, in FROM, COPY --from or a mount. */
function imageHover(dockerfile: Dockerfile, offset: number): Hover | undefined {
  const reference = dockerfile.imageReferences.find(({ at }) => touches(at, offset));
  if (!reference) return scratchHover(dockerfile, offset);
  const { at, name } = reference;
  if (!name) return { at, paragraphs: [text`Which image ${code(reference.raw)} is can’t be known before the build.`] };
  const base = knowBaseImage(name);
  const facts = base && imageFacts(base, dockerfile.input.today);
  if (!base || !facts?.length) return { at, paragraphs: [text`${code(name.text)} is not in Plimsoll’s tables.`] };
  const [system = '', ...more] = facts;
  return {
    at,
    paragraphs: [text`${code(name.text)}: ${system}`, ...more.map((fact): Text => [`${fact}.`]), ...smaller(base)],
  };
}

function smaller({ smallerVariants }: BaseImage): Text[] {
  const [variant] = smallerVariants;
  return variant ? [text`A smaller image of the same release is ${code(variant.reference)}.`] : [];
}

function scratchHover({ instructions, input }: Dockerfile, offset: number): Hover | undefined {
  const from = instructions.find(
    (one): one is From => one.keyword === 'FROM' && one.image?.text === 'scratch' && touches(one.image.at, offset),
  );
  const base = from?.stage?.base;
  return from?.image && base && { at: from.image.at, paragraphs: imageFacts(base, input.today).map((fact) => [fact]) };
}
