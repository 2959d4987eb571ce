// Compiles a TypeScript program as the command line is compiled, and runs it: run.mjs ENTRY [ARGUMENT…]
import { basename } from 'node:path';
import { pathToFileURL } from 'node:url';
import { build } from 'esbuild';

const [entry = '', ...args] = process.argv.slice(2);
const outfile = `build/run-${basename(entry, '.ts')}.mjs`;
await build({
  entryPoints: [entry],
  outfile,
  bundle: true,
  platform: 'node',
  target: 'node20',
  format: 'esm',
  packages: 'external',
  logLevel: 'warning',
});
process.argv = [process.argv[0] ?? '', outfile, ...args];
await import(pathToFileURL(outfile).href);
