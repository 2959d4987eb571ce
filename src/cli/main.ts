/** `plimsoll [FILE…]`: checks Dockerfiles, reports, and writes safe fixes. */
import { writeFile } from 'node:fs/promises';
import type { Configuration } from '../config/configuration.js';
import { fixAll, isSafe } from '../engine/fixes.js';
import { lint } from '../engine/lint.js';
import type { BuildInput } from '../model/index.js';
import { type HumanFile, humanReport } from '../report/human.js';
import { type JsonReport, jsonFinding } from '../report/json.js';
import { type Arguments, HELP, readArguments } from './arguments.js';
import { loadConfiguration } from './configuration-file.js';
import { readDockerfile } from './read-file.js';

declare const PLIMSOLL_VERSION: string;

interface FileError {
  readonly path: string;
  readonly message: string;
}

/** Exit status: 0 nothing that counts, 1 errors or warnings, 2 something could not be read. */
export async function main(args: readonly string[]): Promise<0 | 1 | 2> {
  const parsed = readArguments(args);
  if ('error' in parsed) {
    process.stderr.write(`plimsoll: ${parsed.error}\nplimsoll --help says what there is.\n`);
    return 2;
  }
  if (parsed.help || parsed.version) {
    process.stdout.write(parsed.help ? HELP : `${PLIMSOLL_VERSION}\n`);
    return 0;
  }
  const loaded = await loadConfiguration(parsed.config);
  for (const problem of loaded.problems) process.stderr.write(`plimsoll: ${problem}\n`);
  const configuration = parsed.preset ? { ...loaded.configuration, preset: parsed.preset } : loaded.configuration;
  const { files, errors } = await checkFiles(parsed, configuration);
  report(parsed, files, errors);
  if (errors.length > 0 || loaded.problems.length > 0) return 2;
  const counts = files.some((file) =>
    file.findings.some(({ severity }) => severity === 'error' || severity === 'warning'),
  );
  return counts ? 1 : 0;
}

async function checkFiles(
  parsed: Arguments,
  configuration: Configuration,
): Promise<{ files: HumanFile[]; errors: FileError[] }> {
  const files: HumanFile[] = [];
  const errors: FileError[] = [];
  for (const path of parsed.files) {
    const read = await readDockerfile(path);
    if ('problem' in read) {
      errors.push({ path, message: `${path === '-' ? 'Standard input' : path} ${read.problem}.` });
      continue;
    }
    const input = await fixed(inputOf(parsed, path, read.text), parsed, configuration, errors);
    const { dockerfile, findings } = lint(input, configuration);
    files.push({ path, lines: dockerfile.lines, findings });
  }
  return { files, errors };
}

function inputOf(parsed: Arguments, path: string, text: string): BuildInput {
  return {
    text,
    path,
    today: new Date().toISOString().slice(0, 10),
    buildArguments: parsed.buildArguments,
    ...(parsed.target !== undefined && { target: parsed.target }),
    ...(parsed.platform !== undefined && { platform: parsed.platform }),
  };
}

/** With `--fix`: writes the safe fixes. What comes from standard input is not written anywhere. */
async function fixed(
  input: BuildInput,
  { fix }: Arguments,
  configuration: Configuration,
  errors: FileError[],
): Promise<BuildInput> {
  const path = input.path ?? '-';
  if (!fix || path === '-') return input;
  const { text, applied } = fixAll(input, isSafe, configuration);
  if (applied === 0) return input;
  try {
    await writeFile(path, text);
    return { ...input, text };
  } catch (error) {
    errors.push({ path, message: `${path} could not be written: ${(error as Error).message}.` });
    return input;
  }
}

function report({ format }: Arguments, files: readonly HumanFile[], errors: readonly FileError[]): void {
  if (format === 'json') {
    const json: JsonReport = {
      version: 1,
      files: files.map(({ path, lines, findings }) => ({
        path,
        findings: findings.map((finding) => jsonFinding(finding, lines)),
      })),
      errors,
    };
    process.stdout.write(`${JSON.stringify(json)}\n`);
    return;
  }
  for (const { message } of errors) process.stderr.write(`plimsoll: ${message}\n`);
  if (files.length === 0) return;
  const colour = process.stdout.isTTY === true && !process.env['NO_COLOR'];
  process.stdout.write(`${humanReport(files, { colour, width: process.stdout.columns ?? 100 })}\n`);
}
