import { describe, expect, test } from 'vitest';
import { middleOf } from '../../../src/image/amount.js';
import { type InstallSituation, predictInstall } from '../../../src/image/languages/index.js';
import { type BuildInput, packageCallOf, parseDockerfile } from '../../../src/model/index.js';
import { npmTable, pypiTable } from './small-tables.js';

const npm = npmTable(
  [
    ['app-kit', '1.0.0', 'left', '', 100, 20, 50, 0, 0, 1],
    ['app-kit', '2.0.0', 'left', '', 200, 40, 50, 0, 0, 1],
    ['left', '1.0.0', '', '', 10, 2, 5],
    ['tester', '3.0.0', 'left', '', 1000, 200, 50],
    ['fetcher', '1.0.0', '', '', 10],
    ['puppeteer', '1.0.0', '', '', 10],
    ['native', '1.0.0', 'native-gnu', '', 10],
    ['native-gnu', '1.0.0', '', '', 1000],
  ],
  {
    libraries: { glibc: ['native-gnu'], musl: [] },
    machine: ['native-gnu'],
    scripts: { fetcher: 'its install script fetches a program', puppeteer: 'its install script fetches a program' },
  },
);
const pypi = pypiTable(
  [
    ['web', '3.0', 'core', '', 100, 20, 120, 40, 30, 10],
    ['core', '1.0', '', '', 50, 10, 60, 20, 15, 5],
    ['native', '1.0', '', '', 1000],
    ['pip', '26.0', '', '', 10],
  ],
  { machine: ['native'] },
);

const FILES: Record<string, string | undefined> = {
  'package.json': JSON.stringify({ dependencies: { 'app-kit': '^2.0.0' }, devDependencies: { tester: '*' } }),
};

function predict(command: string, more: Partial<InstallSituation> = {}, files = {} as typeof FILES) {
  const input: BuildInput = { text: `FROM scratch\nRUN ${command}`, today: '2026-11-24' };
  const [run] = parseDockerfile(input).stages[0]?.instructions ?? [];
  const script = run?.keyword === 'RUN' ? run.command.script : undefined;
  const call = script?.commands[0] && packageCallOf(script.commands[0]);
  if (!call) throw new Error(`no call: ${command}`);
  return predictInstall(call, {
    npm,
    pypi,
    library: 'glibc',
    isAmd64: true,
    omitsDevelopment: false,
    python: '3.13',
    installed: new Set(),
    textOf: (path) => (path in files ? files[path] : null),
    variable: () => undefined,
    ...more,
  });
}

function known(...args: Parameters<typeof predict>) {
  const found = predict(...args);
  if ('unknown' in found) throw new Error(found.unknown);
  return found;
}

describe('npm installs', () => {
  test.each([
    ['npm install app-kit', 'app-kit@2.0.0 left@1.0.0'],
    ['npm install app-kit@1', 'app-kit@1.0.0 left@1.0.0'],
    ['npm install -g app-kit tester', 'app-kit@2.0.0 left@1.0.0 left@1.0.0 tester@3.0.0'],
  ])('%s', (command, names) => expect(known(command).names.join(' ')).toBe(names));

  test('what package.json names', () => {
    const all = known('npm install', {}, FILES);
    expect(all.names).toEqual(['app-kit@2.0.0', 'left@1.0.0', 'tester@3.0.0']);
    expect(all.development?.names).toEqual(['tester@3.0.0']);
  });

  test.each([
    ['npm install --omit=dev', {}],
    ['npm install', { omitsDevelopment: true }],
  ])('without what development needs: %s', (command, more) => {
    const found = known(command, more, FILES);
    expect(found.names).toEqual(['app-kit@2.0.0', 'left@1.0.0']);
    expect(found.development).toBeUndefined();
  });

  test('what the lock file has, in its versions', () => {
    const lock = JSON.stringify({
      packages: {
        '': {},
        'node_modules/app-kit': { version: '1.0.0' },
        'node_modules/left': { version: '1.0.0' },
        'node_modules/tester': { version: '3.0.0', dev: true },
        'node_modules/other-os': { version: '1.0.0', os: ['win32'], optional: true },
      },
    });
    const files = { ...FILES, 'package-lock.json': lock };
    expect(known('npm ci', {}, files).names).toEqual(['app-kit@1.0.0', 'left@1.0.0', 'tester@3.0.0']);
    expect(known('npm ci --omit=dev', {}, files).names).toEqual(['app-kit@1.0.0', 'left@1.0.0']);
  });

  test('in a wider range where the lock file is not known', () => {
    const width = ({ unpacked: { min, max } }: ReturnType<typeof known>) => (max - min) / (max + min);
    const sure = known('npm install', {}, FILES);
    expect(width(known('npm ci', {}, { ...FILES, 'package-lock.json': undefined }))).toBeGreaterThan(3 * width(sure));
    expect(width(known('npm install app-kit@0.1'))).toBeGreaterThan(3 * width(known('npm install app-kit')));
  });

  test('and keeps archives, and descriptions where no lock file names versions', () => {
    const { cache } = known('npm install app-kit left');
    expect(cache.unpacked.min).toBeGreaterThan((40 + 2 + 50 + 5) * 512 * 0.8);
  });
});

test('npm asks about packages that it leaves out, unless a lock file tells which versions to take', () => {
  const cached = (...args: Parameters<typeof known>) => middleOf(known(...args).cache.unpacked) ?? 0;
  const production = cached('npm install app-kit');
  expect(cached('npm install --omit=dev', {}, FILES)).toBeGreaterThan(production + 50 * 512);
  const unheardOf = { 'package.json': '{"dependencies":{"left":"*"},"devDependencies":{"nowhere":"*"}}' };
  expect(known('npm install --omit=dev', {}, unheardOf).cache.unpacked.max).toBe(Infinity);
});

