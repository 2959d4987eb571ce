/** Another name for a variable. */
import { type Dockerfile, isBuiltOn, type Span } from '../model/index.js';
import { isPredefinedArgument } from '../model/variables/predefined-arguments.js';
import type { ScriptVariables } from '../model/variables/script-variables.js';
import { type Named, placesOf } from './navigate.js';
import type { RenameAnswer } from './rename.js';
import type { Declaration } from './variables.js';

type NamedVariable = Extract<Named, { kind: 'variable' }>;

/** Why the variable can't be renamed at all. */
export function variableObstacle(dockerfile: Dockerfile, named: NamedVariable): string | undefined {
  const { name, declaration, index, read } = named;
  if (!declaration) {
    if (read?.variable?.kind === 'base') return `The base image sets ${name}.`;
    return `No ARG or ENV of this file sets ${name} here.`;
  }
  if (isPredefinedArgument(name)) return `The builder knows ${name} by this name.`;
  if (name === 'PATH') return 'Every program looks for others in PATH, under this name.';
  if (dockerfile.input.buildArguments?.[name] !== undefined) return `The build is given a value for ${name}.`;
  const declarations = [...index.variableOf(declaration)];
  if (declarations.some(({ instruction }) => instruction.scope.base?.environment?.[name] !== undefined))
    return `The base image sets ${name} too, and that value would show again.`;
  const line = (at: Span) => dockerfile.lines.lineAt(at.start);
  const trigger = index.declarations.find((other) => other.name === name && other.instruction.onbuild);
  if (trigger) return `The ONBUILD in line ${line(trigger.at)} sets ${name} in other builds.`;
  const unclear = index.scripts.find((script) => isUnclear(dockerfile, declarations, script, name));
  return (
    unclear && `Line ${line(unclear.instruction.at)} uses ${name} in a way that can’t be followed. Rename it by hand.`
  );
}

/** `os.environ["`, `process.env.`, `getenv("`, `ENV["`: other languages, in a string or a heredoc. */
const FROM_ENVIRONMENT = '(?:environ|getenv|process\\.env|\\bENV)\\b\\W{1,3}(?:get\\W{1,3})?';

/** The script may read the variable somewhere that is not known, or makes a variable of its own out of it. */
function isUnclear(
  { text }: Dockerfile,
  declarations: readonly Declaration[],
  { instruction, reads, sets, at, isReadable }: ScriptVariables,
  name: string,
): boolean {
  if (!at || !declarations.some((declaration) => mayReach(declaration, instruction))) return false;
  const source = text.slice(at.start, at.end);
  if (!isReadable) return new RegExp(`(?<!\\w)${name}(?!\\w)`, 'i').test(source);
  if (new RegExp(`${FROM_ENVIRONMENT}${name}(?!\\w)`).test(source)) return true;
  const isSet = sets.some((set) => set.name === name);
  if (isSet) return reads.some((read) => read.name === name) || /\b(?:export|unset|printenv)\b/.test(source);
  const known = new Set(reads.filter((read) => read.name === name).map((read) => read.at.start));
  for (const { index: dollar, 0: lead } of source.matchAll(new RegExp(`\\$\\{?[#!]?(?=${name}(?!\\w))`, 'g')))
    if (!known.has(at.start + dollar + lead.length)) return true;
  return false;
}

/** Whether a script may see it: one of RUN sees what is in scope, one of a container every ENV of its stages. */
function mayReach({ name, instruction }: Declaration, reader: ScriptVariables['instruction']): boolean {
  if (!instruction.stage) return false;
  if (reader.keyword === 'RUN') return reader.scope.variable(name)?.instruction === instruction;
  return instruction.keyword === 'ENV' && isBuiltOn(reader.stage, instruction.stage);
}

/** The edits that rename the variable, or why it can't have that name. */
export function renameVariable(dockerfile: Dockerfile, named: NamedVariable, name: string): RenameAnswer {
  const reason = variableObstacle(dockerfile, named) ?? nameProblem(dockerfile, named, name);
  if (reason) return { kind: 'refused', reason };
  const { declaration, index } = named;
  if (!declaration || name === named.name) return { kind: 'edits', edits: [] };
  return { kind: 'edits', edits: placesOf(index, declaration).map((at) => ({ ...at, text: name })) };
}

function nameProblem(dockerfile: Dockerfile, { name: before, index }: NamedVariable, name: string): string | undefined {
  if (name === before) return undefined;
  if (!/^[A-Za-z_][A-Za-z0-9_]*$/.test(name))
    return 'A variable’s name holds letters, digits and underscores, and does not begin with a digit.';
  if (isPredefinedArgument(name) || name === 'PATH') return `The builder means something else by ${name}.`;
  if (dockerfile.input.buildArguments?.[name] !== undefined) return `The build is given a value for ${name}.`;
  const scripts = index.scripts.flatMap(({ reads, sets }) => [...reads, ...sets]);
  const taken = [...index.declarations, ...index.reads, ...scripts].find((other) => other.name === name);
  if (taken) return `Line ${dockerfile.lines.lineAt(taken.at.start)} uses ${name} already.`;
  const isInBase = dockerfile.stages.some(({ base }) => base?.environment?.[name] !== undefined);
  return isInBase ? `The base image sets ${name}.` : undefined;
}
