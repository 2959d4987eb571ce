/** Which steps of the build run again after a change of the reader's choice. */
import type { Signal } from '@preact/signals';
import type { Change } from '../../image/rebuild/change.js';
import type { StepView } from '../protocol.js';
import type { Playground } from '../store.js';
import { useAnswer } from '../use-answer.js';
import { type ChangeChoice, changeOf } from './change-choice.js';
import { ChangeForm } from './change-form.js';
import type { PanelProps } from './image-panel.js';
import { BrokenNote, whyNothing } from './nothing.js';
import { StepList } from './step-list.js';

export interface RebuildPanelProps extends PanelProps {
  readonly choice: Signal<ChangeChoice>;
}

export function RebuildPanel({ playground, choice, onGo }: RebuildPanelProps) {
  const { prediction, places } = playground;
  const steps = useSteps(playground, choice);
  const nothing = whyNothing(playground);
  if (nothing !== undefined || !prediction.value) return <p class="nothing">{nothing}</p>;
  const { changes, sourceFile } = prediction.value;
  const line = places.current.value;
  const change = changeOf(choice.value, changes, line);
  return (
    <>
      <BrokenNote playground={playground} />
      <ChangeForm choice={choice} changes={changes} line={line} textOf={(at) => places.textOf(at)} />
      {typeof change === 'string' && <p class="nothing">{change}</p>}
      {typeof change !== 'string' && steps && <StepList steps={steps} places={places} onGo={onGo} />}
      {typeof change !== 'string' &&
        change.kind === 'file' &&
        sourceFile?.isAssumed &&
        change.path === sourceFile.path && (
          <p class="nothing">
            The build context is not known here. This name stands for any file that the COPY brings.
          </p>
        )}
    </>
  );
}

/** The steps after the chosen change; asked for anew with each check of the text. */
function useSteps(playground: Playground, choice: Signal<ChangeChoice>): readonly StepView[] | undefined {
  const chosen = (): Change | undefined => {
    const answer = playground.prediction.value;
    const change = answer && changeOf(choice.value, answer.changes, playground.places.current.value);
    return typeof change === 'string' ? undefined : change;
  };
  return useAnswer(chosen, (change) => playground.ask.rebuild(change)).value;
}
