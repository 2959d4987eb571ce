/** Serves a folder as a plain static host does, on a port of its own. What it serves can change while it runs. */
import { createReadStream, existsSync, statSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { extname, join, normalize } from 'node:path';
import { setTimeout } from 'node:timers/promises';

const TYPES: Readonly<Record<string, string>> = {
  '.css': 'text/css',
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript',
  '.json': 'application/json',
  '.svg': 'image/svg+xml',
  '.ttf': 'font/ttf',
  '.woff2': 'font/woff2',
};

export class StaticServer {
  /** Addresses that answer 500, by the beginning of their path below the base. */
  readonly failing: string[] = [];
  /** Paths that were asked for, below the base. */
  readonly asked: string[] = [];
  /** Milliseconds until a HEAD request is answered. */
  headDelay = 0;
  private readonly server: Server;

  private constructor(
    public folder: string,
    private readonly base: string,
  ) {
    this.server = createServer(async ({ url = '/', method }, response) => {
      if (method === 'HEAD') await setTimeout(this.headDelay);
      const { pathname } = new URL(url, 'http://localhost');
      const path = pathname.startsWith(base) ? normalize(decodeURI(pathname.slice(base.length))) : '..';
      this.asked.push(path);
      if (this.failing.some((start) => path.startsWith(start))) return response.writeHead(500).end();
      const file = join(this.folder, path.endsWith('/') || path === '.' ? join(path, 'index.html') : path);
      const isThere = !path.startsWith('..') && existsSync(file);
      if (isThere && statSync(file).isDirectory()) return response.writeHead(301, { location: `${pathname}/` }).end();
      const sent = isThere ? file : join(this.folder, '404.html');
      if (!existsSync(sent)) return response.writeHead(404).end();
      const headers = {
        'content-type': TYPES[extname(sent)] ?? 'application/octet-stream',
        'cache-control': 'no-cache',
      };
      createReadStream(sent).pipe(response.writeHead(isThere ? 200 : 404, headers));
      return response;
    });
  }

  /** Starts on a free port. `base` begins and ends with a slash. */
  static async start(folder: string, base = '/'): Promise<StaticServer> {
    const server = new StaticServer(folder, base);
    await new Promise<void>((resolve) => server.server.listen(0, 'localhost', resolve));
    return server;
  }

  /** The address of the base. */
  get address(): string {
    return `http://localhost:${(this.server.address() as AddressInfo).port}${this.base}`;
  }

  async stop(): Promise<void> {
    this.server.closeAllConnections();
    await new Promise((resolve) => this.server.close(resolve));
  }
}
