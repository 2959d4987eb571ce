import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { JsonReport } from '../../src/report/json.js';

const program = resolve('build/plimsoll.mjs');
let folder: string;

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'plimsoll-'));
});
afterAll(() => rmSync(folder, { recursive: true }));

function write(name: string, content: string | Uint8Array): string {
  writeFileSync(join(folder, name), content);
  return name;
}

function plimsoll(args: readonly string[], input = '') {
  const { status, stdout, stderr } = spawnSync(process.execPath, [program, ...args], {
    cwd: folder,
    input,
    encoding: 'utf8',
  });
  return { status, stdout, stderr };
}

function json(args: readonly string[], input = ''): JsonReport {
  return JSON.parse(plimsoll(['--format', 'json', ...args], input).stdout) as JsonReport;
}

const CLEAN = 'FROM alpine:3.24\nUSER 1000:1000\nCMD ["id"]\n';

describe('exit status', () => {
  it('0: nothing that counts', () => {
    expect(plimsoll([write('clean', CLEAN)])).toMatchObject({ status: 0, stderr: '' });
  });
  it('1: errors or warnings', () => {
    expect(plimsoll([write('warned', `${CLEAN}MAINTAINER Jo\n`)]).status).toBe(1);
  });
  it('2: something could not be read, and the others are checked all the same', () => {
    const { status, stdout, stderr } = plimsoll(['missing', write('warned', `${CLEAN}MAINTAINER Jo\n`)]);
    expect(status).toBe(2);
    expect(stderr).toBe('plimsoll: missing does not exist.\n');
    expect(stdout).toContain('maintainer-deprecated');
  });
});

describe('files that can not be read', () => {
  const reason = (name: string) => plimsoll([name]).stderr.trim();
  it('get one clear line', () => {
    expect(reason('nowhere')).toBe('plimsoll: nowhere does not exist.');
    expect(reason('.')).toContain('is a folder');
    expect(reason(write('binary', new Uint8Array([70, 0, 1, 2])))).toContain('binary');
    expect(reason(write('latin', new Uint8Array([0x46, 0xe9, 0x0a])))).toContain('no UTF-8');
    expect(reason(write('huge', 'a'.repeat(6 * 1024 * 1024)))).toContain('too large');
  });
  it('are in the JSON report', () => {
    expect(json(['nowhere'])).toEqual({
      version: 1,
      files: [],
      errors: [{ path: 'nowhere', message: 'nowhere does not exist.' }],
    });
  });
});

describe('standard input', () => {
  it('is -', () => {
    const report = json(['-'], 'FROM alpine:3.24\nUSER 1000\nMAINTAINER Jo\n');
    expect(report.files.map(({ path }) => path)).toEqual(['-']);
    expect(report.files[0]?.findings.map(({ rule }) => rule)).toEqual(['maintainer-deprecated']);
  });
});

describe('the JSON report', () => {
  it('counts lines and columns from 1 and offsets from 0, ends exclusive', () => {
    const text = 'FROM alpine:3.24\r\nUSER 1000\r\n  MAINTAINER Jö\r\n';
    const [finding] = json(['-'], text).files[0]?.findings ?? [];
    expect(finding).toMatchObject({
      rule: 'maintainer-deprecated',
      variant: null,
      severity: 'warning',
      topic: 'maintainability',
      range: { start: { line: 3, column: 3 }, end: { line: 3, column: 16 } },
    });
    expect(finding?.aliases).toContain('DL4000');
    const [edit] = finding?.fixes[0]?.edits ?? [];
    expect(edit && text.slice(edit.start, edit.end)).toBe('MAINTAINER Jö');
    expect(Object.keys(finding?.message ?? {})).toEqual(['what', 'why', 'todo']);
  });
});

describe('--fix', () => {
  it('writes the safe fixes', () => {
    const name = write('fixable', `${CLEAN}MAINTAINER Jo\n`);
    expect(plimsoll(['--fix', name]).status).toBe(0);
    expect(readFileSync(join(folder, name), 'utf8')).toBe(`${CLEAN}LABEL org.opencontainers.image.authors="Jo"\n`);
  });
});

describe('configuration', () => {
  it('is read from plimsoll.yaml', () => {
    const name = write('warned', `${CLEAN}MAINTAINER Jo\n`);
    write('plimsoll.yaml', 'rules:\n  DL4000: off\n');
    expect(plimsoll([name]).status).toBe(0);
    write('plimsoll.yaml', 'rules:\n  DL40: off\n');
    const { status, stderr } = plimsoll([name]);
    expect(status).toBe(2);
    expect(stderr).toContain('plimsoll.yaml (rules.DL40): There is no rule `DL40`.');
    write('plimsoll.yaml', 'rules: [\n');
    expect(plimsoll([name]).stderr).toContain('plimsoll.yaml: ');
    rmSync(join(folder, 'plimsoll.yaml'));
    expect(plimsoll(['--config', 'nope.yaml', name])).toMatchObject({
      status: 2,
      stderr: 'plimsoll: nope.yaml does not exist.\n',
    });
  });
});

