import { expect, test } from 'vitest';
import { stateOf } from './state-of.js';

const FROM = 'FROM node:24-slim\nWORKDIR /srv';
const RUN = 'RUN --mount=type=secret,id=npmrc';

test.each([
  ['holds', `${FROM}\n${RUN},target=/srv/.npmrc npm ci`],
  ['holds', `${FROM}\nRUN --mount=type=secret,id=token,env=NPM_TOKEN npm ci`],
  ['holds', `${FROM}\n${RUN} NPM_CONFIG_USERCONFIG=/run/secrets/npmrc pnpm install`],
  ['holds', `${FROM}\n${RUN} cp /run/secrets/npmrc .npmrc && npm ci && rm .npmrc`],
  [
    'holds',
    `FROM node:24-slim AS build\nWORKDIR /srv\n${RUN} cp /run/secrets/npmrc .npmrc && npm ci\n\n${FROM}\nCOPY --from=build /srv/node_modules ./node_modules`,
  ],
  ['kept', `${FROM}\n${RUN} cp /run/secrets/npmrc .npmrc && npm ci`],
  ['kept', `${FROM}\n${RUN} cat /run/secrets/npmrc > .npmrc && npm ci\nRUN rm .npmrc`],
  ['kept', `${FROM}\n${RUN} echo "//npm.example.com/:_authToken=$(cat /run/secrets/npmrc)" >> .npmrc && npm ci`],
  ['kept', `${FROM}\n${RUN} cat /run/secrets/npmrc | tee .npmrc && npm ci`],
  [
    'kept',
    `${FROM}\nRUN --mount=type=secret,id=token,env=NPM_TOKEN npm config set //npm.example.com/:_authToken $NPM_TOKEN && npm ci`,
  ],
  [
    'kept',
    `FROM node:24-slim AS build\nWORKDIR /srv\n${RUN} cp /run/secrets/npmrc .npmrc && npm ci\n\n${FROM}\nCOPY --from=build /srv /srv`,
  ],
  // The name of the variable, and not its value.
  [
    'holds',
    `${FROM}\nRUN --mount=type=secret,id=token,env=NPM_TOKEN echo '_authToken=\${NPM_TOKEN}' > .npmrc && npm ci`,
  ],
  [
    'kept',
    `${FROM}\nRUN --mount=type=secret,id=token,env=NPM_TOKEN echo "_authToken=\${NPM_TOKEN}" > .npmrc && npm ci`,
  ],
  ['not-read', `${FROM}\n${RUN} npm ci`],
  ['not-read', `${FROM}\n${RUN},target=/elsewhere/.npmrc npm ci`],
  ['holds', `${FROM}\n${RUN},target=.npmrc npm ci`],
  ['holds', `${FROM}\n${RUN},target=/root/.npmrc npm ci`],
  ['holds', `${FROM}\nENV NPM_CONFIG_USERCONFIG=/run/secrets/npmrc\n${RUN} npm ci`],
  ['holds', `${FROM}\n${RUN} npm ci --userconfig=/run/secrets/npmrc`],
  ['no-mount', `${FROM}\nCOPY .npmrc ./\nRUN npm ci`],
  ['leaks', `${FROM}\nARG NPM_TOKEN\nRUN npm ci`],
  ['no-step', FROM],
])('%s: %j', async (state, text) => {
  expect(await stateOf({ 'secret-mounted': { step: 'install' } }, text)).toBe(state);
});
