/** Builds the stage graph and the scopes while the file is read. */
import type { BuildInput } from './build-input.js';
import type { BaseImage } from './images/base-image.js';
import { knowBaseImage, SCRATCH } from './images/knowledge.js';
import { isPlatform } from './images/platform.js';
import { type ImageNameProblem, type ImageReference, parseImageName } from './images/reference.js';
import type { Arg, From, Instruction, InstructionOf } from './instruction.js';
import type { Problem } from './problems.js';
import type { Scope } from './scope.js';
import { type Stage, type StageUse, shortCutFrom } from './stage.js';
import { stageCycles } from './stage-cycle.js';
import { type LineScope, PLATFORM_ARGUMENT } from './stage-scope.js';
import type { Comment } from './syntax/reader.js';
import { expand, type Word } from './syntax/word.js';

type Mutable<T> = { -readonly [K in keyof T]: T[K] };

interface OpenStage extends Mutable<Omit<Stage, 'instructions' | 'uses'>> {
  instructions: Instruction[];
  uses: StageUse[];
}

interface StageReference extends ImageReference {
  readonly stage: Stage;
}

export class StageBuilder {
  private readonly stages: OpenStage[] = [];
  private readonly byName = new Map<string, OpenStage>();
  private readonly globalArguments: Arg[] = [];
  private readonly imageReferences: StageReference[] = [];
  /** What holds behind the last line of each stage so far. */
  private readonly scopes = new Map<Stage, LineScope>();
  /** Names in COPY --from and mounts that are no image's; a stage that comes later may have them. */
  private readonly invalidNames: { from: Word; reason: ImageNameProblem }[] = [];
  private current: OpenStage | undefined;

  constructor(
    private readonly input: BuildInput,
    private readonly problems: Problem[],
    /** What holds behind the last line that stands in no stage. */
    private globalScope: LineScope,
    /** Of a file that was read before. */
    private readonly isVersion: boolean,
  ) {}

  get hasStage(): boolean {
    return this.current !== undefined;
  }

  leaveStage(): void {
    this.current = undefined;
  }

  /** A fragment without FROM stands in a stage with an unknown base. */
  openImplicitStage(): void {
    if (this.stages.length === 0 || !this.current) this.open(undefined, undefined, undefined, undefined);
  }

  /** Where an instruction stands that is read next, with the comments above it. */
  surroundings(comments: readonly Comment[]): { stage: Stage | undefined; scope: Scope } {
    const scope = this.scope.belowComments(comments, this.isVersion);
    this.scope = scope;
    return { stage: this.current, scope };
  }

  private get scope(): LineScope {
    return (this.current && this.scopes.get(this.current)) ?? this.globalScope;
  }

  private set scope(scope: LineScope) {
    if (this.current) this.scopes.set(this.current, scope);
    else this.globalScope = scope;
  }

  /** Takes an instruction into its stage; a FROM opens one. */
  add(instruction: Instruction): Instruction {
    if (instruction.keyword === 'FROM') return this.addFrom(instruction);
    const stage = this.current;
    this.scope = this.scope.after(instruction, this.isVersion);
    if (!stage) {
      if (instruction.keyword === 'ARG') this.globalArguments.push(instruction);
      return instruction;
    }
    stage.instructions.push(instruction);
    const visible = instruction.keyword === 'ONBUILD' ? instruction.trigger : instruction;
    if (visible?.keyword === 'COPY') this.addUse(stage, visible, visible.from, 'COPY --from');
    if (visible?.keyword === 'RUN')
      for (const mount of visible.mounts) this.addUse(stage, visible, mount.from, 'RUN --mount');
    return instruction;
  }

  private addFrom(from: From): From {
    const image = from.image;
    const value = image ? expand(image, this.lookupGlobal) : null;
    const parent = value === null ? undefined : this.byName.get(value);
    const reference = image && !parent ? this.reference(image, value, 'FROM') : undefined;
    const stage = this.open(from, parent, reference, value);
    if (reference) this.imageReferences.push({ ...reference, stage });
    const placed: From = Object.assign(from, { stage });
    this.checkPlatform(from);
    const name = from.as?.name.raw.toLowerCase();
    stage.name = name;
    if (name) this.byName.set(name, stage);
    return placed;
  }

  /** Variables of FROM: global arguments, given build arguments, and the platform arguments, whose values are unknown. */
  private readonly lookupGlobal = (name: string): string | null | undefined => {
    const variable = this.globalScope.variable(name);
    if (variable) return variable.value === undefined ? (this.input.buildArguments?.[name] ?? null) : variable.value;
    return PLATFORM_ARGUMENT.test(name) ? null : undefined;
  };

  private checkPlatform(from: From): void {
    const flag = from.flags.find((candidate) => candidate.name === 'platform');
    const value = flag?.value && expand(flag.value, this.lookupGlobal);
    if (flag?.value?.raw && typeof value === 'string' && !isPlatform(value))
      this.problems.push({ variant: 'platform', at: flag.value.at, platform: value });
  }

