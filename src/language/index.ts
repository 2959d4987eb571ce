/**
 * What an editor asks about a Dockerfile: completions, hovers, definitions, references, renaming, folds, formatting.
 * Pure functions of a parsed Dockerfile and an offset; every answer is plain data with spans in offsets, so that any
 * editor can use them. The model says what holds where; nothing here parses a Dockerfile of its own.
 */
export { type Completion, type CompletionKind, completionsAt } from './completions/index.js';
export { type Fold, foldsOf } from './folds.js';
export { formatEdits } from './format.js';
export { type Hover, hoverAt } from './hover.js';
export { definitionAt, referencesAt } from './navigate.js';
export { type RenameAnswer, renamableAt, renameAt } from './rename.js';
