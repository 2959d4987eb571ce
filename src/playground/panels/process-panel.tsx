/** What a container of the image runs, and what `docker stop` does to it. */
import type { Signal } from '@preact/signals';
import type { ProcessNode, ProcessOptions, ProcessPrediction } from '../../image/process/prediction.js';
import type { Playground } from '../store.js';
import { useAnswer } from '../use-answer.js';
import { BrokenNote, whyNothing } from './nothing.js';
import { ProcessForm } from './process-form.js';
import { StopTimeline } from './stop-timeline.js';
import { openOutcomes, type ProcessChoice, reasonWords, whyNothingRuns, zombieWords } from './stop-words.js';

interface ProcessPanelProps {
  readonly playground: Playground;
  readonly choice: Signal<ProcessChoice>;
}

export function ProcessPanel({ playground, choice }: ProcessPanelProps) {
  const process = useProcess(playground, choice);
  const nothing = whyNothing(playground);
  if (nothing !== undefined) return <p class="nothing">{nothing}</p>;
  const ofImage = playground.prediction.value?.image?.process;
  if (!process) return <p class="nothing">The prediction follows in a moment.</p>;
  return (
    <>
      <BrokenNote playground={playground} />
      <ProcessForm choice={choice} stopSignal={ofImage?.stopSignal ?? process.stopSignal} shown={process.stopSignal} />
      <Headline process={process} />
      {process.tree.length > 0 && <Tree nodes={process.tree} isRoot />}
      {whyNothingRuns(process) === undefined && <Stops process={process} choice={choice.value} />}
    </>
  );
}

function Headline({ process }: { process: ProcessPrediction }) {
  const nothing = whyNothingRuns(process);
  return (
    <p class="headline" role="status">
      {nothing !== undefined ? (
        <>
          The container <b>{nothing}</b>.
        </>
      ) : (
        <>PID 1 is {process.pid1 === null ? <span class="muted">unknown</span> : <b>{process.pid1}</b>}.</>
      )}{' '}
      <span class="headline-why">{reasonWords(process)}</span>
    </p>
  );
}

function Tree({ nodes, isRoot = false }: { nodes: readonly ProcessNode[]; isRoot?: boolean }) {
  return (
    <ul class="tree" aria-label={isRoot ? 'Processes' : undefined}>
      {nodes.map(({ command, words, children }, index) => (
        <li>
          {isRoot && index === 0 && <b class="pid">PID 1</b>}
          <code>{words.length > 0 ? words.join(' ') : command}</code>
          {children.length > 0 && <Tree nodes={children} />}
        </li>
      ))}
    </ul>
  );
}

function Stops({ process, choice }: { process: ProcessPrediction; choice: ProcessChoice }) {
  return (
    <>
      {openOutcomes(process, choice.handler).map((outcome) => (
        <StopTimeline key={String(outcome.handlesSignal)} outcome={outcome} signal={process.stopSignal} />
      ))}
      <p class="zombies">{zombieWords(process)}</p>
    </>
  );
}

/** What runs under the chosen circumstances; asked for anew with each check of the text. */
function useProcess(playground: Playground, choice: Signal<ProcessChoice>): ProcessPrediction | undefined {
  const circumstances = (): ProcessOptions | undefined => {
    const { init, stopSignal } = choice.value;
    return playground.prediction.value?.image && { init, ...(stopSignal !== undefined && { stopSignal }) };
  };
  return useAnswer(circumstances, (options) => playground.ask.process(options)).value;
}
