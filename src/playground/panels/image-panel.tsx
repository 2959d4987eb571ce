/** The image that a build would make: its layers as a chart, its size, and what a container starts with. */

import type { ImageView } from '../../image/view.js';
import { amountText, SIZE_WORDS } from '../../report/size-words.js';
import { InstructionLines } from '../instruction-lines.js';
import { MEASURES, type Measure, measureTitle } from '../measure.js';
import type { Playground } from '../store.js';
import { imageChart } from './image-rows.js';
import { LayerChart } from './layer-chart.js';
import { BrokenNote, TablesNote, whyNothing } from './nothing.js';
import type { PlaceListProps } from './place-list.js';

export interface PanelProps {
  readonly playground: Playground;
  readonly onGo: PlaceListProps['onGo'];
}

export function ImagePanel({ playground, onGo }: PanelProps) {
  const { prediction, predictedText, measure, places } = playground;
  const nothing = whyNothing(playground);
  const answer = prediction.value;
  if (nothing !== undefined || !answer?.image) return <p class="nothing">{nothing}</p>;
  const lines = new InstructionLines(predictedText.value);
  const chart = imageChart(answer.image, measure.value, (line) => lines.textOf(line));
  return (
    <>
      <BrokenNote playground={playground} />
      <TablesNote playground={playground} />
      <Headline image={answer.image} measure={measure.value} />
      <LayerChart chart={chart} measure={measure.value} places={places} onGo={onGo} />
      <Totals now={answer.image} fixed={answer.fixed} fixes={answer.fixes} />
      <Configuration image={answer.image} />
    </>
  );
}

function Headline({ image, measure }: { image: ImageView; measure: Measure }) {
  const { size, wasted, layers } = image;
  return (
    <p class="headline">
      <b>{capital(amountText(size[measure]))}</b> {SIZE_WORDS[measure]}: the base image {aboveWords(layers.length - 1)}.
      {wasted[measure].max > 0 && <Wasted words={amountText(wasted[measure])} />}
    </p>
  );
}

function aboveWords(layers: number): string {
  if (layers === 0) return 'alone';
  return `and ${layers} ${layers === 1 ? 'layer' : 'layers'}`;
}

function Wasted({ words }: { words: string }) {
  if (words === 'unknown') return <> Some of it is wasted, how much is unknown.</>;
  return (
    <>
      {' '}
      <b>{capital(words)}</b> of it is wasted.
    </>
  );
}

function capital(words: string): string {
  return words.slice(0, 1).toUpperCase() + words.slice(1);
}

function Totals({ now, fixed, fixes }: { now: ImageView; fixed: ImageView | undefined; fixes: number }) {
  return (
    <table class="totals">
      <thead>
        <tr>
          <th scope="col">
            <span class="sr-only">Which image</span>
          </th>
          {MEASURES.map((measure) => (
            <th scope="col">{measureTitle(measure)}</th>
          ))}
        </tr>
      </thead>
      <tbody>
        <TotalRow title="In all" image={now} />
        {fixed && <TotalRow title={`After ${fixes} ${fixes === 1 ? 'fix' : 'fixes'}`} image={fixed} />}
      </tbody>
    </table>
  );
}

function TotalRow({ title, image }: { title: string; image: ImageView }) {
  return (
    <tr>
      <th scope="row">{title}</th>
      {MEASURES.map((measure) => (
        <td>{amountText(image.size[measure])}</td>
      ))}
    </tr>
  );
}

function Configuration({ image: { summary } }: { image: ImageView }) {
  const { user, workdir, command, ports } = summary;
  return (
    <dl class="facts-list">
      <Fact name="User" value={user} />
      <Fact name="Working directory" value={workdir} />
      <Fact name="Command" value={command === null ? null : command.join(' ') || 'none'} />
      <Fact name="Ports" value={ports.join(', ') || 'none'} />
    </dl>
  );
}

function Fact({ name, value }: { name: string; value: string | null }) {
  return (
    <div>
      <dt>{name}</dt>
      <dd>{value === null ? <span class="muted">unknown</span> : <code>{value}</code>}</dd>
    </div>
  );
}
