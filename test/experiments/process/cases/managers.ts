/** E5: a package manager in front of the program. */
import type { ProcessOptions } from '../../../../src/image/index.js';
import { apt, IGNORED, type ProcessCase, type Seen, withPrograms } from '../case.js';

const SCRIPTS: Readonly<Record<string, string>> = {
  start: 'node handler.js',
  plain: 'node nohandler.js',
  makeway: 'exec node handler.js',
  twice: 'node --eval 1 && node handler.js',
  nested: 'npm run start',
};
const MANIFEST = JSON.stringify({ name: 'app', version: '1.0.0', license: 'MIT', scripts: SCRIPTS });
const FILES = { 'package.json': MANIFEST, 'serve.js': '#!/usr/bin/env node\nrequire("/app/handler.js");\n' };

/** Images of Node.js with each shell. */
const BASES = {
  dash: ['node:24-slim'],
  ash: ['node:24-slim', apt('busybox'), 'RUN ln -sf busybox /bin/sh'],
  bash: ['node:24-slim', 'RUN ln -sf bash /bin/sh'],
} as const;
type ShellName = keyof typeof BASES;
const INIT = { init: 'docker-init' } as const;

interface More extends Partial<ProcessCase> {
  readonly lines?: readonly string[];
  readonly behindCopy?: readonly string[];
  /** Instead of the image with the shell. */
  readonly image?: string;
}

function manager(name: string, shell: ShellName, command: string, more: More = {}): ProcessCase {
  const { lines = [], image, behindCopy = [], ...rest } = more;
  const [base, ...link] = BASES[shell];
  const words = command.split(' ');
  const cmd = [...behindCopy, `CMD ${JSON.stringify(words)}`].join('\n');
  const handles = !words.includes('plain');
  const dockerfile = withPrograms(image ?? base, ...(image ? [] : link), ...lines, cmd);
  return { name: `${shell}-${name}`, row: 'E5', dockerfile, files: FILES, handles, ...rest };
}

const PNPM = 'RUN npm install --global pnpm@10';
const BUN = 'RUN npm install --global bun@1';
/** So that `go run` has little left to compile. */
const GO_BUILD = 'RUN go build -o /dev/null handler.go && go build -o /dev/null nohandler.go';
const BERRY = 'RUN npm install --global --force @yarnpkg/cli-dist@4';
const YARN_4 = { ...FILES, '.yarnrc.yml': '', 'yarn.lock': '' };
const fails: Seen = { seconds: 0, exitCode: 1, handled: false };
const stops: Seen = { seconds: 0, exitCode: 0, handled: true };
const failsAsked: Seen = { seconds: 0, exitCode: 1, handled: true };
const died: Seen = { seconds: 0, exitCode: 143, handled: false };
const MORE = { row: 'more' } as const;

/** What was seen with images and versions that are not recorded again. */
function onlySeen(name: string, image: string, command: string, seen: Seen, more: More = {}): ProcessCase {
  return { ...manager(name, 'dash', command, { image, ...more }), name, seen, isOnlySeen: true };
}

interface Runner {
  readonly words: readonly string[];
  readonly lines: readonly string[];
  readonly files?: Readonly<Record<string, string>>;
}

const install = (tool: string) => `RUN pip install --break-system-packages ${tool}`;
const UV: Runner = { words: ['uv', 'run', '--no-project', '--python', '/usr/bin/python3'], lines: [install('uv')] };
const POETRY: Runner = {
  words: ['poetry', 'run'],
  lines: [install('poetry'), 'RUN poetry config virtualenvs.create false'],
  files: { 'pyproject.toml': '[project]\nname = "app"\nversion = "1"\nrequires-python = ">=3.11"\n' },
};
const PIPENV: Runner = { words: ['pipenv', 'run'], lines: [install('pipenv')], files: { Pipfile: '' } };

function python(name: string, { words, lines, files }: Runner, program: string, options?: ProcessOptions): ProcessCase {
  const cmd = `CMD ${JSON.stringify([...words, 'python3', `${program}.py`])}`;
  const dockerfile = withPrograms('python:3.13-slim', ...lines, cmd);
  const handles = program === 'handler';
  return { name, ...MORE, dockerfile, handles, ...(files && { files }), ...(options && { options }) };
}

