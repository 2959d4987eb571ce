// Compiles a TypeScript program as the command line is compiled, and runs it: run.mjs ENTRY [ARGUMENT…]
import { pathToFileURL } from 'node:url';
import { build } from 'esbuild';

const [entry = '', ...args] = process.argv.slice(2);
// By its whole path: two programs that run at the same time may have one name.
const outfile = `build/run-${entry.replace(/\.ts$/, '').replace(/\W+/g, '-')}.mjs`;
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
