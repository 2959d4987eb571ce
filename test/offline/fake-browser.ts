/** A browser's caches and a host, for tests of what is kept. */
import { vi } from 'vitest';

export const BASE = 'https://plimsoll.test/x/';

/** A cache of the browser. `isFull`: nothing more can be stored. */
export class FakeCache {
  readonly entries = new Map<string, Response>();
  isFull = false;

  async match(request: string | Request): Promise<Response | undefined> {
    return this.entries.get(urlOf(request))?.clone();
  }

  async put(request: string | Request, response: Response): Promise<void> {
    if (this.isFull) throw new DOMException('No room left.', 'QuotaExceededError');
    this.entries.set(urlOf(request), response);
  }

  async keys(): Promise<Request[]> {
    return [...this.entries.keys()].map((url) => new Request(url));
  }
}

export class FakeCaches {
  readonly byName = new Map<string, FakeCache>();

  async open(name: string): Promise<FakeCache> {
    const cache = this.byName.get(name) ?? new FakeCache();
    this.byName.set(name, cache);
    return cache;
  }

  async keys(): Promise<string[]> {
    return [...this.byName.keys()];
  }

  async delete(name: string): Promise<boolean> {
    return this.byName.delete(name);
  }

  /** The addresses below the base that a version has kept. */
  kept(version: string): string[] {
    const cache = this.byName.get(`plimsoll /x/ ${version}`);
    return [...(cache?.entries.keys() ?? [])].map((url) => url.slice(BASE.length)).sort();
  }
}

/** Answers with these files, by their address below the base; without network: not at all. */
export function hostWith(files: Readonly<Record<string, string>>) {
  return vi.fn(async (request: Request): Promise<Response> => {
    const content = files[request.url.slice(BASE.length).replace(/\?.*/, '')];
    return content === undefined ? new Response('', { status: 404 }) : new Response(content);
  });
}

export async function noNetwork(): Promise<Response> {
  throw new TypeError('Failed to fetch');
}

function urlOf(request: string | Request): string {
  return typeof request === 'string' ? request : request.url;
}
