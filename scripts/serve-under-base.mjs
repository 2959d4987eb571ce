// Builds the site for a base path and serves it there, for the browser tests: serve-under-base.mjs PORT
import { build } from 'astro';
import { serve } from './serve.mjs';

const BASE = '/x/';
const outDir = 'build/site-under-base';

process.env.BASE = BASE;
process.env.ASTRO_TELEMETRY_DISABLED = '1';
await build({ logLevel: 'error', outDir });
await serve(outDir, Number(process.argv[2] ?? 4392), BASE);