describe('it is not known what npm installs', () => {
  test.each([
    ['npm install nowhere', {}, {}, 'no table has the size of nowhere'],
    ['npm install fetcher', {}, {}, 'fetcher: its install script fetches a program'],
    ['npm install native', { library: undefined }, {}, 'native-gnu depends on the C library of the base image'],
    ['npm install native', { isAmd64: false }, {}, 'native-gnu was measured on amd64 only'],
    ['npm install ./folder', {}, {}, 'it can’t be seen what ./folder is'],
    ['npm install', {}, {}, 'there is no package.json'],
    ['npm install app-kit', {}, { 'package.json': undefined }, 'it is not known what package.json says'],
    ['npm install', {}, { 'package.json': '{"workspaces":["a"]}' }, 'the project has workspaces'],
    ['npm install', {}, { 'package.json': '{"dependencies":{"a":"file:../a"}}' }, 'a is not from the registry'],
    [
      'npm install',
      { omitsDevelopment: undefined },
      FILES,
      'it is not known whether development dependencies are left out',
    ],
    ['npm install left', { npm: undefined }, {}, 'the table of npm packages is not there'],
    ['npm update', {}, {}, 'what npm update brings depends on what is there'],
    ['yarn add left', {}, {}, 'no table has what yarn installs'],
    ['cargo install ripgrep', {}, {}, 'no table has what cargo installs'],
  ] as const)('%s %o', (command, more, files, reason) =>
    expect(predict(command, more, files)).toEqual({ unknown: reason }),
  );

  test('unless its script is told to fetch nothing', () => {
    const variable = (name: string) => (name === 'PUPPETEER_SKIP_DOWNLOAD' ? 'true' : undefined);
    expect(known('npm install puppeteer', { variable }).names).toEqual(['puppeteer@1.0.0']);
    expect(known('npm install --ignore-scripts puppeteer').names).toEqual(['puppeteer@1.0.0']);
    expect(predict('npm install puppeteer')).toHaveProperty('unknown');
  });
});

test.each(['npm install --package-lock-only', 'npm install --dry-run app-kit', 'pip install --dry-run web'])(
  'nothing is installed by %s',
  (command) => expect(known(command, {}, FILES)).toMatchObject({ names: [], unpacked: { min: 0, max: 0 } }),
);

describe('pip installs', () => {
  test.each([
    ['pip install web', 'core==1.0 web==3.0'],
    ['pip install --no-deps Web', 'web==3.0'],
    ['pip3 install "web>=2" core', 'core==1.0 web==3.0'],
    ['pip install web; true', 'core==1.0 web==3.0'],
    ['uv pip install --system web', 'core==1.0 web==3.0'],
  ])('%s', (command, names) => expect(known(command).names.join(' ')).toBe(names));

  test('what a requirements file names', () =>
    expect(known('pip install -r requirements.txt', {}, { 'requirements.txt': 'web\n' }).packages).toBe(2));

  test('and compiles, unless it is told not to; uv the other way round', () => {
    const bytes = (command: string) => known(command).unpacked.max;
    expect(bytes('pip install web')).toBeGreaterThan(2 * bytes('pip install --no-compile web'));
    expect(bytes('uv pip install web')).toBe(bytes('pip install --no-compile web'));
    expect(bytes('uv pip install --compile-bytecode web')).toBe(bytes('pip install web'));
  });

  test('nothing that is there already, unless it is to be upgraded', () => {
    const installed = new Set(['pip', 'core']);
    expect(known('pip install web', { installed }).names).toEqual(['web==3.0']);
    expect(known('pip install pip', { installed }).unpacked.max).toBe(0);
    expect(known('pip install --upgrade pip', { installed }).names).toEqual(['pip==26.0']);
  });

  test('in a wider range on another Python or in another version', () => {
    const max = (...args: Parameters<typeof known>) => known(...args).unpacked.max;
    expect(max('pip install web', { python: '3.12' })).toBeGreaterThan(max('pip install web'));
    expect(max('pip install web', { python: '3.8' })).toBeGreaterThan(max('pip install web', { python: '3.12' }));
    expect(max('pip install web==1.0')).toBeGreaterThan(max('pip install web'));
  });
});

describe('it is not known what pip installs', () => {
  test.each([
    ['pip install nowhere', {}, {}, 'no table has the size of nowhere'],
    ['pip install native', { library: 'musl' }, {}, 'native was measured with glibc only'],
    ['pip install native', { isAmd64: false }, {}, 'native was measured on amd64 only'],
    ['pip install .', {}, {}, 'it can’t be seen what . is'],
    ['pip install $NAME', {}, {}, 'it can’t be seen what $NAME is'],
    ['pip install -e web', {}, {}, 'it can’t be seen what -e web brings'],
    ['pip install -i https://example.com web', {}, {}, 'it can’t be seen what -i https://example.com brings'],
    ['pip install "web[fast]"', {}, {}, 'no table has the size of web[fast]'],
    ['pip install -r requirements.txt', {}, {}, 'there is no requirements.txt'],
    ['pip install web', { pypi: undefined }, {}, 'the table of Python packages is not there'],
    ['poetry install', {}, {}, 'no table has what poetry installs'],
    ['uv sync', {}, {}, 'no table has what uv installs'],
    ['xargs pip install', {}, {}, 'it can’t be seen what xargs adds'],
  ] as const)('%s %o', (command, more, files, reason) =>
    expect(predict(command, more, files)).toEqual({ unknown: reason }),
  );
});
