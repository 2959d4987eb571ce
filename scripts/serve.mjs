// Serves a folder of built pages as a static host does: index.html of a folder, 404.html for what is missing.
// serve.mjs FOLDER PORT [BASE]
import { createReadStream, existsSync, statSync } from 'node:fs';
import { createServer } from 'node:http';
import { extname, join, normalize } from 'node:path';

const TYPES = {
  '.css': 'text/css; charset=utf-8',
  '.html': 'text/html; charset=utf-8',
  '.ico': 'image/x-icon',
  '.js': 'text/javascript; charset=utf-8',
  '.json': 'application/json',
  '.png': 'image/png',
  '.svg': 'image/svg+xml',
  '.ttf': 'font/ttf',
  '.txt': 'text/plain; charset=utf-8',
  '.wasm': 'application/wasm',
  '.webmanifest': 'application/manifest+json',
  '.woff2': 'font/woff2',
  '.xml': 'application/xml',
};

/** Starts the server; resolves when it listens. */
export function serve(folder, port, base = '/') {
  const server = createServer((request, response) => {
    const path = decodeURIComponent(new URL(request.url ?? '/', 'http://localhost').pathname);
    const file = path.startsWith(base) ? fileOf(folder, path.slice(base.length)) : undefined;
    const found = file ?? join(folder, '404.html');
    response.writeHead(file ? 200 : 404, { 'content-type': TYPES[extname(found)] ?? 'application/octet-stream' });
    if (existsSync(found)) createReadStream(found).pipe(response);
    else response.end('Not found');
  });
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, 'localhost', () => resolve(server));
  });
}

function fileOf(folder, path) {
  const file = join(folder, normalize(`/${path}`));
  if (!existsSync(file)) return undefined;
  if (!statSync(file).isDirectory()) return file;
  const index = join(file, 'index.html');
  return existsSync(index) ? index : undefined;
}

if (process.argv[1]?.endsWith('serve.mjs')) {
  const [folder = 'dist', port = '4321', base = '/'] = process.argv.slice(2);
  await serve(folder, Number(port), base);
  console.log(`http://localhost:${port}${base}`);
}
