/** Chooses how the container is started, and says what the program does with the stop signal. */
import type { Signal } from '@preact/signals';
import { Choose, Pick } from './controls.js';
import { HANDLER_TITLES, HANDLERS, type ProcessChoice, STOP_SIGNALS } from './stop-words.js';

interface ProcessFormProps {
  readonly choice: Signal<ProcessChoice>;
  /** What the image says. */
  readonly stopSignal: string;
  /** What is sent now. */
  readonly shown: string;
}

const INITS = [
  { value: 'none', title: 'None' },
  { value: 'docker-init', title: 'docker run --init' },
] as const;

export function ProcessForm({ choice, stopSignal, shown }: ProcessFormProps) {
  const set = (part: Partial<ProcessChoice>) => {
    choice.value = { ...choice.value, ...part };
  };
  const { init, handler } = choice.value;
  return (
    <form class="panel-form rows" onSubmit={(event) => event.preventDefault()}>
      <Choose
        legend="Init in front"
        isLegendShown
        options={INITS}
        value={init}
        onChoose={(value) => set({ init: value })}
      />
      <Pick
        label="Stop signal"
        options={[stopSignal, ...STOP_SIGNALS.filter((signal) => signal !== stopSignal)]}
        value={shown}
        onPick={(signal) => set({ stopSignal: signal === stopSignal ? undefined : signal })}
      />
      <Choose
        legend={`Does your program handle ${shown}?`}
        isLegendShown
        options={HANDLERS.map((value) => ({ value, title: HANDLER_TITLES[value] }))}
        value={handler}
        onChoose={(value) => set({ handler: value })}
      />
    </form>
  );
}
