import { expect, test } from 'vitest';
import { stateOf } from './state-of.js';

const FROM = 'FROM python:3.13-slim';
const PIP = '--mount=type=cache,target=/root/.cache/pip';

test.each([
  ['holds', `${FROM}\nRUN ${PIP} pip install -r requirements.txt`],
  [
    'holds',
    `${FROM}\nCOPY --from=ghcr.io/astral-sh/uv:0.9 /uv /bin/uv\nRUN --mount=type=cache,target=/root/.cache/uv uv pip install --system -r requirements.txt`,
  ],
  // That of another manager does not count.
  [
    'holds',
    `${FROM}\nRUN ${PIP} pip install flask\nRUN --mount=type=cache,target=/root/.npm npm_config_cache=/tmp npm ci --no-cache`,
  ],
  [
    'holds',
    `${FROM}\nRUN ${PIP} pip install flask\nRUN --mount=type=cache,target=/var/cache/apt apt-get install -y curl`,
  ],
  ['no-install', `${FROM}\nRUN apt-get update`],
  ['no-mount', `${FROM}\nRUN pip install -r requirements.txt`],
  // Each install wants its own.
  ['no-mount', `${FROM}\nRUN ${PIP} pip install flask\nRUN pip install gunicorn`],
  ['wrong-place', `${FROM}\nRUN --mount=type=cache,target=/var/cache/pip pip install -r requirements.txt`],
  ['ineffective', `${FROM}\nRUN ${PIP} pip install --no-cache-dir -r requirements.txt`],
  ['ineffective', `${FROM}\nENV PIP_NO_CACHE_DIR=1\nRUN ${PIP} pip install -r requirements.txt`],
])('%s', async (state, text) => {
  expect(await stateOf({ 'cache-mount': { managers: ['pip', 'uv'] } }, text)).toBe(state);
});
