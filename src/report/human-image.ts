/** The prediction for a terminal: a bar for each layer, the process, and what a change rebuilds. */
import type { ImageView, LayerView, ProcessNode, RebuiltStep } from '../image/index.js';
import type { Lines } from '../model/index.js';
import { amountText } from './size-words.js';

/** Columns of a bar. */
const BAR = 24;

export function humanImage(path: string, { base, layers, size, wasted, process, summary }: ImageView): string {
  const largest = Math.max(...layers.map((layer) => layer.size.unpacked.min), 1);
  const rows = layers.map((layer) => layerRow(layer, largest));
  const isWasteful = wasted.unpacked.max > 0;
  const lines = [
    `${path}: the image, predicted${base === null ? '' : ` on ${base}`}`,
    '',
    row('on disk', 'to pull', '', ''),
    ...rows,
    row(amountText(size.unpacked), amountText(size.compressed), '', 'in all'),
    ...(isWasteful ? [row(amountText(wasted.unpacked), amountText(wasted.compressed), '', 'of it wasted')] : []),
    '',
    `  User ${summary.user ?? 'unknown'}, working directory ${summary.workdir ?? 'unknown'}`,
    `  Command ${summary.command === null ? 'unknown' : summary.command.join(' ') || 'none'}`,
    ...(summary.ports.length > 0 ? [`  Ports ${summary.ports.join(', ')}`] : []),
    ...(process ? processLines(process) : []),
  ];
  return lines.map((line) => line.trimEnd()).join('\n');
}

function layerRow({ line, instruction, size, wasted, wastedBy, why }: LayerView, largest: number): string {
  const full = Math.round((size.unpacked.min / largest) * BAR);
  const gone = Math.min(full, Math.round((wasted.unpacked.min / largest) * BAR));
  const bar = '█'.repeat(full - gone) + '░'.repeat(gone);
  const place = line === null ? instruction : `line ${line} ${instruction}`;
  const lost = wastedBy.length > 0 ? ` (wasted by line ${wastedBy.join(', ')})` : '';
  return row(amountText(size.unpacked), amountText(size.compressed), bar, `${place}: ${why}${lost}`);
}

function row(unpacked: string, compressed: string, bar: string, text: string): string {
  return `  ${unpacked.padStart(20)} ${compressed.padStart(20)}  ${bar.padEnd(BAR)}  ${text}`;
}

function processLines({ tree, stopSignal, stop, starts, why }: NonNullable<ImageView['process']>): string[] {
  if (starts === false) return ['', `  It does not start: ${why}`];
  const outcomes = stop.map(({ handlesSignal, seconds, exitCode, graceful }) => {
    const who = handlesSignal ? `handles ${stopSignal}` : `does not handle ${stopSignal}`;
    const time = seconds === null ? 'unknown time' : `${seconds} s`;
    const code = exitCode === null ? 'unknown exit code' : `exit code ${exitCode}`;
    const shutdown =
      graceful === null ? '' : graceful ? ', its shutdown code runs' : ', its shutdown code does not run';
    return `    where the program ${who}: ${time}, ${code}${shutdown}`;
  });
  return ['', '  Processes', ...treeLines(tree, 2), '  docker stop', ...outcomes];
}

function treeLines(nodes: readonly ProcessNode[], depth: number): string[] {
  return nodes.flatMap(({ command, children }) => [
    `${'  '.repeat(depth)}${command}`,
    ...treeLines(children, depth + 1),
  ]);
}

/** The steps of the build after a change. */
export function humanRebuild(change: string, steps: readonly RebuiltStep[], lines: Lines): string {
  const rows = steps.map(({ instruction, step, why }) => {
    const { line } = lines.positionAt(instruction.at.start);
    return `  ${step.padEnd(10)}  ${`line ${line}`.padEnd(9)} ${instruction.keyword.padEnd(8)} ${why}`;
  });
  const count = steps.filter(({ step }) => step === 'run').length;
  return [`After ${change}: ${count} of ${steps.length} steps run`, ...rows].join('\n');
}
