/** Builds the site and serves it: `npm start`. PORT and BASE change where. */
import { createServer } from 'node:net';
import { fileURLToPath } from 'node:url';

process.env.ASTRO_TELEMETRY_DISABLED = '1';

const root = fileURLToPath(new URL('..', import.meta.url));
const port = Number(process.env.PORT || 4321);
const base = `/${process.env.BASE ?? ''}/`.replace(/\/+/g, '/');

/** @param {string} message */
function fail(message) {
  console.error(message);
  process.exit(1);
}

/** Resolves where nothing listens on the port, so that nobody waits for a build in vain. */
function portIsFree() {
  return new Promise((resolve, reject) => {
    const probe = createServer().once('error', reject);
    probe.listen({ port, host: 'localhost' }, () => probe.close(resolve));
  });
}

if (!Number.isInteger(port) || port < 1 || port > 65535)
  fail(`PORT is ${process.env.PORT}, and a port is a number from 1 to 65535.`);

try {
  await portIsFree();
} catch (error) {
  const { code } = /** @type {NodeJS.ErrnoException} */ (error);
  if (code === 'EADDRINUSE') fail(`Port ${port} is in use. Name another one: PORT=${port + 1} npm start`);
  fail(`Port ${port} cannot be used (${code}). Name another one: PORT=4322 npm start`);
}

console.log('Building the site into dist/ …');
const { build, preview } = await import('astro');
await build({ root, logLevel: 'error' });
const server = await preview({ root, logLevel: 'error', server: { port, host: 'localhost' } });
console.log(`Plimsoll is at http://localhost:${server.port}${base}\nStop it with Ctrl+C.`);
