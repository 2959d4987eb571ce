import { copyAllBeforeInstall } from '../../src/rules/copy-all-before-install.js';
import { testRule } from '../support/rule-table.js';

const files = (...paths: string[]) => ({ context: paths.map((path) => ({ path, bytes: 1 })) });

testRule(copyAllBeforeInstall, {
  finds: [
    {
      source: 'FROM node\nWORKDIR /app\nCOPY «.» .\nRUN npm ci\nCMD ["node", "a.js"]',
      repaired:
        'FROM node\nWORKDIR /app\nCOPY package.json package-lock.json ./\nRUN npm ci\nCOPY . .\nCMD ["node", "a.js"]',
      variant: 'npm',
      severity: 'warning',
      safety: 'suggested',
    },
    {
      title: 'a lock file that may be missing',
      source: 'FROM node\nCOPY --chown=node:node «./» /app\nWORKDIR /app\nRUN npm install',
      repaired:
        'FROM node\nCOPY --chown=node:node package.json package-lock.json* /app/\nWORKDIR /app\nRUN npm install\nCOPY --chown=node:node ./ /app',
      variant: 'npm',
    },
    {
      title: 'the commands behind the installation stay behind the copy',
      source: 'FROM node\nCOPY «.» .\nRUN --mount=type=cache,target=/root/.npm \\\n    npm ci && \\\n    npm run build',
      repaired:
        'FROM node\nCOPY package.json package-lock.json ./\nRUN --mount=type=cache,target=/root/.npm \\\n    npm ci\nCOPY . .\nRUN --mount=type=cache,target=/root/.npm \\\n    npm run build',
      variant: 'npm',
    },
    {
      title: 'cleaning up belongs to the installation',
      source: 'FROM node\nCOPY «.» .\nRUN npm ci && npm cache clean --force && npm run build',
      repaired:
        'FROM node\nCOPY package.json package-lock.json ./\nRUN npm ci && npm cache clean --force\nCOPY . .\nRUN npm run build',
    },
    {
      title: 'the manifests are there already',
      source: 'FROM node\nCOPY package*.json ./\nCOPY «.» .\nRUN npm ci',
      repaired: 'FROM node\nCOPY package*.json ./\nRUN npm ci\nCOPY . .',
      variant: 'npm',
    },
    {
      title: 'members of a workspace',
      source: 'FROM node\nWORKDIR /app\nCOPY «.» .\nRUN pnpm install --frozen-lockfile',
      repaired: `
        FROM node
        WORKDIR /app
        COPY package.json pnpm-lock.yaml pnpm-workspace.yaml ./
        COPY packages/api/package.json ./packages/api/
        COPY packages/web/package.json ./packages/web/
        RUN pnpm install --frozen-lockfile
        COPY . .`,
      input: files(
        'package.json',
        'pnpm-lock.yaml',
        'pnpm-workspace.yaml',
        'packages/api/package.json',
        'packages/web/package.json',
        'node_modules/x/package.json',
        'src/a.js',
      ),
      variant: 'pnpm',
    },
    {
      source: 'FROM node\nCOPY «.» .\nRUN yarn install --immutable',
      repaired: 'FROM node\nCOPY package.json yarn.lock ./\nRUN yarn install --immutable\nCOPY . .',
      variant: 'yarn',
    },
    {
      source: 'FROM oven/bun\nCOPY «.» .\nRUN bun install',
      repaired: 'FROM oven/bun\nCOPY package.json bun.lock* ./\nRUN bun install\nCOPY . .',
      variant: 'bun',
    },
    {
      source: 'FROM python\nADD «.» /app\nWORKDIR /app\nRUN pip install -r requirements.txt',
      repaired:
        'FROM python\nADD requirements.txt /app/\nWORKDIR /app\nRUN pip install -r requirements.txt\nADD . /app',
      variant: 'pip',
    },
    {
      title: 'a folder in which the context has the manifest',
      source: 'FROM python\nWORKDIR /app\nCOPY «backend/» .\nRUN pip install -r requirements.txt',
      repaired:
        'FROM python\nWORKDIR /app\nCOPY backend/requirements.txt ./\nRUN pip install -r requirements.txt\nCOPY backend/ .',
      input: files('backend/requirements.txt', 'backend/app.py'),
      variant: 'pip',
    },
    {
      title: 'the project itself is installed behind its dependencies',
      source: 'FROM python\nWORKDIR /app\nCOPY «.» .\nRUN uv sync --locked',
      repaired:
        'FROM python\nWORKDIR /app\nCOPY pyproject.toml uv.lock ./\nRUN uv sync --locked --no-install-project\nCOPY . .\nRUN uv sync --locked',
      variant: 'uv',
    },
    {
      source: 'FROM python\nCOPY «.» .\nRUN poetry install --only=main',
      repaired:
        'FROM python\nCOPY pyproject.toml poetry.lock ./\nRUN poetry install --only=main --no-root\nCOPY . .\nRUN poetry install --only=main',
      variant: 'poetry',
    },
    {
      source: 'FROM golang AS build\nWORKDIR /src\nCOPY «.» .\n# Static.\nRUN CGO_ENABLED=0 go build -o /app .',
      repaired:
        'FROM golang AS build\nWORKDIR /src\nCOPY go.mod go.sum ./\nRUN go mod download\nCOPY . .\n# Static.\nRUN CGO_ENABLED=0 go build -o /app .',
      variant: 'go',
    },
    {
      source: 'FROM golang\nCOPY «.» .\nRUN go mod download\nRUN go build -o /app .',
      repaired: 'FROM golang\nCOPY go.mod go.sum ./\nRUN go mod download\nCOPY . .\nRUN go build -o /app .',
      variant: 'go',
    },
    { source: 'FROM rust\nCOPY «.» .\nRUN cargo build --release', variant: 'cargo', noFix: true },
    {
      source: 'FROM maven:3\nCOPY «.» .\nRUN mvn -B package',
      repaired: 'FROM maven:3\nCOPY pom.xml ./\nRUN mvn -B dependency:go-offline\nCOPY . .\nRUN mvn -B package',
      variant: 'maven',
    },
    {
      title: 'a wrapper needs its own files',
      source: 'FROM eclipse-temurin:25\nCOPY «.» .\nRUN ./mvnw package',
      variant: 'maven',
      noFix: true,
    },
    {
      source: 'FROM gradle:9\nCOPY «.» .\nRUN gradle build',
      repaired:
        'FROM gradle:9\nCOPY build.gradle.kts settings.gradle.kts ./\nRUN gradle --no-daemon dependencies\nCOPY . .\nRUN gradle build',
      input: files('build.gradle.kts', 'settings.gradle.kts', 'src/main/java/A.java'),
      variant: 'gradle',
    },
    {
      title: 'the names are not known',
      source: 'FROM gradle:9\nCOPY «.» .\nRUN gradle build',
      variant: 'gradle',
      noFix: true,
    },
    {
      source: 'FROM ruby\nCOPY «.» .\nRUN bundle install',
      repaired: 'FROM ruby\nCOPY Gemfile Gemfile.lock* ./\nRUN bundle install\nCOPY . .',
      variant: 'bundler',
    },
    {
      source: 'FROM composer\nCOPY «.» .\nRUN composer install --no-dev',
      repaired:
        'FROM composer\nCOPY composer.json composer.lock ./\nRUN composer install --no-dev --no-scripts --no-autoloader\nCOPY . .\nRUN composer install --no-dev',
      variant: 'composer',
    },
    {
      source: 'FROM mcr.microsoft.com/dotnet/sdk:10.0\nCOPY «.» .\nRUN dotnet publish -o /out',
      repaired:
        'FROM mcr.microsoft.com/dotnet/sdk:10.0\nCOPY *.csproj ./\nRUN dotnet restore\nCOPY . .\nRUN dotnet publish -o /out',
      variant: 'dotnet',
    },
    {
      source: 'FROM mcr.microsoft.com/dotnet/sdk:10.0\nCOPY «.» .\nRUN dotnet restore src/App/App.csproj',
      repaired:
        'FROM mcr.microsoft.com/dotnet/sdk:10.0\nCOPY src/App/App.csproj ./src/App/\nRUN dotnet restore src/App/App.csproj\nCOPY . .',
      variant: 'dotnet',
    },
    {
      title: 'something between needs the files',
      source: 'FROM node\nCOPY «.» .\nRUN ./prepare.sh\nRUN npm ci',
      variant: 'npm',
      noFix: true,
    },
    {
      title: 'another folder',
      source: 'FROM node\nCOPY «.» .\nRUN cd web && npm ci && npm run build',
      variant: 'npm',
      noFix: true,
    },
    {
      title: 'copied in the stage below',
      source: 'FROM node AS src\nCOPY «.» .\nFROM src\nRUN npm ci',
      variant: 'npm',
      noFix: true,
    },
  ],
  silent: [
    'FROM node\nCOPY package*.json ./\nRUN npm ci\nCOPY . .\nRUN npm run build',
    {
      title: 'the second installation is a quick one',
      source: 'FROM python\nCOPY pyproject.toml uv.lock ./\nRUN uv sync --no-install-project\nCOPY . .\nRUN uv sync',
    },
    'FROM node AS deps\nCOPY package.json ./\nRUN npm install\nFROM deps\nCOPY . .\nRUN npm install',
    'FROM golang\nCOPY go.mod go.sum ./\nRUN go mod download\nCOPY . .\nRUN go build .',
    {
      title: 'served by cache mounts',
      source:
        'FROM golang\nCOPY . .\nRUN --mount=type=cache,target=/go/pkg/mod --mount=type=cache,target=/root/.cache/go-build go build .',
    },
    'FROM rust\nCOPY . .\nRUN --mount=type=cache,target=/usr/local/cargo/registry cargo build',
    { title: 'from another stage', source: 'FROM node AS a\nFROM node\nCOPY --from=a . .\nRUN npm ci' },
    {
      title: 'a package and no project',
      source: 'FROM node\nCOPY . .\nRUN npm install -g serve && npm install express',
    },
    { title: 'the project alone', source: 'FROM python\nCOPY . .\nRUN pip install .' },
    { title: 'vendored', source: 'FROM golang\nCOPY . .\nRUN go build -mod=vendor .' },
    { title: 'one folder of sources', source: 'FROM node\nCOPY src ./src\nRUN npm ci' },
    'FROM node\nRUN --mount=type=bind,source=package.json,target=package.json npm install\nCOPY . .',
    'FROM debian\nCOPY . .\nRUN apt-get install -y git',
  ],
});
