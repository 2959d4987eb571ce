/** The layers as bars on one scale. Hatched is wasted, dashed is not known; a line leads to the step that wastes. */
import { SIZE_WORDS } from '../../report/size-words.js';
import { MEASURES, type Measure } from '../measure.js';
import type { Bar, ImageChart, ImageRow } from './image-rows.js';
import { InstructionText } from './instruction-text.js';
import { PlaceList, type PlaceListProps, PlaceRow } from './place-list.js';
import type { Lane } from './waste-lanes.js';

interface LayerChartProps extends PlaceListProps {
  readonly chart: ImageChart;
  readonly measure: Measure;
}

export function LayerChart({ chart, measure, ...list }: LayerChartProps) {
  const { rows, hidden, max, ticks } = chart;
  const lanes = Math.max(...rows.map((row) => row.lanes.length));
  const first = rows.find(({ line }) => line !== null)?.line ?? undefined;
  return (
    <PlaceList {...list} first={first}>
      <div class="chart" style={`--max:${max};--lanes:${lanes};--ticks:${Math.max(1, ticks.length - 1)}`}>
        {ticks.length > 0 && <Axis ticks={ticks} measure={measure} />}
        <ol class="layers" aria-label="Layers">
          {rows.map((row) => (
            <li>
              <LayerRow row={row} measure={measure} />
            </li>
          ))}
        </ol>
      </div>
      {hidden > 0 && <p class="nothing">{hidden} more layers are not drawn.</p>}
      <Key rows={rows} />
    </PlaceList>
  );
}

function Axis({ ticks, measure }: { ticks: readonly number[]; measure: Measure }) {
  return (
    <div class="axis" aria-hidden="true">
      <b>MB {SIZE_WORDS[measure]}</b>
      {ticks.map((at) => (
        <span style={`--at:${at}`}>{(at / 1_000_000).toLocaleString('en')}</span>
      ))}
    </div>
  );
}

function LayerRow({ row, measure }: { row: ImageRow; measure: Measure }) {
  const { line, text, stage, sizes, why, waste, bar, origin, lanes } = row;
  const [other = measure] = MEASURES.filter((one) => one !== measure);
  return (
    <PlaceRow line={line}>
      <Lanes lanes={lanes} />
      <span class="place-line">
        <span class="sr-only">line</span> {line ?? ''}
      </span>
      <InstructionText text={text} />
      <Figure words={sizes[measure]} measure={measure} />
      <BarView bar={bar} origin={origin} />
      <span class="layer-why">
        {stage !== undefined && <span class="layer-stage">stage {stage}</span>}
        {why}
        {waste !== undefined && <span class="layer-waste">{waste}</span>}
      </span>
      <Figure words={sizes[other]} measure={other} isSecond />
    </PlaceRow>
  );
}

function Figure({ words, measure, isSecond = false }: { words: string; measure: Measure; isSecond?: boolean }) {
  const isUnknown = words === 'unknown';
  return (
    <span class={isSecond ? 'layer-size second' : 'layer-size'}>
      <b class={isUnknown ? 'unknown' : undefined}>{words}</b> {SIZE_WORDS[measure]}
    </span>
  );
}

function BarView({ bar, origin }: { bar: Bar; origin: ImageRow['origin'] }) {
  const { from, known, wasted, tail, isTailWasted } = bar;
  const tailFrom = from + known;
  const tailClass = `tail${tail === 'open' ? ' open' : ''}${isTailWasted ? ' wasted' : ''}`;
  return (
    <span class="bar" data-origin={origin} aria-hidden="true">
      {known > wasted && <i style={`--from:${from};--size:${known - wasted}`} />}
      {wasted > 0 && <i class="wasted" style={`--from:${from + known - wasted};--size:${wasted}`} />}
      {tail !== 0 && <i class={tailClass} style={`--from:${tailFrom};--size:${tail === 'open' ? 0 : tail}`} />}
    </span>
  );
}

function Lanes({ lanes }: { lanes: readonly (Lane | undefined)[] }) {
  return (
    <span class="lanes" aria-hidden="true">
      {lanes.map((lane, index) => lane && <i class={lane} style={`--lane:${index}`} />)}
    </span>
  );
}

const ORIGINS = { base: 'base image', command: 'RUN', files: 'COPY, ADD, WORKDIR' } as const;

/** Explains what the chart shows, and nothing else. */
function Key({ rows }: { rows: readonly ImageRow[] }) {
  const shown = new Set(rows.map(({ origin }) => origin));
  const hasWaste = rows.some(({ bar }) => bar.wasted > 0 || bar.isTailWasted);
  const hasUnknown = rows.some(({ bar }) => bar.tail !== 0);
  return (
    <p class="key" aria-hidden="true">
      {Object.entries(ORIGINS)
        .filter(([origin]) => shown.has(origin as ImageRow['origin']))
        .map(([origin, words]) => (
          <span>
            <i data-origin={origin} />
            {words}
          </span>
        ))}
      {hasWaste && (
        <span>
          <i class="wasted" />
          wasted
        </span>
      )}
      {hasUnknown && (
        <span>
          <i class="tail open" />
          unknown
        </span>
      )}
    </p>
  );
}
