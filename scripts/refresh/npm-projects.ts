/**
 * The projects whose installs the table of npm packages is made of: what Dockerfiles install and what package.json
 * files depend on most, grouped as people use them together, and older major versions that many still have. Names come
 * from 6,267 Dockerfiles and 35 package.json files of 61 public repositories (read on 2026-11-24), and from what is well
 * known. Everything that these depend on is in the table too.
 */
export const NPM_PROJECTS: Readonly<Record<string, readonly string[]>> = {
  'web-api': [
    ...['express', 'cors', 'helmet', 'morgan', 'dotenv', 'body-parser', 'cookie-parser', 'compression', 'multer'],
    ...['jsonwebtoken', 'bcryptjs', 'bcrypt', 'axios', 'lodash', 'uuid', 'winston', 'joi', 'moment', 'validator'],
    ...['express-session', 'express-rate-limit', 'passport', 'nodemailer', 'http-proxy-middleware', 'node-fetch'],
  ],
  'older-web-api': ['express@4', 'body-parser@1', 'dotenv@16', 'uuid@9', 'node-fetch@2', 'helmet@7', 'multer@1'],
  database: [
    ...['pg', 'mysql2', 'redis', 'ioredis', 'mongodb', 'mongoose', 'sequelize', 'knex', 'typeorm'],
    ...['sqlite3', 'better-sqlite3', '@prisma/client', 'prisma'],
  ],
  'older-database': ['mongoose@8', 'redis@4', 'mongodb@6'],
  server: ['fastify', 'koa', 'ws', 'socket.io', 'pino', 'zod', '@aws-sdk/client-s3', 'openai', 'sharp', 'graphql'],
  nest: [
    ...['@nestjs/core', '@nestjs/common', '@nestjs/platform-express', '@nestjs/config', '@nestjs/cli'],
    ...['reflect-metadata', 'rxjs', 'class-validator', 'class-transformer'],
  ],
  react: [
    'react',
    'react-dom',
    'next',
    'react-router-dom',
    'tailwindcss',
    '@tailwindcss/vite',
    '@vitejs/plugin-react',
    'vite',
  ],
  'older-react': ['react@18', 'react-dom@18', 'tailwindcss@3', 'vite@5', 'react-router-dom@6', 'next@14'],
  'react-scripts': [
    'react-scripts',
    '@testing-library/react',
    '@testing-library/jest-dom',
    '@testing-library/user-event',
  ],
  vue: ['vue', 'vue-router', 'pinia', '@vitejs/plugin-vue', 'vue-tsc'],
  angular: ['@angular/cli'],
  build: [
    ...['typescript', 'ts-node', 'tsx', 'esbuild', 'webpack', 'webpack-cli', 'rollup', '@babel/core', '@babel/cli'],
    ...[
      '@babel/preset-env',
      'sass',
      'postcss',
      'autoprefixer',
      'postcss-cli',
      '@swc/core',
      'tsup',
      'cross-env',
      'rimraf',
    ],
    ...['concurrently', 'npm-run-all', 'nodemon', 'ts-node-dev', 'copyfiles', 'shx', 'core-js', 'tslib', 'glob'],
  ],
  types: [
    '@types/node',
    '@types/express',
    '@types/jest',
    '@types/react',
    '@types/react-dom',
    '@types/cors',
    '@types/lodash',
  ],
  test: ['jest', 'ts-jest', 'vitest', 'mocha', 'chai', 'supertest', 'nyc', 'jsdom', 'playwright', '@playwright/test'],
  lint: [
    ...['eslint', '@eslint/js', 'globals', 'prettier', 'eslint-config-prettier', 'typescript-eslint'],
    ...['@typescript-eslint/parser', '@typescript-eslint/eslint-plugin', 'husky', 'lint-staged'],
    ...['typescript@5'],
  ],
  'older-lint': [
    'eslint@9',
    '@eslint/js@9',
    'eslint-plugin-import',
    'eslint-plugin-react',
    'eslint-plugin-react-hooks',
  ],
  'older-tools': ['eslint@8', 'jest@29', 'nodemon@2', 'prettier@2', 'rimraf@5', 'glob@10', 'typescript@4'],
  browser: ['puppeteer', 'puppeteer-core'],
  programs: [
    ...['npm', 'pnpm', 'yarn', 'pm2', 'serve', 'http-server', 'json-server', 'npm-check-updates', 'corepack', 'svgo'],
    ...['gulp', 'gulp-cli', 'grunt-cli', 'jshint', 'markdownlint-cli2', 'node-gyp'],
    ...['@anthropic-ai/claude-code'],
  ],
};