  private reference(word: Word, value: string | null, origin: ImageReference['origin']): ImageReference | undefined {
    if (value === 'scratch') return undefined;
    const parsed = value === null ? undefined : parseImageName(value);
    if (typeof parsed === 'string')
      this.problems.push({ variant: 'image-reference', at: word.at, reference: value ?? '', reason: parsed });
    const name = typeof parsed === 'string' ? undefined : parsed;
    return { at: word.at, origin, name, raw: word.raw };
  }

  private open(
    from: From | undefined,
    parent: OpenStage | undefined,
    reference: ImageReference | undefined,
    value: string | null | undefined,
  ): OpenStage {
    const base = parent ? parent.base : this.know(reference, value);
    const unrooted: Omit<OpenStage, 'root'> = {
      index: this.stages.length,
      name: undefined,
      from,
      instructions: [],
      parent,
      depth: parent ? parent.depth + 1 : 0,
      shortCut: shortCutFrom(parent),
      baseReference: parent ? parent.baseReference : reference,
      base,
      uses: [],
      isFinal: false,
      isShipped: false,
      isReachable: false,
    };
    const stage: OpenStage = Object.assign(unrooted, { root: parent?.root ?? (unrooted as OpenStage) });
    this.stages.push(stage);
    this.current = stage;
    const inherited = parent && this.scopes.get(parent);
    this.scopes.set(stage, inherited ?? this.globalScope.inStage(from ? base : 'fragment'));
    return stage;
  }

  private know(reference: ImageReference | undefined, value: string | null | undefined): BaseImage | undefined {
    if (value === 'scratch') return SCRATCH;
    return reference?.name && knowBaseImage(reference.name);
  }

  private addUse(
    stage: OpenStage,
    instruction: InstructionOf<'COPY'> | InstructionOf<'RUN'>,
    from: Word | undefined,
    origin: ImageReference['origin'],
  ): void {
    if (!from) return;
    const text = from.text.toLowerCase();
    const target = /^\d+$/.test(text) ? this.stages[Number(text)] : this.byName.get(text);
    const isInvalid = target === stage || (/^\d+$/.test(text) && (!target || target.index >= stage.index));
    stage.uses.push({ from, instruction, stage: isInvalid ? undefined : target, isInvalid });
    if (target || isInvalid || from.variables.length > 0 || text === '') return;
    const parsed = parseImageName(from.text);
    if (typeof parsed !== 'string')
      this.imageReferences.push({ at: from.at, origin, name: parsed, raw: from.raw, stage });
    else this.invalidNames.push({ from, reason: parsed });
  }

  finish(): {
    stages: readonly Stage[];
    target: Stage | undefined;
    globalArguments: readonly Arg[];
    imageReferences: readonly StageReference[];
  } {
    this.namesThatComeLater();
    this.refuseInvalidNames();
    this.problems.push(...stageCycles(this.stages, (name) => this.stageNamed(name)));
    const wanted = this.input.target?.toLowerCase();
    const named = wanted === undefined ? undefined : (this.byName.get(wanted) ?? this.stages[Number(wanted)]);
    const target = named ?? this.stages.at(-1);
    if (target) markTarget(target);
    this.refuseMissingFrom();
    return {
      stages: this.stages,
      target,
      globalArguments: this.globalArguments,
      imageReferences: this.imageReferences.filter((reference) => !this.isLaterName(reference)),
    };
  }

  /** `COPY --from=x` above `FROM … AS x` names that stage, wrongly, and no image. */
  private namesThatComeLater(): void {
    for (const stage of this.stages)
      stage.uses = stage.uses.map((use) => {
        const later = use.stage ? undefined : this.byName.get(use.from.text.toLowerCase());
        return later ? { ...use, isInvalid: true } : use;
      });
  }

  private stageNamed(name: string): Stage | undefined {
    return this.byName.get(name.toLowerCase()) ?? (/^\d+$/.test(name) ? this.stages[Number(name)] : undefined);
  }

  private refuseInvalidNames(): void {
    for (const { from, reason } of this.invalidNames)
      if (!this.stageNamed(from.text))
        this.problems.push({ variant: 'image-reference', at: from.at, reference: from.text, reason });
  }

  private isLaterName(reference: StageReference): boolean {
    return reference.origin !== 'FROM' && this.byName.has(reference.raw.toLowerCase());
  }

  /** Said once: for instructions above a FROM at the first of them, for a fragment at its first instruction. */
  private refuseMissingFrom(): void {
    const [stage] = this.stages;
    const first = stage?.from ? undefined : (stage?.instructions[0] ?? this.globalArguments[0]);
    if (!first) return;
    if (stage && this.stages.length > 1) {
      for (const instruction of stage.instructions)
        this.problems.push({ variant: 'before-from', at: instruction.keywordAt, keyword: instruction.keywordText });
    } else this.problems.push({ variant: 'missing-from', at: first.keywordAt });
  }
}

function markTarget(target: OpenStage): void {
  target.isFinal = true;
  for (let stage: OpenStage | undefined = target; stage; stage = stage.parent as OpenStage | undefined)
    stage.isShipped = true;
  const open = [target];
  for (let stage = open.pop(); stage; stage = open.pop()) {
    if (stage.isReachable) continue;
    stage.isReachable = true;
    const needed = [stage.parent, ...stage.uses.map((use) => use.stage)];
    open.push(...(needed.filter((member) => member !== undefined) as OpenStage[]));
  }
}
