// Compiles the benchmark as the command line is compiled, and runs it.
import { build } from 'esbuild';

const outfile = 'build/bench.mjs';
await build({
  entryPoints: ['test/bench/run.ts'],
  outfile,
  bundle: true,
  platform: 'node',
  target: 'node20',
  format: 'esm',
  logLevel: 'warning',
});
await import(`../${outfile}`);