describe('arguments', () => {
  it('that are wrong get a sentence', () => {
    expect(plimsoll(['--format', 'xml'])).toMatchObject({ status: 2 });
    expect(plimsoll(['--format', 'xml']).stderr).toContain('--format is one of human, json');
    expect(plimsoll(['--nonsense']).status).toBe(2);
  });
  it('--help and --version', () => {
    expect(plimsoll(['--help']).stdout).toContain('Usage: plimsoll');
    expect(plimsoll(['--version']).stdout).toMatch(/^\d+\.\d+\.\d+\n$/);
  });
});

describe('the human report', () => {
  it('shows the line, a caret, why, and what to do', () => {
    const { stdout } = plimsoll(['-'], 'FROM alpine:3.24\nUSER 1000\nRUN apk --version && sudo apt search git\n');
    const [, ...block] = stdout.slice(stdout.indexOf('apt-instead-of-apt-get')).split('\n');
    expect(block[1]).toBe('  3 │ RUN apk --version && sudo apt search git');
    expect(block[2]).toBe('    │                           ^^^');
  });
  it('cuts a long line around the place', () => {
    const { stdout } = plimsoll(['-'], `FROM alpine:3.24\nUSER 1000\nRUN echo ${'x'.repeat(500)} && apt search git\n`);
    const lines = stdout.split('\n');
    const caret = lines.findIndex((line) => /│ +\^\^\^$/.test(line));
    expect(caret).toBeGreaterThan(0);
    const column = lines[caret]?.indexOf('^') ?? 0;
    expect(lines[caret - 1]?.slice(column, column + 3)).toBe('apt');
  });
});

describe('prices', () => {
  it('stand at each finding', () => {
    const [file] = json(
      ['-'],
      'FROM debian:13-slim\nRUN apt-get update && apt-get install -y curl\nCMD node x.js\n',
    ).files;
    const prices = Object.fromEntries(file?.findings.map(({ rule, price }) => [rule, price]) ?? []);
    expect(prices['package-cache-left']).toEqual({ unpackedBytes: 21_672_448, compressedBytes: expect.any(Number) });
    expect(prices['shell-form-command']).toEqual({ stopSeconds: 10 });
  });
  it('are null where there is nothing to compare with', () => {
    const [file] = json(['-'], 'FROM debian:13-slim\nUSER 1000\nRUN curl -fsSL https://e.org/x | sh\n').files;
    expect(file?.findings.find(({ rule }) => rule === 'pipe-to-shell')).toMatchObject({ price: null });
  });
  it('are a line of the human report', () => {
    const { stdout } = plimsoll(['-'], 'FROM debian:13-slim\nUSER 1000\nCMD node x.js\n');
    expect(stdout).toContain('  Costs +10 s to stop.\n');
  });
});

