/** The layers of the image that the target ships, with what is stored in each and what of it is wasted. */
import type { Dockerfile, Instruction, InstructionOf, Stage } from '../../model/index.js';
import { addSizes, NOTHING, type Size, sizeOf } from '../amount.js';
import type { Tables } from '../tables.js';
import { TAR_END, tarBytes } from '../tar.js';
import { copiedEntries } from './copied-entries.js';
import type { Entry } from './entry.js';
import { applyRun } from './run-effects.js';
import type { Waste } from './stage-files.js';
import { childOf, type StageState, stateOfBase } from './stage-state.js';

export type { Waste } from './stage-files.js';

type LayerInstruction = InstructionOf<'FROM' | 'RUN' | 'COPY' | 'ADD' | 'WORKDIR'>;

export interface Layer {
  /** Undefined for the base of a fragment without FROM. */
  readonly instruction: LayerInstruction | undefined;
  readonly size: Size;
  /** What of it a later layer hides or stores again. */
  readonly wasted: Size;
  readonly entries: readonly Entry[];
  /** What its bytes are, in a few words. */
  readonly why: string;
}

export interface Layers {
  /** The base image is the first, however many layers it has itself. */
  readonly layers: readonly Layer[];
  readonly waste: readonly Waste[];
  readonly size: Size;
  /** What can be seen in the files of a stage at its end. */
  readonly filesOf: (stage: Stage) => readonly Entry[];
}

/** What is stored in the image, layer by layer. */
export interface Stored {
  readonly layers: readonly Pick<Layer, 'entries'>[];
}

/** As `predictLayers`, without what is only for people. */
export function predictStored(dockerfile: Dockerfile, tables: Tables): Stored | undefined {
  const { target } = dockerfile;
  const files = target && new Work(dockerfile, tables).stateOf(target).files;
  return files && { layers: files.byLayer().map((entries) => ({ entries })) };
}

/** Predicts the layers of the target's image; undefined where there is no stage. */
export function predictLayers(dockerfile: Dockerfile, tables: Tables): Layers | undefined {
  const { target } = dockerfile;
  if (!target) return undefined;
  const work = new Work(dockerfile, tables);
  const { files } = work.stateOf(target);
  const layers = files.byLayer().map((entries, number): Layer => {
    const wasted = files.waste.flatMap((one) => (one.layer === number ? [one.size] : []));
    const size = sizeOfLayer(entries, number);
    return {
      instruction: work.instructionsOf(target)[number],
      size,
      wasted: addSizes(wasted),
      entries,
      why: reasonFor(entries),
    };
  });
  return {
    layers,
    waste: files.waste,
    size: addSizes(layers.map(({ size }) => size)),
    filesOf: (stage) => work.stateOf(stage).files.visibleAt('/'),
  };
}

/** Every layer of ours is a tar of its own: even an empty one has an end. */
function sizeOfLayer(entries: readonly Entry[], number: number): Size {
  const frame = number === 0 ? NOTHING : sizeOf(TAR_END, 32);
  return addSizes([frame, ...entries.map(({ size }) => size)]);
}

class Work {
  private readonly states = new Map<Stage, StageState>();
  private readonly instructions = new Map<Stage, readonly (LayerInstruction | undefined)[]>();

  constructor(
    private readonly dockerfile: Dockerfile,
    private readonly tables: Tables,
  ) {}

  /** The state at the end of a stage. Stages only need ones above them, so this ends. */
  stateOf(stage: Stage): StageState {
    const known = this.states.get(stage);
    if (known) return known;
    const state = stage.parent ? childOf(this.stateOf(stage.parent)) : stateOfBase(stage, this.tables);
    const made: (LayerInstruction | undefined)[] = stage.parent ? [...this.instructionsOf(stage.parent)] : [stage.from];
    this.states.set(stage, state);
    for (const instruction of stage.instructions) {
      if (!makesLayer(instruction)) continue;
      made.push(instruction);
      state.files.beginLayer();
      this.apply(instruction, state);
    }
    this.instructions.set(stage, made);
    return state;
  }

  instructionsOf(stage: Stage): readonly (LayerInstruction | undefined)[] {
    return this.instructions.get(stage) ?? [];
  }

  private apply(instruction: LayerInstruction, state: StageState): void {
    switch (instruction.keyword) {
      case 'RUN':
        applyRun(this.dockerfile, instruction, state);
        return;
      case 'COPY':
      case 'ADD':
        for (const entry of copiedEntries(this.dockerfile, instruction, (stage) => this.stateOf(stage).files))
          state.files.add(entry);
        return;
      case 'WORKDIR':
        storeFolder(instruction, state);
        return;
      default:
    }
  }
}

function makesLayer(instruction: Instruction): instruction is LayerInstruction {
  return /^(?:RUN|COPY|ADD|WORKDIR)$/.test(instruction.keyword);
}

function storeFolder({ word, scope }: InstructionOf<'WORKDIR'>, { files }: StageState): void {
  const path = word && scope.expand(word);
  if (path === null || path === undefined) return;
  const size = sizeOf(tarBytes(0), 0);
  files.add({ path: '/', isFolder: true, place: 'system', size, key: `folder ${path}`, what: `the folder ${path}` });
}

const SHOWN = 3;

/** What the largest parts are; what is not known comes first. */
function reasonFor(entries: readonly Entry[]): string {
  const sorted = [...entries].sort((one, other) => other.size.unpacked.max - one.size.unpacked.max);
  const shown = sorted.slice(0, SHOWN).map(({ what }) => what);
  return shown.length === 0 ? 'nothing' : shown.join('; ') + (sorted.length > SHOWN ? '; …' : '');
}
