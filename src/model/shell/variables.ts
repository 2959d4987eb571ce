/** The variables of a shell script: where it reads them, and which names it sets itself. */
import { type Command, forEachChild, parse, type SyntaxNode } from 'unbash';
import type { Span } from '../span.js';

/** A name in a script; the span holds nothing but the name. */
export interface ShellName {
  readonly name: string;
  readonly at: Span;
}

export interface ShellVariables {
  /** `$NAME`, `${NAME:-x}`, and a bare name in arithmetic. */
  readonly reads: readonly ShellName[];
  /** Names that the script gives a value, or hands to `export`, `read`, `unset` and the like as a word. */
  readonly sets: readonly ShellName[];
}

/** Commands whose words are names of variables. */
const TAKES_NAMES = new Set(
  'declare export getopts local mapfile printenv read readarray readonly typeset unset'.split(' '),
);
const NAME = /^[A-Za-z_][A-Za-z0-9_]*$/;

/** Reads a script as `readScript` does: `text` is as long as its source, which begins at `offset` in the file. */
export function readShellVariables(text: string, offset: number): ShellVariables {
  const reads: ShellName[] = [];
  const sets: ShellName[] = [];
  const named = (name: string, start: number): ShellName => ({
    name,
    at: { start: offset + start, end: offset + start + name.length },
  });
  const visit = (node: SyntaxNode): void => {
    switch (node.type) {
      case 'SimpleExpansion':
        if (NAME.test(node.text.slice(1))) reads.push(named(node.text.slice(1), node.pos + 1));
        break;
      case 'ParameterExpansion':
        if (NAME.test(node.parameter)) reads.push(named(node.parameter, node.parameterPos));
        break;
      case 'ArithmeticWord':
        if (NAME.test(node.value)) reads.push(named(node.value, node.pos));
        break;
      case 'Assignment':
        sets.push(named(node.name, node.pos));
        break;
      case 'For':
      case 'Select':
        sets.push(named(node.name.value, node.name.pos));
        break;
      case 'Command':
        sets.push(...namesGivenTo(node, named));
        break;
      case 'CommandExpansion':
      case 'ProcessSubstitution':
        // A script in backticks with escapes has places of its own.
        if (node.script?.source) return;
        break;
      default:
    }
    forEachChild(node, visit);
  };
  visit(parse(text.replaceAll('\r\n', ' \n')));
  return { reads, sets };
}

function namesGivenTo({ name, args }: Command, named: (name: string, start: number) => ShellName): ShellName[] {
  if (!name || !TAKES_NAMES.has(name.value)) return [];
  return args.flatMap((word) => (word.type === 'Word' && NAME.test(word.value) ? [named(word.value, word.pos)] : []));
}
