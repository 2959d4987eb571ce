import { devDependenciesShipped } from '../../src/rules/dev-dependencies-shipped.js';
import { testRule } from '../support/rule-table.js';

testRule(devDependenciesShipped, {
  finds: [
    {
      source: 'FROM node:26-slim\nWORKDIR /app\nCOPY . .\nRUN «npm ci»\nCMD ["node", "a.js"]',
      variant: 'npm',
      severity: 'warning',
      safety: 'suggested',
      repaired: 'FROM node:26-slim\nWORKDIR /app\nCOPY . .\nRUN npm ci --omit=dev\nCMD ["node", "a.js"]',
    },
    {
      source: 'FROM node:26\nRUN «npm install» && npm run build\nCMD ["node", "a.js"]',
      title: 'the build needs them',
      variant: 'npm',
      noFix: true,
    },
    {
      source:
        'FROM node:26 AS build\nWORKDIR /app\nRUN npm ci\nRUN npm run build\nFROM node:26-slim\nCOPY --from=build «/app/node_modules» /app/node_modules',
      title: 'copied from a stage',
      variant: 'npm',
      noFix: true,
    },
    {
      source: 'FROM node:26 AS deps\nWORKDIR /app\nRUN npm ci\nFROM node:26-slim\nCOPY --from=deps «/app» /app',
      title: 'the folder around it',
      repaired:
        'FROM node:26 AS deps\nWORKDIR /app\nRUN npm ci --omit=dev\nFROM node:26-slim\nCOPY --from=deps /app /app',
    },
    {
      source:
        'FROM node:26 AS deps\nWORKDIR /app\nRUN npm ci\nFROM deps AS run\nRUN true\nFROM scratch\nCOPY --from=run «/app/node_modules» /m',
    },
    { source: 'FROM node:26 AS base\nRUN «npm i»\nFROM base', title: 'a stage that is built on' },
    { source: 'FROM node:26\nENV NODE_ENV=development\nRUN «npm ci»' },
    { source: 'FROM node:26\nRUN «npm ci»\nENV NODE_ENV=production', title: 'set too late' },
    {
      source: 'FROM node:26\nRUN «pnpm install» --frozen-lockfile',
      variant: 'pnpm',
      repaired: 'FROM node:26\nRUN pnpm install --prod --frozen-lockfile',
    },
    { source: 'FROM node:26\nRUN corepack enable && «pnpm i»', variant: 'pnpm' },
    {
      source: 'FROM node:24\nRUN «yarn» --frozen-lockfile',
      variant: 'yarn',
      repaired: 'FROM node:24\nRUN yarn --production --frozen-lockfile',
    },
    { source: 'FROM node:24\nRUN «yarn install» --immutable', variant: 'yarn', noFix: true },
    {
      source: 'FROM ruby:4.0\nRUN «bundle install»',
      variant: 'bundler',
      repaired: `FROM ruby:4.0\nRUN bundle config set --local without 'development test' && bundle install`,
    },
    {
      source:
        'FROM ruby:4.0 AS build\nRUN bundle install\nFROM ruby:4.0-slim\nCOPY --from=build «/usr/local/bundle» /usr/local/bundle',
      variant: 'bundler',
    },
    {
      source: 'FROM php:8.5\nRUN «composer install»',
      variant: 'composer',
      repaired: 'FROM php:8.5\nRUN composer install --no-dev',
    },
    {
      source:
        'FROM composer AS c\nWORKDIR /app\nRUN composer install\nFROM php:8.5\nCOPY --from=c «/app/vendor» vendor',
      variant: 'composer',
    },
    {
      source: 'FROM python:3.14\nRUN «pip install» -r requirements.txt -r requirements-dev.txt',
      variant: 'pip',
      noFix: true,
    },
    {
      source: 'FROM python:3.14\nRUN «pip install» -r dev-requirements.txt\nRUN pip install -r requirements.txt',
      variant: 'pip',
    },
    { source: 'FROM python:3.14\nRUN «pip install» .[dev]', variant: 'pip', noFix: true },
    {
      source: 'FROM python:3.14\nRUN «uv sync» --locked',
      variant: 'uv',
      repaired: 'FROM python:3.14\nRUN uv sync --no-dev --locked',
    },
    {
      source:
        'FROM python:3.14 AS b\nWORKDIR /app\nRUN uv sync\nFROM python:3.14-slim\nCOPY --from=b «/app/.venv» /app/.venv',
      variant: 'uv',
    },
    {
      source: 'FROM python:3.14\nRUN «poetry install»',
      variant: 'poetry',
      repaired: 'FROM python:3.14\nRUN poetry install --only=main',
    },
    { source: 'FROM python:3.14\nRUN «poetry install» --no-root', variant: 'poetry' },
  ],
  silent: [
    'FROM node:26\nRUN npm ci --omit=dev',
    'FROM node:26\nENV NODE_ENV=production\nRUN npm ci',
    { source: 'FROM node:26\nARG NODE_ENV\nRUN npm ci', title: 'the builder may say so' },
    'FROM node:26\nRUN NODE_ENV=production npm ci',
    'FROM node:26\nRUN npm config set omit dev && npm ci',
    'FROM node:26\nRUN npm ci && npm run build && npm prune --omit=dev',
    'FROM node:26\nRUN npm ci && npm run build && rm -rf node_modules && npm ci --omit=dev',
    { source: 'FROM node:26\nRUN npm install -g serve && npm install express', title: 'packages by name' },
    {
      source:
        'FROM node:26 AS build\nWORKDIR /app\nRUN npm ci && npm run build\nFROM node:26-slim\nCOPY --from=build /app/dist /app/dist',
      title: 'only what was built is copied',
    },
    'FROM node:26 AS build\nWORKDIR /app\nRUN npm ci && npm run build && npm prune --omit=dev\nFROM node:26-slim\nCOPY --from=build /app /app',
    { source: 'FROM node:26 AS dev\nRUN npm ci', title: 'made to work in' },
    { source: 'FROM node:26\nRUN npm ci\nCMD ["npm", "run", "dev"]', title: 'starts the development server' },
    'FROM node:26\nRUN npm ci\nCMD nodemon server.js',
    {
      source: 'FROM node:26\nCOPY . .\nRUN npm ci',
      title: 'there are none',
      input: { context: [{ path: 'package.json', bytes: 40, text: '{"dependencies": {"express": "5"}}' }] },
    },
    { source: 'FROM node:26\nRUN npm ci --include=dev', title: 'asked for' },
    'FROM node:26\nRUN pnpm install --prod',
    'FROM node:24\nRUN yarn install --production',
    'FROM node:26\nRUN yarn install --immutable && yarn build && yarn workspaces focus --production',
    'FROM ruby:4.0\nENV BUNDLE_WITHOUT=development:test\nRUN bundle install',
    `FROM ruby:4.0\nRUN bundle config set --local without 'development test' && bundle install`,
    'FROM php:8.5\nRUN composer install --no-dev',
    'FROM php:8.5\nENV COMPOSER_NO_DEV=1\nRUN composer install',
    'FROM python:3.14\nRUN pip install -r requirements.txt',
    'FROM python:3.14\nRUN uv sync --no-dev',
    'FROM python:3.14\nENV UV_NO_DEV=1\nRUN uv sync',
    'FROM python:3.14\nRUN poetry install --only main',
    'FROM python:3.14\nRUN poetry install --without dev',
  ],
});
