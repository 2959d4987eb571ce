/** The load line beside the editor, with the choice of the size that it shows and a sentence on what it leaves out. */
import { MEASURES, measureTitle } from '../measure.js';
import type { Playground } from '../store.js';
import { LoadLine } from './drawn.js';
import { gaugeValues, type UnknownPart, unknownPart } from './gauge-values.js';

export function Gauge({ playground }: { playground: Playground }) {
  const { prediction, measure, findings } = playground;
  const answer = prediction.value;
  const values = answer && gaugeValues(answer, measure.value, findings.value.length);
  const unknown = answer?.image && unknownPart(answer.image, measure.value);
  return (
    <>
      <MeasureChoice playground={playground} />
      <div class="gauge-drawing">
        {values && <LoadLine values={values} isFlat={false} />}
        {values && <LoadLine values={values} isFlat />}
      </div>
      <p class="gauge-words">{unknown && <NotCounted {...unknown} />}</p>
    </>
  );
}

function MeasureChoice({ playground }: { playground: Playground }) {
  return (
    <fieldset class="choose">
      <legend class="sr-only">Which size</legend>
      {MEASURES.map((measure) => (
        <label data-title={measureTitle(measure)}>
          <input
            type="radio"
            name="measure"
            checked={playground.measure.value === measure}
            onChange={() => {
              playground.chosenMeasure.value = measure;
            }}
          />
          {measureTitle(measure)}
        </label>
      ))}
    </fieldset>
  );
}

function NotCounted({ named, more }: UnknownPart) {
  return (
    <>
      <b>Unknown:</b>{' '}
      {named.map(({ line, why }, index) => (
        <>
          {index > 0 && '; '}
          {line !== null && <span class="muted">line {line},</span>} {why}
        </>
      ))}
      {more > 0 && `; and ${more} more`}.
    </>
  );
}
