/** The engine, off the main thread. */
import { expose } from 'comlink';
import { fixAll, isSafe } from '../engine/fixes.js';
import { lint } from '../engine/lint.js';
import type { LintWorker } from './protocol.js';

const worker: LintWorker = {
  lint(input, configuration) {
    const started = performance.now();
    const { findings, ignored } = lint(input, configuration);
    return { findings, ignored: ignored.length, milliseconds: performance.now() - started };
  },
  fix: (input, configuration, rule) =>
    fixAll(input, rule === undefined ? isSafe : (finding) => finding.rule === rule, configuration),
};

expose(worker);
