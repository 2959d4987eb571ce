/** What a real build of an answer gives. */
import { execFileSync, spawnSync } from 'node:child_process';
import { randomInt, randomUUID } from 'node:crypto';
import { appendFileSync, existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Answer, type Exercise, inputOf } from '../../../src/exercises/exercise.js';
import { parseDockerfile } from '../../../src/model/index.js';
import { type BuildOptions, build, type StepRecord, TAG } from '../rebuild/build.js';
import { asked, asks } from './answers.js';
import { askContainer, docker } from './container.js';
import { type ContextFolder, writeContext } from './context-folder.js';
import type { MeasuredAnswer, MeasuredArgument, MeasuredRebuild } from './results.js';
import { environmentOf, seenIn } from './seen.js';

/** What a leak would show. */
const TOKEN = 'a-token-that-nobody-may-see';
const SECRETS: Readonly<Record<string, string>> = {
  npm_token: TOKEN,
  npmrc: `//npm.example.com/:_authToken=${TOKEN}\n`,
};
const secrets = writeSecrets();

function writeSecrets(): Record<string, string> {
  const folder = mkdtempSync(join(tmpdir(), 'secrets-'));
  process.on('exit', () => rmSync(folder, { recursive: true }));
  return Object.fromEntries(
    Object.entries(SECRETS).map(([id, value]) => {
      writeFileSync(join(folder, id), value);
      return [id, join(folder, id)];
    }),
  );
}

/** Builds an answer, looks into the image, starts and stops it, and builds it again after changes. */
export async function measure(exercise: Exercise, answer: Answer): Promise<MeasuredAnswer> {
  const notHere = whyNotHere(exercise, answer);
  if (notHere !== undefined) return { notHere };
  const context = writeContext(exercise, answer);
  try {
    const options = optionsFor(exercise, context.folder);
    const failure = await build(options).then(() => undefined, String);
    if (failure !== undefined) {
      console.error(failure);
      return { builds: false };
    }
    return {
      builds: true,
      ...(await seenIn(TAG, exercise, context, TOKEN)),
      ...(asks(exercise, 'not-sent') && { sent: sentFrom(context) }),
      ...(await askContainer(TAG, questionsOf(exercise))),
      ...(await builtAgain(exercise, options)),
    };
  } finally {
    rmSync(context.folder, { recursive: true });
  }
}

function optionsFor({ build: { buildArguments, target } }: Exercise, folder: string): BuildOptions {
  return { folder, arguments: { NPM_TOKEN: TOKEN, ...buildArguments }, target, secrets };
}

function questionsOf(exercise: Exercise) {
  const isGivenAny = asks(exercise, 'takes-arguments');
  return {
    given: [...asked(exercise, ['runs-given'], 'command'), ...(isGivenAny ? ['--given one'] : [])],
    paths: [...asked(exercise, ['writable'], 'folder'), ...asked(exercise, ['read-only'], 'file')],
    reaping: asks(exercise, 'reaps'),
  };
}

/** What a COPY of everything would bring. */
function sentFrom({ folder, files }: ContextFolder): readonly string[] {
  const all = join(folder, 'All.Dockerfile');
  const tar = join(folder, 'all.tar');
  const ignored = join(folder, '.dockerignore');
  writeFileSync(all, 'FROM scratch\nCOPY . /\n');
  if (existsSync(ignored)) writeFileSync(`${all}.dockerignore`, readFileSync(ignored));
  docker('buildx', 'build', '--file', all, '--output', `type=tar,dest=${tar}`, folder);
  const sent = execFileSync('tar', ['-tf', tar], { encoding: 'utf8' }).split('\n');
  rmSync(tar);
  return sent.filter((path) => files.has(path)).sort();
}

async function builtAgain(exercise: Exercise, options: BuildOptions): Promise<MeasuredAnswer> {
  const edits: Record<string, MeasuredRebuild> = {};
  for (const file of asked(exercise, ['rebuilt-steps', 'stays-cached'], 'file')) {
    appendFileSync(join(options.folder, file), commentIn(file));
    edits[file] = rebuildOf(await build({ ...options, stepsOnly: true }));
  }
  const others: Record<string, MeasuredArgument> = {};
  for (const name of asked(exercise, ['environment', 'stays-cached'], 'argument')) {
    const value = randomUUID();
    const steps = await build({ ...options, arguments: { ...options.arguments, [name]: value } });
    const set = Object.entries(environmentOf(TAG)).filter(([, other]) => other === value);
    others[name] = { ...rebuildOf(steps), sets: set.map(([variable]) => variable) };
  }
  return {
    ...(Object.keys(edits).length > 0 && { edits }),
    ...(Object.keys(others).length > 0 && { arguments: others }),
  };
}

function rebuildOf(steps: Readonly<Record<string, StepRecord>>): MeasuredRebuild {
  const named = (record: StepRecord) => Object.keys(steps).filter((name) => steps[name] === record && STEP.test(name));
  return { ran: named('run'), cached: named('cached') };
}

const STEP = /^\[[^\]]+\] (?:RUN|COPY|ADD|WORKDIR)\b/;

/** An edit that leaves the program as it is, and that no build has seen before: its steps could be in the cache. */
function commentIn(file: string): string {
  if (/(?:\.(?:py|txt|toml|ya?ml|sh)|Dockerfile)$/.test(file)) return `\n# ${randomUUID()}\n`;
  if (/\.(?:md|html)$/.test(file)) return `\n<!-- ${randomUUID()} -->\n`;
  if (file.endsWith('.json')) return ' '.repeat(randomInt(1, MOST_SPACES));
  return `\n// ${randomUUID()}\n`;
}

const MOST_SPACES = 10_000;

function whyNotHere(exercise: Exercise, answer: Answer): string | undefined {
  const missing = missingBase(exercise, answer);
  if (missing) return `There is no ${missing} here.`;
  // Not seen from a failure alone: a pipe into a shell may hide it.
  const [, host] = /https?:\/\/([\w.-]*\bexample\.com)\b/.exec(inputOf(exercise, answer).text) ?? [];
  return host && `It downloads from ${host}, which is an example.`;
}

function missingBase(exercise: Exercise, answer: Answer): string | undefined {
  const { imageReferences } = parseDockerfile(inputOf(exercise, answer));
  const names = imageReferences.flatMap(({ name }) => (name ? [name.text] : []));
  return names.find((name) => name !== 'scratch' && spawnSync('docker', ['image', 'inspect', name]).status !== 0);
}
