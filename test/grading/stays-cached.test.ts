/** The step that is named as the cause is the first that runs, and not the one below. */
import { expect, test } from 'vitest';
import { TABLES_DATE } from '../../src/data/date.js';
import { grade, readConditions, Submission } from '../../src/grading/index.js';
import { plainText } from '../../src/model/text.js';

const context = [
  { path: 'package.json', bytes: 200 },
  { path: 'src/app.js', bytes: 900 },
];

test.each([
  ['FROM node:24\nCOPY . /app\nWORKDIR /app\nRUN npm ci', '`COPY . /app` in line 2'],
  ['FROM node:24 AS one\nCOPY . /app\nFROM node:24\nCOPY --from=one /app /app\nRUN npm ci', '`COPY . /app` in line 2'],
  ['FROM node:24 AS one\nCOPY . /app\nWORKDIR /app\nFROM one\nRUN npm ci', '`COPY . /app` in line 2'],
])('%j', (text, cause) => {
  const submission = new Submission({ text, context, today: TABLES_DATE }, {});
  const { conditions } = readConditions({ cached: { 'stays-cached': { step: 'install', file: 'src/app.js' } } });
  const [found] = grade(submission, submission, conditions).conditions;
  expect(plainText(found?.now ?? [])).toContain(`runs again, because of ${cause}. It takes src/app.js`);
});
