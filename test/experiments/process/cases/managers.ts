/** E5: a package manager in front of the program. */
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
  /** Instead of the image with the shell. */
  readonly image?: string;
}

function manager(name: string, shell: ShellName, command: string, more: More = {}): ProcessCase {
  const { lines = [], image, ...rest } = more;
  const [base, ...link] = BASES[shell];
  const words = command.split(' ');
  const cmd = `CMD ${JSON.stringify(words)}`;
  const handles = !words.includes('plain');
  const dockerfile = withPrograms(image ?? base, ...(image ? [] : link), ...lines, cmd);
  return { name: `${shell}-${name}`, row: 'E5', dockerfile, files: FILES, handles, ...rest };
}

const PNPM = 'RUN npm install --global pnpm@10';
const BUN = 'RUN npm install --global bun@1';
const BERRY = 'RUN npm install --global --force @yarnpkg/cli-dist@4';
const fails: Seen = { seconds: 0, exitCode: 1, handled: false };
const stops: Seen = { seconds: 0, exitCode: 0, handled: true };
const failsAsked: Seen = { seconds: 0, exitCode: 1, handled: true };
const died: Seen = { seconds: 0, exitCode: 143, handled: false };
const MORE = { row: 'more' } as const;

/** What was seen with images and versions that are not recorded again. */
function onlySeen(name: string, image: string, command: string, seen: Seen, more: More = {}): ProcessCase {
  return { ...manager(name, 'dash', command, { image, ...more }), name, seen, isOnlySeen: true };
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
    files: { ...FILES, '.yarnrc.yml': '', 'yarn.lock': '' },
  }),
  manager('yarn-4-plain', 'dash', 'yarn run plain', {
    ...MORE,
    lines: [BERRY],
    files: { ...FILES, '.yarnrc.yml': '', 'yarn.lock': '' },
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
    dockerfile: withPrograms('golang:1.24', 'CMD ["go", "run", "nohandler.go"]'),
    handles: false,
  },
  {
    name: 'go-run-handler',
    ...MORE,
    dockerfile: withPrograms('golang:1.24', 'CMD ["go", "run", "handler.go"]'),
    handles: true,
  },
  {
    name: 'go-run-init',
    ...MORE,
    dockerfile: withPrograms('golang:1.24', 'CMD ["go", "run", "handler.go"]'),
    options: INIT,
    handles: true,
  },
  {
    name: 'go-run-sigint',
    ...MORE,
    dockerfile: withPrograms('golang:1.24', 'CMD ["go", "run", "handler.go"]'),
    options: { stopSignal: 'SIGINT' },
    handles: true,
  },
  ...['handler', 'nohandler'].flatMap((program): ProcessCase[] => {
    const python = (name: string, tool: string, words: readonly string[], more: More = {}): ProcessCase => ({
      name: `${name}-${program}`,
      ...MORE,
      dockerfile: withPrograms(
        'python:3.13-slim',
        `RUN pip install --break-system-packages ${tool}`,
        ...(more.lines ?? []),
        `CMD ${JSON.stringify([...words, 'python3', `${program}.py`])}`,
      ),
      ...(more.files && { files: more.files }),
      handles: program === 'handler',
    });
    return [
      python('uv-run', 'uv', ['uv', 'run', '--no-project', '--python', '/usr/bin/python3']),
      python('poetry-run', 'poetry', ['poetry', 'run'], {
        lines: ['RUN poetry config virtualenvs.create false'],
        files: { 'pyproject.toml': '[project]\nname = "app"\nversion = "1"\nrequires-python = ">=3.11"\n' },
      }),
      python('pipenv-run', 'pipenv', ['pipenv', 'run'], { files: { Pipfile: '' } }),
    ];
  }),
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
