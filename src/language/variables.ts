/**
 * The variables of a file: where ARG and ENV declare them, where they are read, and which declarations are one variable.
 * Declarations of one name are one variable where the later one is in the scope of the earlier, and where both are ARG:
 * a build argument has one name in the whole build.
 */
import type { Arg, Dockerfile, Env, Instruction, KeyValue, Span, Stage } from '../model/index.js';
import { lineage } from '../model/index.js';
import type { Variable } from '../model/scope.js';
import { type ScriptVariables, scriptVariables } from '../model/variables/script-variables.js';
import { builderUses } from '../model/variables/word-variables.js';

/** One `NAME=value` of an ARG or ENV. */
export interface Declaration {
  readonly name: string;
  /** The name. */
  readonly at: Span;
  readonly pair: KeyValue;
  readonly instruction: Arg | Env;
}

/** A place that reads a variable. */
export interface VariableRead {
  readonly name: string;
  /** The name, without `$`, braces and operator. */
  readonly at: Span;
  readonly instruction: Instruction;
  /** What it holds there; undefined where nothing sets it, as far as can be seen. */
  readonly variable: Variable | undefined;
  /** The ARG or ENV that set it last; undefined where that is not in this file. */
  readonly declaration: Declaration | undefined;
}

export interface VariableIndex {
  readonly declarations: readonly Declaration[];
  readonly reads: readonly VariableRead[];
  readonly scripts: readonly ScriptVariables[];
  /** The declarations that are one variable with this one, itself included. */
  variableOf(declaration: Declaration): ReadonlySet<Declaration>;
}

/** Reads the variables of a whole file. */
export function indexVariables(dockerfile: Dockerfile): VariableIndex {
  return new VariableReader(dockerfile).read();
}

/** An instruction, or the trigger of an ONBUILD, which is what uses variables there. */
const acting = (instruction: Instruction): Instruction =>
  instruction.keyword === 'ONBUILD' ? (instruction.trigger ?? instruction) : instruction;

class VariableReader {
  private readonly declarations: Declaration[] = [];
  private readonly reads: VariableRead[] = [];
  private readonly scripts: ScriptVariables[] = [];
  private readonly groups = new Map<Declaration, Set<Declaration>>();

  constructor(private readonly dockerfile: Dockerfile) {}

  read(): VariableIndex {
    const instructions = this.dockerfile.instructions.map(acting);
    for (const instruction of instructions)
      if (instruction.keyword === 'ARG' || instruction.keyword === 'ENV') this.declare(instruction);
    for (const instruction of instructions) this.readsOf(instruction);
    const { declarations, reads, scripts, groups } = this;
    return { declarations, reads, scripts, variableOf: (declaration) => groups.get(declaration) ?? new Set() };
  }

  private declare(instruction: Arg | Env): void {
    for (const pair of instruction.pairs) {
      const declaration = { name: pair.key.text, at: pair.key.at, pair, instruction };
      this.declarations.push(declaration);
      this.groups.set(declaration, new Set([declaration]));
      if (instruction.onbuild) continue;
      const before = this.declarationOf(instruction.scope.variable(declaration.name));
      const sameArgument =
        instruction.keyword === 'ARG' &&
        this.declarations.find(
          (other) =>
            other.name === declaration.name && other.instruction.keyword === 'ARG' && !other.instruction.onbuild,
        );
      for (const other of [before, sameArgument]) if (other) this.join(declaration, other);
    }
  }

  private join(one: Declaration, other: Declaration): void {
    const joined = new Set([...(this.groups.get(one) ?? []), ...(this.groups.get(other) ?? [])]);
    for (const member of joined) this.groups.set(member, joined);
  }

  private declarationOf(variable: Variable | undefined): Declaration | undefined {
    return this.declarations.findLast(
      ({ name, instruction }) => name === variable?.name && instruction === variable.instruction,
    );
  }

  private readsOf(instruction: Instruction): void {
    for (const { name, at } of builderUses(this.dockerfile, instruction)) {
      const sibling = this.siblingOf(instruction, name, at);
      this.add(instruction, name, at, instruction.scope.variable(name), sibling);
    }
    const script = scriptVariables(this.dockerfile, instruction);
    if (!script) return;
    this.scripts.push(script);
    const own = new Set(script.sets.map(({ name }) => name));
    for (const { name, at } of script.reads)
      if (!own.has(name)) this.add(instruction, name, at, this.variableInScript(instruction, name), undefined);
  }

  private add(
    instruction: Instruction,
    name: string,
    at: Span,
    variable: Variable | undefined,
    sibling: Declaration | undefined,
  ): void {
    // An ARG does not reach the builds in which a trigger runs.
    const isHere = !instruction.onbuild || variable?.kind !== 'ARG';
    const declaration = sibling ?? (isHere ? this.declarationOf(variable) : undefined);
    this.reads.push({ name, at, instruction, variable: isHere ? variable : undefined, declaration });
  }

  /** `ARG A=1 B=$A`: an ARG sees what stands before it in its own line. ENV does not. */
  private siblingOf(instruction: Instruction, name: string, at: Span): Declaration | undefined {
    if (instruction.keyword !== 'ARG') return undefined;
    return this.declarations.findLast(
      (other) =>
        other.instruction === instruction &&
        other.name === name &&
        other.at.start < at.start &&
        other.pair.at.end <= at.start,
    );
  }

  /** RUN sees what is in scope; what a container starts sees the environment at the end of the stage. */
  private variableInScript(instruction: Instruction, name: string): Variable | undefined {
    if (instruction.keyword === 'RUN') return instruction.scope.variable(name);
    const env = lastEnv(instruction.stage, name);
    if (!env) {
      const variable = instruction.scope.variable(name);
      return variable?.kind === 'base' ? variable : undefined;
    }
    const after = env.stage?.instructions.find(({ index }) => index > env.index);
    const variable = after?.scope.variable(name);
    return variable?.instruction === env ? variable : { name, kind: 'ENV', value: null, instruction: env };
  }
}

function lastEnv(stage: Stage | undefined, name: string): Env | undefined {
  for (const { instructions } of lineage(stage)) {
    const found = instructions.findLast(
      (instruction): instruction is Env =>
        instruction.keyword === 'ENV' && instruction.pairs.some(({ key }) => key.text === name),
    );
    if (found) return found;
  }
  return undefined;
}
