import { describe, expect, test } from 'vitest';
import { predictLayers } from '../../../src/image/layers/index.js';
import { type BuildInput, parseDockerfile } from '../../../src/model/index.js';
import { npmTable, pypiTable } from './small-tables.js';

const tables = {
  npm: npmTable([
    ['kit', '2.0.0', '', '', 200, 40, 50, 0, 0, 1],
    ['tester', '3.0.0', '', '', 1000, 200, 50],
  ]),
  pypi: pypiTable([
    ['web', '3.0', 'core', '', 100, 20, 120, 40, 30, 10],
    ['core', '1.0', '', '', 50, 10, 60, 20, 15, 5],
    ['pip', '26.0', '', '', 1000, 200, 900, 300],
  ]),
};
const MANIFEST = JSON.stringify({ dependencies: { kit: '*' }, devDependencies: { tester: '*' } });

/** The parts of the last layer: where they are, and what. */
function parts(text: string, more: Partial<BuildInput> = {}): string[] {
  const context = [{ path: 'package.json', text: MANIFEST, bytes: MANIFEST.length }];
  const layers = predictLayers(parseDockerfile({ text, today: '2026-11-24', context, ...more }), tables)?.layers ?? [];
  return (layers.at(-1)?.entries ?? []).map(
    ({ path, what, size }) => `${path} ${what}${size.unpacked.max === Infinity ? ' ?' : ''}`,
  );
}

const NODE = 'FROM node:24-slim\nWORKDIR /app\nENV NODE_DISABLE_COMPILE_CACHE=1\n';

describe('npm', () => {
  test.each([
    ['COPY package.json .\nRUN npm install', ['1 package of npm', '1 package of npm for development only']],
    ['COPY package.json .\nRUN npm install --omit=dev', ['1 package of npm']],
    ['COPY package.json .\nENV NODE_ENV=production\nRUN npm install', ['1 package of npm']],
    ['RUN --mount=type=bind,source=package.json,target=package.json npm install --omit=dev', ['1 package of npm']],
    ['COPY <<package.json .\n{"dependencies":{"kit":"*"}}\npackage.json\nRUN npm install', ['1 package of npm']],
  ])('installs what the project names: %s', (text, what) =>
    expect(parts(NODE + text)).toEqual([
      ...what.map((one) => `/app/node_modules ${one}`),
      '/root/.npm what npm keeps in /root/.npm',
    ]),
  );

  test('keeps nothing where the cache is taken care of', () => {
    expect(parts(`${NODE}RUN --mount=type=cache,target=/root/.npm npm i kit`)).toEqual([
      '/app/node_modules 1 package of npm',
    ]);
  });

  test('installs programs elsewhere, and keeps bytecode of itself', () => {
    expect(parts('FROM node:24-slim\nRUN npm i -g kit')).toEqual([
      '/tmp/node-compile-cache bytecode that npm keeps of itself',
      '/usr/local/lib/node_modules 1 package of npm',
      '/root/.npm what npm keeps in /root/.npm',
    ]);
    expect(parts('FROM node:20-slim\nRUN npm i -g kit')[0]).toMatch(/^\/usr/);
  });

  test('works where it is told to', () => {
    expect(parts('FROM node:24-slim\nCOPY package.json /srv/\nRUN cd /srv && npm ci --omit=dev')[1]).toMatch(
      /^\/srv\/node_modules 1/,
    );
  });

  test('is not known without the text of package.json', () => {
    const [first] = parts(`${NODE}COPY . .\nRUN npm install`, { context: [{ path: 'package.json', bytes: 10 }] });
    expect(first).toBe(
      '/app/node_modules what npm install installs: unknown, it is not known what package.json says ?',
    );
  });
});

describe('pip', () => {
  test.each([
    ['RUN pip install web', '/usr/local/lib/python3.13/site-packages'],
    ['RUN pip install --target /deps web', '/deps'],
    ['RUN pip install --user web', '/root/.local'],
    ['RUN /opt/venv/bin/pip install web', '/opt/venv'],
    ['ENV PATH=/venv/bin:$PATH\nRUN pip install web', '/venv'],
    ['ENV VIRTUAL_ENV=/v\nRUN pip install web', '/v'],
  ])('%s installs to %s', (text, folder) =>
    expect(parts(`FROM python:3.13-slim\n${text}`)).toEqual([
      `${folder} 2 packages of pip`,
      '/root/.cache/pip what pip keeps in /root/.cache/pip',
    ]),
  );

  test('leaves what an earlier step has installed', () => {
    expect(parts('FROM python:3.13-slim AS a\nRUN pip install core\nFROM a\nRUN pip install web')[0]).toMatch(
      / 1 package of pip$/,
    );
  });
});

describe('a virtual environment', () => {
  const sizeIn = (base: string, command: string) => {
    const text = `FROM ${base}\nRUN ${command}\n`;
    const [entry, ...more] =
      predictLayers(parseDockerfile({ text, today: '2026-11-24' }), tables)?.layers.at(-1)?.entries ?? [];
    expect(more).toEqual([]);
    return { path: entry?.path, max: entry?.size.unpacked.max ?? 0 };
  };

  test('has a pip of its own, and setuptools before Python 3.12', () => {
    const { path, max } = sizeIn('python:3.13-slim', 'python -m venv /venv');
    expect(path).toBe('/venv');
    expect(max).toBeGreaterThan(1900 * 512);
    expect(sizeIn('python:3.11-slim', 'python3 -m venv /venv').max).toBe(2 * max);
    expect(sizeIn('python:3.13-slim', 'python -m venv --without-pip /venv').max).toBeLessThan(100_000);
  });

  test('is anywhere where its folder is not known', () => {
    expect(sizeIn('python:3.13-slim', 'python -m venv $NOWHERE').max).toBe(Infinity);
  });
});
