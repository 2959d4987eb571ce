/**
 * Files for a real build of an exercise: a file in `contexts/<id>/`, else the text that the exercise gives, else a small
 * program or text that serves. Programs stay until they are asked to stop, and say so then; scripts say that they ran.
 */
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Exercise } from '../../../src/exercises/exercise.js';
import type { ContextFile } from '../../../src/model/build-input.js';

const OWN = 'test/experiments/exercises/contexts';

/** Files that only have to be there are not made larger than this. Bytes. */
const LARGEST = 2_000_000;

export function contentOf({ id }: Exercise, { path, text, bytes }: ContextFile): string | Buffer {
  const own = join(OWN, id, path);
  if (existsSync(own)) return readFileSync(own);
  return text ?? program(path) ?? 'x'.repeat(Math.min(bytes, LARGEST));
}

/** What a script says before its own name. */
export const RAN = 'ran: ';

/** What programs say when they are asked to stop: those of here, and gunicorn. */
export const ASKED = /asked to stop|Handling signal: term/;

const JAVASCRIPT = `
const runtime = globalThis;
runtime.process.on('SIGTERM', () => {
  console.log('asked to stop');
  runtime.process.exit(0);
});
setInterval(() => {}, 1000);
console.log('up');
`;

const TYPESCRIPT = JAVASCRIPT.replace('const runtime =', 'const runtime: any =');

const PYTHON = `
import signal
import sys
import time


def app(environ, start_response):
    start_response("200 OK", [])
    return [b"ok"]


def stop(*_):
    print("asked to stop", flush=True)
    sys.exit(0)


if __name__ == "__main__":
    signal.signal(signal.SIGTERM, stop)
    print("up", flush=True)
    while True:
        time.sleep(1)
`;

const GO = `package main

import (
	"fmt"
	"os"
	"os/signal"
	"syscall"
)

func main() {
	asked := make(chan os.Signal, 1)
	signal.Notify(asked, syscall.SIGTERM)
	fmt.Println("up")
	<-asked
	fmt.Println("asked to stop")
}
`;

const GO_MODULE = 'module example.com/exercise\n\ngo 1.24\n';

const PAGE = '<!doctype html>\n<title>Page</title>\n<script type="module" src="/src/main.tsx"></script>\n';

const PROGRAMS: Readonly<Record<string, string>> = {
  js: JAVASCRIPT,
  ts: TYPESCRIPT,
  tsx: 'document.title += "s";\nexport {};\n',
  html: PAGE,
  py: PYTHON,
  mod: GO_MODULE,
  sum: '',
};

function program(path: string): string | undefined {
  const [folder = '', file = ''] = path.split('/').slice(-2);
  if (path.endsWith('.go')) return file === 'main.go' || path === 'main.go' ? GO : `package ${folder}\n`;
  if (/^scripts\/.*\.js$/.test(path)) return `console.log('${RAN}${path}');\n`;
  return PROGRAMS[path.slice(path.lastIndexOf('.') + 1)];
}
