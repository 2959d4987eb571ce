/**
 * Builds, starts, stops and builds again each answer of each exercise, and writes what was seen to results.json.
 *
 *     npm run experiments -- exercises [--bases TEXT] [ID…]
 *
 * Needs Docker on amd64 and package registries. With ids only these exercises are done anew.
 */
import { execFileSync, spawnSync } from 'node:child_process';
import { appendFileSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { parseArgs } from 'node:util';
import { type Answer, type Exercise, inputOf } from '../../../src/exercises/exercise.js';
import { parseDockerfile } from '../../../src/model/index.js';
import { exerciseFolders } from '../../exercises/folders.js';
import { build } from '../rebuild/build.js';
import { countBytes, withLayers } from '../saved-image.js';
import { recordedNow } from '../versions.js';
import { builtAnswers, editedFiles } from './answers.js';
import { contentOf } from './contents.js';
import type { MeasuredAnswer, Results } from './results.js';

const FILE = 'test/experiments/exercises/results.json';
const TAG = 'plimsoll-rebuild-result';

const { values, positionals } = parseArgs({
  options: { bases: { type: 'string', default: 'official images' } },
  allowPositionals: true,
});
const known: Results | undefined = existsSync(FILE) ? JSON.parse(readFileSync(FILE, 'utf8')) : undefined;
const recorded: Record<string, Record<string, MeasuredAnswer>> = { ...(known?.exercises as object) };
const folders = exerciseFolders();

for (const { exercise } of folders) {
  if (positionals.length > 0 && !positionals.includes(exercise.id)) continue;
  const answers: Record<string, MeasuredAnswer> = {};
  for (const [name, answer] of builtAnswers(exercise)) {
    answers[name] = await measure(exercise, answer);
    console.log(exercise.id, name, JSON.stringify(answers[name]));
  }
  recorded[exercise.id] = answers;
  save();
}

async function measure(exercise: Exercise, answer: Answer): Promise<MeasuredAnswer> {
  const missing = missingBase(exercise, answer);
  if (missing) return { notHere: missing };
  const folder = writeContext(exercise, answer);
  try {
    const options = { folder, arguments: exercise.build.buildArguments ?? {}, target: exercise.build.target };
    const isBuilt = await build(options).then(
      () => true,
      (error: unknown) => {
        console.error(String(error));
        return false;
      },
    );
    if (!isBuilt) return { builds: false };
    const seen = await seenOf();
    const rebuiltSteps: Record<string, number> = {};
    for (const file of editedFiles(exercise)) {
      appendFileSync(join(folder, file), commentIn(file));
      const steps = Object.entries(await build(options));
      rebuiltSteps[file] = steps.filter(([name, step]) => step === 'run' && isStep(name)).length;
    }
    return { builds: true, ...seen, ...(Object.keys(rebuiltSteps).length > 0 && { rebuiltSteps }) };
  } finally {
    rmSync(folder, { recursive: true });
  }
}

/** An edit that leaves the program as it is. */
function commentIn(file: string): string {
  if (/\.(?:py|txt|toml|ya?ml|sh)$/.test(file)) return '\n# edited\n';
  return /\.(?:json|md|html|css)$/.test(file) ? '\n' : '\n// edited\n';
}

function isStep(name: string): boolean {
  return /^\[[^\]]+\] (?:RUN|COPY|ADD|WORKDIR)\b/.test(name);
}

function missingBase(exercise: Exercise, answer: Answer): string | undefined {
  const { imageReferences } = parseDockerfile(inputOf(exercise, answer));
  const names = imageReferences.flatMap(({ name }) => (name ? [name.text] : []));
  return names.find((name) => name !== 'scratch' && spawnSync('docker', ['image', 'inspect', name]).status !== 0);
}

function writeContext(exercise: Exercise, answer: Answer): string {
  const folder = mkdtempSync(join(tmpdir(), 'exercise-'));
  for (const file of exercise.build.context ?? []) {
    const path = join(folder, file.path);
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(path, contentOf(exercise, file), { mode: file.path.endsWith('.sh') ? 0o755 : 0o644 });
  }
  lockDependencies(exercise, folder);
  const { text, dockerignore } = inputOf(exercise, answer);
  writeFileSync(join(folder, 'Dockerfile'), text);
  if (dockerignore !== undefined) writeFileSync(join(folder, '.dockerignore'), dockerignore);
  return folder;
}

/** A lock file of npm is made by npm, from the manifest beside it. */
function lockDependencies({ build: { context = [] } }: Exercise, folder: string): void {
  for (const { path } of context.filter((file) => /(?:^|\/)package-lock\.json$/.test(file.path))) {
    const place = join(folder, dirname(path));
    rmSync(join(folder, path));
    execFileSync('npm', ['install', '--package-lock-only', '--ignore-scripts', '--no-audit', '--no-fund'], {
      cwd: place,
    });
  }
}

function docker(...words: readonly string[]): string {
  return execFileSync('docker', words, { encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] }).trim();
}

async function seenOf(): Promise<MeasuredAnswer> {
  const unpackedBytes = await withLayers(TAG, async (layers) => {
    let bytes = 0;
    for (const layer of layers) bytes += await countBytes(layer.open());
    return bytes;
  });
  const user = docker('image', 'inspect', '--format', '{{.Config.User}}', TAG);
  return { unpackedBytes, user, ...(await stopped()) };
}

/** Long enough for a program to start, in milliseconds. */
const START = 4000;

async function stopped(): Promise<MeasuredAnswer> {
  const { status, stdout } = spawnSync('docker', ['run', '--detach', TAG], { encoding: 'utf8' });
  const container = stdout.trim();
  if (status !== 0) return { runs: false };
  try {
    await sleep(START);
    if (docker('inspect', '--format', '{{.State.Running}}', container) !== 'true') return { runs: false };
    const began = performance.now();
    docker('stop', container);
    const stopSeconds = Math.round((performance.now() - began) / 100) / 10;
    return {
      runs: true,
      stopSeconds,
      exitCode: Number(docker('inspect', '--format', '{{.State.ExitCode}}', container)),
    };
  } finally {
    docker('rm', '--force', container);
  }
}

function save(): void {
  const inOrder = Object.fromEntries(
    folders.flatMap(({ exercise: { id } }) => (recorded[id] ? [[id, recorded[id]]] : [])),
  );
  writeFileSync(FILE, `${JSON.stringify({ ...recordedNow(values.bases), exercises: inOrder }, null, 1)}\n`);
}
