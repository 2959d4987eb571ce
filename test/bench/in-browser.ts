/** Runs inside a page: how long the prediction of two files of 200 lines takes, and the prices of thirty findings. */
import { TABLES_DATE } from '../../src/data/date.js';
import { lint } from '../../src/engine/lint.js';
import { Prices } from '../../src/engine/prices.js';
import { loadTables, predict } from '../../src/image/index.js';
import { parseDockerfile } from '../../src/model/index.js';
import { predictable, usual } from './typical.js';

const ROUNDS = 25;
/** Until the browser has compiled what is called often. */
const WARM_UP = 5;

/** Milliseconds; the middle of many. */
export interface Timed {
  readonly findings: number;
  readonly prediction: number;
  readonly prices: number;
}

export async function timeInBrowser(): Promise<Readonly<Record<string, Timed>>> {
  return { 'as people write them': await timeFile(usual(200)), 'full of installs': await timeFile(predictable(200)) };
}

async function timeFile(text: string): Promise<Timed> {
  const tables = await loadTables(parseDockerfile({ text, today: TABLES_DATE }));
  const predictions: number[] = [];
  const prices: number[] = [];
  let count = 0;
  for (let round = 0; round < ROUNDS; round++) {
    // A text of its own each time: nothing is known of it from before.
    const input = { text: `${text}# ${round}\n`, today: TABLES_DATE };
    predictions.push(timed(() => predict(parseDockerfile(input), tables)));
    const { dockerfile, findings } = lint({ ...input });
    const thirty = findings.slice(0, 30);
    count = thirty.length;
    prices.push(
      timed(() => {
        const known = new Prices(dockerfile, tables);
        for (const finding of thirty) known.of(finding);
      }),
    );
  }
  return { findings: count, prediction: middle(predictions), prices: middle(prices) };
}

function timed(work: () => void): number {
  const began = performance.now();
  work();
  return performance.now() - began;
}

function middle(times: readonly number[]): number {
  const sorted = times.slice(WARM_UP).sort((one, other) => one - other);
  return sorted[Math.floor(sorted.length / 2)] ?? Number.NaN;
}
