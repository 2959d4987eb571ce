import { packageManagerAsPid1 } from '../../src/rules/package-manager-as-pid-1.js';
import { testRule } from '../support/rule-table.js';

const manifest = (scripts: Record<string, string>, path = 'package.json') => {
  const text = JSON.stringify({ scripts });
  return { context: [{ path, bytes: text.length, text }] };
};

testRule(packageManagerAsPid1, {
  finds: [
    { source: 'FROM node:26-slim\nCMD ["«npm»", "start"]', variant: 'npm', severity: 'warning', noFix: true },
    { source: 'FROM node:26-alpine\nCMD ["«npm»", "run", "serve"]', variant: 'npm', severity: 'info' },
    { source: 'FROM node:26-slim\nCMD «npm» run start -- --port 80', variant: 'npm', severity: 'warning' },
    { source: 'FROM node:26-slim\nCMD npx prisma migrate deploy && «npm» start', variant: 'npm' },
    { source: 'FROM node:26-slim\nCMD ["sh", "-c", "exec «npm» start"]', variant: 'npm' },
    {
      source: 'FROM node:26-slim\nENTRYPOINT ["tini", "--"]\nCMD ["«npm»", "start"]',
      variant: 'npm',
      severity: 'warning',
    },
    { source: 'FROM node:26-slim\nENTRYPOINT ["«npm»"]\nCMD ["start"]', variant: 'npm', noFix: true },
    {
      title: 'dumb-init signals the program too',
      source: 'FROM node:26-slim\nENTRYPOINT ["dumb-init", "--"]\nCMD ["«npm»", "start"]',
      severity: 'info',
    },
    {
      title: 'the script makes way',
      source: 'FROM node:26-slim\nCMD ["«npm»", "start"]',
      input: manifest({ start: 'exec node server.js' }),
      severity: 'info',
      repaired: 'FROM node:26-slim\nCMD ["node", "server.js"]',
    },
    {
      title: 'the script is known',
      source: 'FROM node:26-slim\nCMD ["«npm»", "start"]',
      input: manifest({ start: 'node --enable-source-maps dist/server.js' }),
      safety: 'suggested',
      repaired: 'FROM node:26-slim\nCMD ["node", "--enable-source-maps", "dist/server.js"]',
    },
    {
      title: 'a program of node_modules/.bin is not on the PATH',
      source: 'FROM node:26-slim\nCMD ["«npm»", "start"]',
      input: manifest({ start: 'next start' }),
      noFix: true,
    },
    {
      title: 'more than the script would run',
      source: 'FROM node:26-slim\nCMD ["«npm»", "start"]',
      input: manifest({ prestart: 'node check.js', start: 'node server.js' }),
      noFix: true,
    },
    { source: 'FROM node:24-slim\nCMD ["«yarn»", "start"]', variant: 'yarn', severity: 'warning' },
    { source: 'FROM node:24-alpine\nCMD «yarn» serve', variant: 'yarn', severity: 'info' },
    { source: 'FROM node:26-slim\nCMD ["«pnpm»", "start"]', variant: 'pnpm', severity: 'warning' },
    { source: 'FROM node:26-alpine\nCMD ["«pnpm»", "run", "serve"]', variant: 'pnpm', severity: 'info' },
    { source: 'FROM node:26-alpine\nCMD ["«node»", "--run", "start"]', variant: 'node-run', severity: 'warning' },
    {
      source: 'FROM node:26-slim\nCMD ["«node»", "--run", "serve"]',
      variant: 'node-run',
      input: manifest({ serve: 'node server.js' }),
      repaired: 'FROM node:26-slim\nCMD ["node", "server.js"]',
    },
    {
      source: 'FROM python:3.14-slim\nCMD ["«poetry»", "run", "gunicorn", "app:app"]',
      variant: 'poetry',
      severity: 'info',
    },
    {
      source: 'FROM python:3.14-slim\nENTRYPOINT ["python3", "-m", "poetry", "run"]\nCMD ["app"]'.replace(
        'python3"',
        '«python3»"',
      ),
      variant: 'poetry',
    },
    {
      source: 'FROM python:3.14-slim\nCMD ["«pipenv»", "run", "python", "app.py"]',
      variant: 'pipenv',
      severity: 'info',
    },
    { source: 'FROM python:3.14-slim\nCMD «pipenv» run start', variant: 'pipenv' },
    {
      source: 'FROM maven:3.9-eclipse-temurin-25\nCMD ["«mvn»", "spring-boot:run"]',
      variant: 'maven',
      severity: 'warning',
    },
    { source: 'FROM eclipse-temurin:25-jdk\nCMD ["«./mvnw»", "-q", "quarkus:dev"]', variant: 'maven' },
    { source: 'FROM gradle:9-jdk25\nCMD ["«gradle»", "bootRun"]', variant: 'gradle', severity: 'warning' },
    { source: 'FROM eclipse-temurin:25-jdk\nENTRYPOINT ["«./gradlew»", "run"]', variant: 'gradle' },
    { source: 'FROM rust:1\nCMD ["«cargo»", "run", "--release"]', variant: 'cargo', severity: 'warning' },
    { source: 'FROM rust:1\nCMD «cargo» run', variant: 'cargo' },
    { source: 'FROM golang:1.27\nCMD ["«go»", "run", "."]', variant: 'go-run', severity: 'warning' },
    { source: 'FROM golang:1.27\nCMD «go» run main.go', variant: 'go-run' },
  ],
  silent: [
    'FROM node:26-slim\nCMD ["node", "server.js"]',
    {
      title: 'the migration ends, the program stays',
      source: 'FROM node:26-slim\nCMD npm run migrate && exec node server.js',
    },
    { title: 'a job, not a server', source: 'FROM node:26-slim\nCMD ["npm", "ci"]' },
    { title: 'npm exec was not measured', source: 'FROM node:26-slim\nCMD ["npm", "exec", "serve"]' },
    {
      title: 'the build stage may start what it wants',
      source: 'FROM node:26-slim AS build\nCMD ["npm", "start"]\nFROM node:26-slim\nRUN true',
    },
    { title: 'tests end by themselves', source: 'FROM node:24-slim\nCMD ["yarn", "test"]' },
    'FROM node:26-slim\nCMD ["pnpm", "exec", "next", "start"]',
    { title: 'a file, not a script', source: 'FROM node:26-slim\nCMD ["node", "run", "start"]' },
    'FROM python:3.14-slim\nCMD ["poetry", "install"]',
    'FROM python:3.14-slim\nCMD ["pipenv", "sync"]',
    'FROM maven:3.9-eclipse-temurin-25\nCMD ["mvn", "verify"]',
    'FROM gradle:9-jdk25\nCMD ["gradle", "build"]',
    'FROM rust:1\nCMD ["cargo", "test"]',
    'FROM golang:1.27\nCMD ["go", "test", "./..."]',
    'FROM node:26-slim\nRUN npm run build\nCMD ["node", "dist/server.js"]',
  ],
});
