/** What a rule may look at: the model, narrowed to the stages that the rule is about. */
import type { Called } from '../image/files/index-refresh.js';
import { packageCallsIn } from '../image/files/package-calls.js';
import type {
  Dockerfile,
  Healthcheck,
  ImageReference,
  Instruction,
  InstructionOf,
  PackageCall,
  Run,
  RunCommand,
  Stage,
} from '../model/index.js';
import type { Rule, StageSelection } from './rule.js';

/** Options of the configuration that single rules read. */
export interface RuleOptions {
  readonly trustedRegistries: readonly string[];
  readonly labels: Readonly<Record<string, string>>;
}

/** A call of a package manager inside a RUN. */
export interface RunPackageCall extends RunCommand {
  readonly call: PackageCall;
}

export interface RuleContext {
  /** The whole model, all stages. */
  readonly dockerfile: Dockerfile;
  /** The stages that the rule looks at, in order. */
  readonly stages: readonly Stage[];
  readonly options: RuleOptions;
  /** Instructions of these stages, of the keywords named, in order; triggers of ONBUILD where the rule asks for them. */
  readonly instructions: <K extends Instruction['keyword']>(...keywords: readonly K[]) => readonly InstructionOf<K>[];
  /** Every command in the RUNs of these stages. */
  readonly commands: readonly RunCommand[];
  readonly packageCalls: readonly RunPackageCall[];
  /** Calls inside one RUN or HEALTHCHECK. */
  readonly packageCallsOf: (instruction: Run | Healthcheck) => readonly Called[];
  readonly imageReferences: readonly (ImageReference & { readonly stage: Stage })[];
}

/** Makes the contexts of one model; what rules have in common is worked out once. */
export class Contexts {
  private readonly views = new Map<string, View>();

  /** `stagesOf` says which stages a rule looks at; without it, those of its definition. */
  constructor(
    readonly dockerfile: Dockerfile,
    readonly options: RuleOptions,
    private readonly stagesOf: (rule: Rule) => StageSelection = ({ stages }) => stages,
  ) {}

  for(rule: Rule): RuleContext {
    const selection = this.stagesOf(rule);
    const key = `${selection} ${rule.onbuild ?? false}`;
    const known = this.views.get(key);
    if (known) return known;
    const view = new View(this, selection, rule.onbuild ?? false);
    this.views.set(key, view);
    return view;
  }
}

class View implements RuleContext {
  readonly dockerfile: Dockerfile;
  readonly options: RuleOptions;
  readonly stages: readonly Stage[];
  private readonly byKeyword = new Map<string, Instruction[]>();
  private runCommands: readonly RunCommand[] | undefined;
  private runCalls: readonly RunPackageCall[] | undefined;

  constructor(contexts: Contexts, selection: StageSelection, onbuild: boolean) {
    this.dockerfile = contexts.dockerfile;
    this.options = contexts.options;
    this.stages = this.dockerfile.stages.filter(
      (stage) =>
        selection === 'all' || (selection === 'shipped' && stage.isShipped) || (selection === 'final' && stage.isFinal),
    );
    const selected = new Set(this.stages);
    for (const instruction of this.dockerfile.instructions) {
      if (instruction.stage ? !selected.has(instruction.stage) : selection !== 'all') continue;
      this.file(instruction);
      if (onbuild && instruction.keyword === 'ONBUILD' && instruction.trigger) this.file(instruction.trigger);
    }
  }

  private file(instruction: Instruction): void {
    const list = this.byKeyword.get(instruction.keyword);
    if (list) list.push(instruction);
    else this.byKeyword.set(instruction.keyword, [instruction]);
  }

  readonly instructions = <K extends Instruction['keyword']>(
    ...keywords: readonly K[]
  ): readonly InstructionOf<K>[] => {
    const [only, ...more] = keywords;
    const lists = keywords.map((keyword) => (this.byKeyword.get(keyword) ?? []) as InstructionOf<K>[]);
    if (only !== undefined && more.length === 0) return lists[0] ?? [];
    return lists.flat().sort((one, other) => one.at.start - other.at.start);
  };

  get commands(): readonly RunCommand[] {
    this.runCommands ??= this.instructions('RUN').flatMap((run) =>
      (run.command.script?.commands ?? []).map((command) => ({ command, run })),
    );
    return this.runCommands;
  }

  get packageCalls(): readonly RunPackageCall[] {
    this.runCalls ??= this.instructions('RUN').flatMap((run) =>
      this.packageCallsOf(run).map(({ call, command }) => ({ call, command, run })),
    );
    return this.runCalls;
  }

  readonly packageCallsOf: RuleContext['packageCallsOf'] = packageCallsIn;

  get imageReferences(): readonly (ImageReference & { readonly stage: Stage })[] {
    const selected = new Set(this.stages);
    return this.dockerfile.imageReferences.filter((reference) => selected.has(reference.stage));
  }
}
