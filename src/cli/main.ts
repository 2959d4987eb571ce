/** `plimsoll [FILE…]`: checks Dockerfiles, reports, and writes safe fixes. */
import { writeFile } from 'node:fs/promises';
import type { Configuration } from '../config/configuration.js';
import { fixAll, isSafe } from '../engine/fixes.js';
import { loadTables } from '../image/index.js';
import type { BuildInput } from '../model/index.js';
import { type CheckedFile, checkFile } from '../report/check-file.js';
import type { FileError } from '../report/reported-file.js';
import { type Arguments, HELP, readArguments } from './arguments.js';
import { folderOf, readContext } from './build-context.js';
import { loadConfiguration } from './configuration-file.js';
import { readDockerfile } from './read-file.js';
import { report } from './report.js';
import { withScriptsChecked } from './scripts-checked.js';

declare const PLIMSOLL_VERSION: string;

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
): Promise<{ files: CheckedFile[]; errors: FileError[] }> {
  const files: CheckedFile[] = [];
  const errors: FileError[] = [];
  for (const path of parsed.files) {
    const read = await readDockerfile(path);
    if ('problem' in read) {
      errors.push({ path, message: `${path === '-' ? 'Standard input' : path} ${read.problem}.` });
      continue;
    }
    const written = { ...inputOf(parsed, path, read.text), ...(await contextOf(parsed, path)) };
    const fixedInput = await fixed(written, parsed, configuration, errors);
    const input = parsed.shellcheck ? await withScriptsChecked(fixedInput, configuration) : fixedInput;
    files.push(await checkFile(path, input, configuration, loadTables));
  }
  return { files, errors };
}

/** The build context, where it is asked for; a problem is said, and the context is unknown. */
async function contextOf({ context, predict, rebuild }: Arguments, path: string): Promise<Partial<BuildInput>> {
  const isDefault = context === undefined && path !== '-' && (predict || rebuild !== undefined);
  const folder = context ?? (isDefault ? folderOf(path) : undefined);
  if (folder === undefined) return {};
  const { problem, ...known } = await readContext(folder, path);
  if (problem) process.stderr.write(`plimsoll: ${problem}\n`);
  return known;
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
