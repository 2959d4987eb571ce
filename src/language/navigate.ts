/** From a stage or a variable to where it gets its name, and to all places that use it. */
import type { Dockerfile, Span } from '../model/index.js';
import { touches } from './place.js';
import { type StageMention, stageMentions } from './stages.js';
import { type Declaration, indexVariables, type VariableIndex, type VariableRead } from './variables.js';

/** What stands at an offset and has a name of this file's own. */
export type Named =
  | { readonly kind: 'stage'; readonly mention: StageMention; readonly mentions: readonly StageMention[] }
  | {
      readonly kind: 'variable';
      readonly name: string;
      readonly at: Span;
      /** Where it is set; undefined where nothing in this file does. */
      readonly declaration: Declaration | undefined;
      /** The place itself, where it reads the variable. */
      readonly read: VariableRead | undefined;
      readonly index: VariableIndex;
    };

/** The stage or variable at an offset. */
export function namedAt(dockerfile: Dockerfile, offset: number): Named | undefined {
  const mentions = stageMentions(dockerfile);
  const mention = mentions.find(({ at }) => touches(at, offset));
  if (mention) return { kind: 'stage', mention, mentions: mentions.filter(({ stage }) => stage === mention.stage) };
  const index = indexVariables(dockerfile);
  const read = index.reads.find(({ at }) => isAtName(dockerfile, at, offset));
  if (read) return { kind: 'variable', name: read.name, at: read.at, declaration: read.declaration, read, index };
  const declaration = index.declarations.find(({ at }) => touches(at, offset));
  return (
    declaration && { kind: 'variable', name: declaration.name, at: declaration.at, declaration, read: undefined, index }
  );
}

/** The `$` and the brace before a name belong to it for a reader. */
function isAtName({ text }: Dockerfile, { start, end }: Span, offset: number): boolean {
  const lead = /\$\{?$/.exec(text.slice(Math.max(start - 2, 0), start))?.[0].length ?? 0;
  return touches({ start: start - lead, end }, offset);
}

/** Where the stage or variable at an offset gets its name: `AS name`, or FROM for a stage without one; ARG or ENV. */
export function definitionAt(dockerfile: Dockerfile, offset: number): Span | undefined {
  const named = namedAt(dockerfile, offset);
  if (named?.kind === 'stage') {
    const { from } = named.mention.stage;
    return from?.as?.name.at ?? from?.keywordAt;
  }
  return named?.declaration?.at;
}

/** Every place of the stage or variable at an offset, its definitions included, in the order of the file. */
export function referencesAt(dockerfile: Dockerfile, offset: number): Span[] {
  const named = namedAt(dockerfile, offset);
  if (!named) return [];
  if (named.kind === 'stage') return named.mentions.map(({ at }) => at);
  const { declaration, index } = named;
  if (!declaration)
    return index.reads.filter(({ name, declaration }) => name === named.name && !declaration).map(({ at }) => at);
  return placesOf(index, declaration);
}

/** Declarations and reads of a variable, in the order of the file. */
export function placesOf(index: VariableIndex, declaration: Declaration): Span[] {
  const declarations = index.variableOf(declaration);
  const reads = index.reads.filter((read) => read.declaration && declarations.has(read.declaration));
  return [...declarations, ...reads].map(({ at }) => at).sort((one, other) => one.start - other.start);
}
