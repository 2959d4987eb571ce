import { devDependenciesMissingForBuild } from '../../src/rules/dev-dependencies-missing-for-build.js';
import { testRule } from '../support/rule-table.js';

const manifest = (json: object) => ({ context: [{ path: 'package.json', bytes: 1, text: JSON.stringify(json) }] });
const TYPESCRIPT = manifest({ scripts: { build: 'tsc' }, devDependencies: { typescript: '5' } });

testRule(devDependenciesMissingForBuild, {
  finds: [
    {
      source: `
        FROM node AS build
        WORKDIR /app
        COPY . .
        RUN npm ci «--omit=dev»
        RUN npm run build
        FROM nginx
        COPY --from=build /app/dist /srv
      `,
      variant: 'npm',
      severity: 'warning',
      safety: 'suggested',
      repaired: `
        FROM node AS build
        WORKDIR /app
        COPY . .
        RUN npm ci
        RUN npm run build
        FROM nginx
        COPY --from=build /app/dist /srv
      `,
    },
    {
      title: 'what the image takes is pruned after the build',
      source: 'FROM node\nWORKDIR /app\nCOPY . .\nRUN npm ci «--only=production» && npm run build',
      repaired: 'FROM node\nWORKDIR /app\nCOPY . .\nRUN npm ci && npm run build && npm prune --omit=dev',
      variant: 'npm',
    },
    {
      title: 'node_modules is copied by another stage',
      source: `
        FROM node AS build
        WORKDIR /app
        RUN npm ci «--omit=dev»
        RUN npm run build
        FROM node
        COPY --from=build /app /app
      `,
      repaired: `
        FROM node AS build
        WORKDIR /app
        RUN npm ci
        RUN npm run build && npm prune --omit=dev
        FROM node
        COPY --from=build /app /app
      `,
    },
    {
      title: 'the environment leaves them out as well',
      source:
        'FROM node AS b\nENV NODE_ENV=production\nRUN «npm ci»\nRUN npm run build\nFROM nginx\nCOPY --from=b /dist /d',
      repaired:
        'FROM node AS b\nENV NODE_ENV=production\nRUN npm ci --include=dev\nRUN npm run build\nFROM nginx\nCOPY --from=b /dist /d',
      variant: 'npm',
    },
    {
      title: 'a stage that is built FROM the install',
      source: 'FROM node AS deps\nRUN npm ci «--omit=dev»\nFROM deps AS build\nRUN npm run build:prod',
      variant: 'npm',
    },
    {
      title: 'pruned too early',
      source: 'FROM node\nRUN npm ci\nRUN npm prune «--omit=dev»\nRUN npm run build',
      variant: 'npm',
      noFix: true,
    },
    {
      source:
        'FROM node AS b\nRUN pnpm install --frozen-lockfile «--prod» && pnpm build\nFROM nginx\nCOPY --from=b /d /d',
      repaired: 'FROM node AS b\nRUN pnpm install --frozen-lockfile && pnpm build\nFROM nginx\nCOPY --from=b /d /d',
      variant: 'pnpm',
    },
    {
      source:
        'FROM node AS b\nENV NODE_ENV=production\nRUN «pnpm install»\nRUN pnpm run compile\nFROM nginx\nCOPY --from=b /d /d',
      repaired:
        'FROM node AS b\nENV NODE_ENV=production\nRUN pnpm install --prod=false\nRUN pnpm run compile\nFROM nginx\nCOPY --from=b /d /d',
      variant: 'pnpm',
    },
    {
      source: 'FROM node\nRUN yarn install «--production» --frozen-lockfile\nRUN yarn build',
      repaired: 'FROM node\nRUN yarn install --frozen-lockfile\nRUN yarn build && yarn install --production',
      variant: 'yarn',
    },
    { source: 'FROM node\nARG NODE_ENV=production\nRUN «yarn install»\nRUN yarn tsc', variant: 'yarn' },
    {
      title: 'package.json says that the compiler is a development dependency',
      source: 'FROM node\nCOPY package*.json ./\nRUN npm ci «--omit=dev»\nCOPY . .\nRUN npm run build',
      severity: 'error',
      input: TYPESCRIPT,
    },
    {
      title: 'one finding for several scripts',
      source: 'FROM node\nRUN npm ci «--omit=dev» && npm run build && npm test',
    },
  ],
  silent: [
    'FROM node\nRUN npm ci && npm run build && npm prune --omit=dev',
    'FROM node\nRUN npm ci --omit=dev\nCMD ["node", "server.js"]',
    { title: 'start is no build', source: 'FROM node\nRUN npm ci --omit=dev && npm start' },
    {
      title: 'another stage',
      source: 'FROM node AS a\nRUN npm ci --omit=dev\nFROM node AS b\nRUN npm ci && npm run build',
    },
    {
      title: 'a flag outranks the environment',
      source: 'FROM node\nENV NODE_ENV=production\nRUN npm ci --include=dev\nRUN npm run build',
    },
    'FROM node\nENV NODE_ENV=production\nRUN pnpm install --prod=false\nRUN pnpm build',
    'FROM node\nENV NODE_ENV=production\nRUN yarn install --production=false && yarn build',
    'FROM node\nRUN npm ci\nENV NODE_ENV=production\nRUN npm run build',
    {
      title: 'the compiler is installed by itself',
      source: 'FROM node\nRUN npm ci --omit=dev && npm install -g typescript && npm run build',
    },
    {
      title: 'the modules come from elsewhere',
      source:
        'FROM node AS d\nRUN npm ci\nFROM node\nRUN npm ci --omit=dev\nCOPY --from=d /node_modules ./node_modules\nRUN npm run build',
    },
    {
      title: 'another folder',
      source: 'FROM node\nWORKDIR /api\nRUN npm ci --omit=dev\nWORKDIR /web\nRUN npm run build',
    },
    {
      title: 'package.json says that the build needs no such tool',
      source: 'FROM node\nCOPY . .\nRUN npm ci --omit=dev\nRUN npm run build',
      input: manifest({
        scripts: { build: 'vite build' },
        dependencies: { vite: '8' },
        devDependencies: { vitest: '4' },
      }),
    },
  ],
});
