/** The engine, off the main thread. What predicts is a part of its own, fetched after the first findings are out. */
import { expose } from 'comlink';
import { fixAll, isSafe } from '../engine/fixes.js';
import { lint } from '../engine/lint.js';
import type { LintWorker } from './protocol.js';

const predictor = () => import('./predictor.js');

/** How many checks were asked for: a prediction that began before the last one is stale. */
let checks = 0;

const worker: LintWorker = {
  lint(input, configuration) {
    checks++;
    const started = performance.now();
    const { findings, ignored } = lint(input, configuration);
    return { findings, ignored: ignored.length, milliseconds: performance.now() - started };
  },
  fix: (input, configuration, rule) =>
    fixAll(input, rule === undefined ? isSafe : (finding) => finding.rule === rule, configuration),
  async predict(input, configuration) {
    const began = checks;
    const { predictFile } = await predictor();
    return predictFile(input, configuration, () => checks !== began);
  },
  rebuild: async (input, change) => (await predictor()).rebuildFile(input, change),
  process: async (input, options) => (await predictor()).processOfFile(input, options),
};

expose(worker);
