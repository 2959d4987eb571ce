/**
 * Files for a real build of an exercise: a file in `contexts/<id>/`, else the text that the exercise gives, else a small
 * program or text that serves. Programs say `up`, and end when they are asked to.
 */
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Exercise } from '../../../src/exercises/exercise.js';
import type { ContextFile } from '../../../src/model/build-input.js';

const OWN = 'test/experiments/exercises/contexts';

export function contentOf({ id }: Exercise, { path, text, bytes }: ContextFile): string {
  const own = join(OWN, id, path);
  if (existsSync(own)) return readFileSync(own, 'utf8');
  return text ?? program(path) ?? 'x'.repeat(bytes);
}

const JAVASCRIPT = `
const runtime = globalThis;
runtime.process.on('SIGTERM', () => runtime.process.exit(0));
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


if __name__ == "__main__":
    signal.signal(signal.SIGTERM, lambda *_: sys.exit(0))
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
}
`;

const C = `#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <unistd.h>

static void end(int number) { (void)number; _exit(0); }

int main(void) {
  signal(SIGTERM, end);
  puts("up");
  fflush(stdout);
  for (;;) pause();
}
`;

const PROGRAMS: Readonly<Record<string, string>> = {
  js: JAVASCRIPT,
  mjs: JAVASCRIPT,
  cjs: JAVASCRIPT,
  ts: TYPESCRIPT,
  py: PYTHON,
  go: GO,
  c: C,
};

/** A test says nothing and ends. */
function program(path: string): string | undefined {
  const extension = path.slice(path.lastIndexOf('.') + 1);
  if (path.endsWith('_test.go')) return 'package main\n';
  return /(?:^|\/)tests?\/|\.test\.|(?:^|\/)test_/.test(path) ? '\n' : PROGRAMS[extension];
}