export const MANAGER_CASES: readonly ProcessCase[] = [
  onlySeen('npm-6', 'node:14-slim', 'npm start', { seconds: 0, exitCode: 0, handled: false }),
  onlySeen('npm-6-alpine', 'node:14-alpine', 'npm start', stops),
  onlySeen('npm-8', 'node:16-slim', 'npm start', fails),
  onlySeen('npm-8-alpine', 'node:16-alpine', 'npm start', stops),
  onlySeen('npm-10', 'node:20-slim', 'npm start', fails),
  onlySeen('npm-12', 'node:26-slim', 'npm start', fails),
  onlySeen('npm-12-alpine', 'node:26-alpine', 'npm start', stops),
  onlySeen('npm-alpine-plain', 'node:24-alpine', 'npm run plain', fails),
  onlySeen('npm-6-exec', 'node:14-slim', 'npm run makeway', stops),
  onlySeen('node-run-alpine', 'node:24-alpine', 'node --run start', IGNORED),
  onlySeen('yarn-alpine', 'node:24-alpine', 'yarn start', failsAsked),
  onlySeen('pnpm-alpine', 'node:24-alpine', 'pnpm start', stops),
  onlySeen('pnpm-with-ps', 'node:24', 'pnpm start', failsAsked),
  manager('npm', 'dash', 'npm start', { seen: { ...fails, tree: 'npm(sh(node))' } }),
  manager('npm', 'ash', 'npm start', { seen: { ...stops, tree: 'npm(node)' } }),
  manager('npm', 'bash', 'npm start', { seen: { ...stops, tree: 'npm(node)' } }),
  manager('npm-plain', 'dash', 'npm run plain', MORE),
  manager('npm-plain', 'ash', 'npm run plain', { seen: fails }),
  manager('npm-makeway', 'dash', 'npm run makeway', { seen: { ...stops, tree: 'npm(node)' } }),
  manager('npm-twice', 'dash', 'npm run twice', MORE),
  manager('npm-twice', 'ash', 'npm run twice', MORE),
  manager('npm-nested', 'ash', 'npm run nested', MORE),
  manager('npm-nested', 'dash', 'npm run nested', MORE),
  manager('npm-init', 'dash', 'npm start', { options: INIT, seen: died }),
  manager('npm-init', 'ash', 'npm start', { ...MORE, options: INIT }),
  manager('npm-plain-init', 'ash', 'npm run plain', { ...MORE, options: INIT }),
  manager('npm-sigint', 'dash', 'npm run plain', { ...MORE, options: { stopSignal: 'SIGINT' } }),
  manager('npm-sigint', 'ash', 'npm run plain', { ...MORE, options: { stopSignal: 'SIGINT' } }),
  manager('npm-sigquit', 'ash', 'npm run plain', { ...MORE, options: { stopSignal: 'SIGQUIT' } }),
  manager('npm-dumb-init', 'dash', 'dumb-init npm start', { ...MORE, lines: [apt('dumb-init')], open: ['handled'] }),
  manager('npm-dumb-init', 'ash', 'dumb-init npm start', { ...MORE, lines: [apt('dumb-init')] }),
  {
    ...manager('npm-shell-form', 'dash', 'npm start'),
    dockerfile: withPrograms('node:24-slim', 'CMD npm start'),
    seen: { ...IGNORED, tree: 'sh(npm(sh(node)))' },
  },
  manager('node-run', 'dash', 'node --run start', { seen: IGNORED }),
  manager('node-run', 'ash', 'node --run start', { seen: IGNORED }),
  manager('node-run-init', 'dash', 'node --run start', { ...MORE, options: INIT }),
  manager('yarn', 'dash', 'yarn start', { seen: fails }),
  manager('yarn', 'ash', 'yarn start', { seen: failsAsked }),
  manager('yarn-init', 'dash', 'yarn start', { ...MORE, options: INIT }),
  manager('yarn-4', 'dash', 'yarn start', {
    ...MORE,
    lines: [BERRY],
    files: YARN_4,
    behindCopy: ['RUN yarn install'],
  }),
  manager('yarn-4-plain', 'dash', 'yarn run plain', {
    ...MORE,
    lines: [BERRY],
    files: YARN_4,
    behindCopy: ['RUN yarn install'],
  }),
  manager('pnpm', 'dash', 'pnpm start', { ...MORE, lines: [PNPM] }),
  manager('pnpm', 'ash', 'pnpm start', { lines: [PNPM], seen: stops }),
  manager('pnpm-plain', 'ash', 'pnpm run plain', { ...MORE, lines: [PNPM] }),
  manager('pnpm-init', 'dash', 'pnpm start', { ...MORE, lines: [PNPM], options: INIT }),
  manager('pnpm-with-ps', 'dash', 'pnpm start', { image: 'node:24', lines: [PNPM], seen: failsAsked }),
  manager('pnpm-with-ps-init', 'dash', 'pnpm start', { ...MORE, image: 'node:24', lines: [PNPM], options: INIT }),
  manager('pnpm-exec', 'dash', 'pnpm exec node handler.js', { ...MORE, lines: [PNPM] }),
  manager('bun', 'dash', 'bun run start', { ...MORE, lines: [BUN] }),
  manager('bun-plain', 'dash', 'bun run plain', { ...MORE, lines: [BUN] }),
  manager('npx', 'dash', 'npx -- node handler.js', MORE),
  manager('npx', 'ash', 'npx -- node handler.js', MORE),
  {
    name: 'go-run',
    ...MORE,
    dockerfile: withPrograms('golang:1.24', `${GO_BUILD}\nCMD ["go", "run", "nohandler.go"]`),
    handles: false,
  },
  {
    name: 'go-run-handler',
    ...MORE,
    dockerfile: withPrograms('golang:1.24', `${GO_BUILD}\nCMD ["go", "run", "handler.go"]`),
    handles: true,
  },
  {
    name: 'go-run-init',
    ...MORE,
    dockerfile: withPrograms('golang:1.24', `${GO_BUILD}\nCMD ["go", "run", "handler.go"]`),
    options: INIT,
    handles: true,
  },
  {
    name: 'go-run-sigint',
    ...MORE,
    dockerfile: withPrograms('golang:1.24', `${GO_BUILD}\nCMD ["go", "run", "handler.go"]`),
    options: { stopSignal: 'SIGINT' },
    handles: true,
  },
  ...['handler', 'nohandler'].flatMap((program) => [
    python(`uv-run-${program}`, UV, program),
    python(`poetry-run-${program}`, POETRY, program),
    python(`pipenv-run-${program}`, PIPENV, program),
  ]),
  python('uv-run-sigint', UV, 'handler', { stopSignal: 'SIGINT' }),
  python('uv-run-sigquit', UV, 'handler', { stopSignal: 'SIGQUIT' }),
  {
    name: 'bundle-exec',
    ...MORE,
    dockerfile: withPrograms(
      'debian:trixie-slim',
      apt('ruby', 'bundler'),
      'CMD ["bundle", "exec", "ruby", "handler.rb"]',
    ),
    files: { Gemfile: '' },
    handles: true,
  },
];