describe('the prediction', () => {
  const TEXT =
    'FROM debian:13-slim AS base\nWORKDIR /app\nCOPY . .\nRUN rm big.bin\nUSER 1000\nCMD ["node", "app.js"]\n';

  /** A build context with a Dockerfile; gives the Dockerfile's path. */
  function context(name: string): string {
    mkdirSync(join(folder, name, 'node_modules'), { recursive: true });
    write(`${name}/Dockerfile`, TEXT);
    write(`${name}/.dockerignore`, 'node_modules\nDockerfile\n.dockerignore\n');
    write(`${name}/big.bin`, 'x'.repeat(100_000));
    write(`${name}/app.js`, 'x'.repeat(500));
    write(`${name}/node_modules/ignored.js`, 'x'.repeat(9_000));
    return `${name}/Dockerfile`;
  }

  it('has the layers, through the .dockerignore of the folder', () => {
    const [file] = json(['--predict', context('predicted')]).files;
    expect(file?.image).toMatchObject({
      base: 'debian:13-slim',
      user: '1000',
      workdir: '/app',
      command: ['node', 'app.js'],
    });
    const copy = file?.image?.layers[2];
    const bytes = 512 + 100_352 + 512 + 512 + 512 + 1024;
    expect(copy).toMatchObject({
      line: 3,
      instruction: 'COPY',
      unpackedBytes: { min: bytes, max: bytes },
      wastedBy: [4],
    });
    expect(copy?.wastedBytes).toEqual({ min: 100_864, max: 100_864 });
    expect(file?.image?.process).toMatchObject({
      pid1: 'node',
      tree: [{ command: 'node', children: [] }],
      stop: [
        { handlesSignal: false, seconds: 10, exitCode: 137, graceful: false },
        { handlesSignal: true, seconds: 0, exitCode: 0, graceful: true },
      ],
    });
  });
  it('says unknown with null', () => {
    const [file] = json(['--predict', '-'], 'FROM nobody/knows\nRUN make\n').files;
    expect(file?.image).toMatchObject({ unpackedBytes: null, user: null, command: null });
    expect(file?.image?.layers.map(({ unpackedBytes }) => unpackedBytes)).toEqual([null, null]);
  });
  it('is null without a stage', () => {
    expect(json(['--predict', '-'], '# nothing\n').files[0]).toMatchObject({ image: null });
  });
  it('draws the image for people', () => {
    const { stdout } = plimsoll(['--predict', context('drawn')]);
    expect(stdout).toContain('drawn/Dockerfile: the image, predicted on debian:13-slim');
    expect(stdout).toMatch(/line 3 COPY: .* \(wasted by line 4\)/);
    expect(stdout).toContain('where the program handles SIGTERM: 0 s, exit code 0');
  });
  it('says which steps run again', () => {
    const [file] = json(['--rebuild', 'file:app.js', context('rebuilt')]).files;
    expect(file?.rebuild?.map(({ line, stage, step }) => [line, stage, step])).toEqual([
      [1, 'base', 'cached'],
      [2, 'base', 'cached'],
      [3, 'base', 'run'],
      [4, 'base', 'run'],
    ]);
  });
  it('takes another folder for the context', () => {
    context('elsewhere');
    const [file] = json(['--predict', '--context', 'elsewhere', '-'], TEXT).files;
    expect(file?.image?.layers[2]?.wastedBytes).toEqual({ min: 100_864, max: 100_864 });
  });
  it('says what is wrong with a change or a context', () => {
    expect(plimsoll(['--rebuild', 'line:x', '-'])).toMatchObject({ status: 2 });
    expect(plimsoll(['--rebuild', 'line:x', '-']).stderr).toContain('"x" is not the number of a line');
    expect(plimsoll(['--predict', '--context', 'nowhere', '-'], TEXT).stderr).toBe(
      'plimsoll: nowhere does not exist.\n',
    );
  });
});

describe('ShellCheck', () => {
  const script = 'FROM alpine:3.24\nRUN echo $FOO\nUSER 1000:1000\nCMD ["id"]\n';
  const rulesOf = ({ files }: JsonReport) =>
    files.flatMap((file) => file.findings.map(({ rule, variant }) => [rule, variant]));

  it('is asked about the scripts of RUN', () => {
    expect(rulesOf(json([write('script', script)]))).toEqual([['shellcheck', 'SC2086']]);
  });
  it('is left out where nobody wants it', () => {
    expect(rulesOf(json(['--no-shellcheck', write('script', script)]))).toEqual([]);
    write('plimsoll.yaml', 'rules:\n  SC2086: off\n');
    expect(rulesOf(json(['script']))).toEqual([]);
    rmSync(join(folder, 'plimsoll.yaml'));
  });
  it('is asked about what --fix has written', () => {
    const left = rulesOf(json(['--fix', write('script', script.replace('echo', 'apk add -q curl && echo'))]));
    expect(left.filter(([rule]) => rule === 'shellcheck')).toEqual([['shellcheck', 'SC2086']]);
    expect(readFileSync(join(folder, 'script'), 'utf8')).toContain('--no-cache');
  });
  it('has its fixes suggested, so --fix leaves the script alone', () => {
    plimsoll(['--fix', write('script', script)]);
    expect(readFileSync(join(folder, 'script'), 'utf8')).toBe(script);
  });
});

describe('the other formats', () => {
  const run = (format: string) => plimsoll(['--format', format, 'nowhere', write('warned', `${CLEAN}MAINTAINER Jo\n`)]);
  it('sarif: one run with the result and the file that could not be read', () => {
    const { status, stdout } = run('sarif');
    expect(status).toBe(2);
    expect(JSON.parse(stdout)).toMatchObject({
      version: '2.1.0',
      runs: [{ results: [{ ruleId: 'maintainer-deprecated' }], invocations: [{ executionSuccessful: false }] }],
    });
  });
  it('github: a command for each', () => {
    expect(run('github').stdout).toMatch(/^::error file=nowhere,.*\n::warning file=warned,line=4,.*\n$/);
  });
  it('markdown: a part for each', () => {
    expect(run('markdown').stdout).toMatch(/^## Plimsoll: `nowhere`\n[\s\S]*## Plimsoll: 1 warning in `warned`\n/);
  });
  it('an unknown one is named, with those that there are', () => {
    expect(plimsoll(['--format', 'xml', 'warned']).stderr).toContain(
      '--format is one of human, json, sarif, github, markdown, not xml.',
    );
  });
});
