/** The steps of one stage, in order, and what it is at its end. */
import type { Instruction, Stage, User, Workdir } from '../../model/index.js';
import { copyStep } from './copy-step.js';
import { type Both, changed, differs, same, withArg, withEnv } from './environment.js';
import { folderBehind, folderStep } from './folder-step.js';
import type { Layer } from './layers.js';
import { runStep } from './run-step.js';
import { stateAtStart } from './stage-start.js';
import type { Step } from './step.js';
import type { StageState, World } from './world.js';

export function stageSteps(world: World, stage: Stage): Step[] {
  const steps: Step[] = [];
  let state = stateAtStart(world, stage);
  if (stage.from && state.top?.instruction === stage.from) steps.push(state.top);
  const triggers = (stage.parent && world.triggers.get(stage.parent)) ?? [];
  for (const instruction of [...triggers, ...stage.instructions]) {
    state = stateBehind(world, instruction, state, stage);
    if (state.top?.instruction === instruction) steps.push(state.top);
  }
  world.ends.set(stage, state);
  world.triggers.set(stage, triggersIn(stage));
  return steps;
}

/** How many triggers of one stage are looked at: each is a step of every stage that is built FROM it. */
const MOST_TRIGGERS = 50;

/** What a stage hands to the stages that are built FROM it. */
function triggersIn({ instructions }: Stage): Instruction[] {
  const triggers = instructions.flatMap((instruction) =>
    instruction.keyword === 'ONBUILD' && instruction.trigger ? [instruction.trigger] : [],
  );
  return triggers.slice(0, MOST_TRIGGERS);
}

/** Instructions that only change the image's configuration leave the state as it is. */
function stateBehind(world: World, instruction: Instruction, state: StageState, stage: Stage): StageState {
  const { effect, keys, given, global } = world;
  const { environment } = state;
  switch (instruction.keyword) {
    case 'ENV':
      return { ...state, environment: withEnv(environment, instruction, effect, keys) };
    case 'ARG':
      return { ...state, environment: withArg(environment, instruction, effect, { given, global, keys }) };
    case 'USER':
      return { ...state, user: textOfWord(world, instruction, state) };
    case 'SHELL':
      return { ...state, shell: shellBehind(world, instruction) };
    case 'WORKDIR':
      return workdirBehind(world, instruction, state, stage);
    case 'RUN':
      return onTop(state, runStep(world, instruction, state, stage), { kind: 'run', run: instruction });
    case 'COPY':
    case 'ADD': {
      const { step, content } = copyStep(world, instruction, state, stage);
      return onTop(state, step, content);
    }
    default:
      return state;
  }
}

function onTop(state: StageState, step: Step, content: Layer['content']): StageState {
  return { ...state, top: step, layers: { step, content, below: state.layers } };
}

function textOfWord(world: World, instruction: User | Workdir, { environment }: StageState): Both<string> {
  const value = instruction.word ? environment.expand(instruction.word) : same('');
  return world.isTextChanged(instruction) ? changed(value) : value;
}

function shellBehind(world: World, instruction: Extract<Instruction, { keyword: 'SHELL' }>): Both<string> {
  const words = same(JSON.stringify((instruction.exec ?? []).map(({ text }) => text)));
  return world.isTextChanged(instruction) ? changed(words) : words;
}

function workdirBehind(world: World, instruction: Workdir, state: StageState, stage: Stage): StageState {
  const workdir = folderBehind(textOfWord(world, instruction, state), state);
  const step = folderStep(world, instruction, workdir, state, stage);
  if (!step) return { ...state, workdir };
  const content = { kind: 'copy', places: [], changed: differs(workdir) ? [workdir.before] : [] } as const;
  return { ...onTop(state, step, content), workdir };
}
