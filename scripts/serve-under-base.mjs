// Builds the site for a base path and serves it there, for the browser tests: serve-under-base.mjs PORT
import { build, preview } from 'astro';

const outDir = 'build/site-under-base';

process.env.BASE = '/x/';
process.env.ASTRO_TELEMETRY_DISABLED = '1';
await build({ logLevel: 'error', outDir });
await preview({ logLevel: 'error', outDir, server: { port: Number(process.argv[2] ?? 4392), host: 'localhost' } });
