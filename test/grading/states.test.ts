/** Each state of each kind is met: here, or by a wrong answer to an exercise. */
import { expect, test } from 'vitest';
import { conditionKinds, type WrittenCondition } from '../../src/grading/index.js';
import { exerciseFolders } from '../exercises/folders.js';
import { stateOf } from './state-of.js';

const NODE = 'FROM node:24-slim';
const context = [{ path: 'app.js', bytes: 900 }];
const HELD = { name: 'MODE', value: 'fast', step: 'npm run build' };

/** What no exercise's answers come to. */
const CASES: readonly (readonly [state: string, condition: WrittenCondition, text: string])[] = [
  [
    'left-in-stage',
    { 'in-image': { file: 'app.js' } },
    `${NODE} AS one\nCOPY app.js /\n\n${NODE}\nCOPY --from=one /etc /x`,
  ],
  ['failure-lost', { dependencies: { managers: ['npm'] } }, `${NODE}\nRUN npm ci || true`],
  [
    'removed-again',
    { installed: { packages: ['git'] } },
    'FROM debian:13\nRUN apt-get install -y git\nRUN apt-get purge -y git',
  ],
  ['other-value', { 'build-only': HELD }, `${NODE}\nARG MODE=slow\nRUN npm run build`],
  ['shell-drops', { 'takes-arguments': {} }, `${NODE}\nENTRYPOINT ["sh", "-c", "node app.js"]`],
  ['unknown', { 'runs-given': { command: 'node app.js' } }, 'FROM unheard/of:1'],
  [
    'other-sum',
    { download: { from: 'example.com/tool', checked: true, sum: 'abc' } },
    'FROM debian:13\nADD --checksum=sha256:0000000000000000000000000000000000000000000000000000000000000000 https://example.com/tool /tool',
  ],
  ['other-image', { base: { images: ['node'] } }, 'FROM debian:13'],
  ['unknown', { base: { tagged: true } }, 'ARG BASE\nFROM $BASE'],
  ['too-large', { 'image-size': { megabytes: 10 } }, 'FROM debian:13'],
  ['unknown', { 'image-size': { megabytes: 10 } }, 'FROM unheard/of:1'],
  ['no-install', { 'cache-mount': { managers: ['npm'] } }, NODE],
  ['unknown', { reaps: {} }, 'FROM unheard/of:1'],
  [
    'brought',
    { 'shell-free': {} },
    'FROM gcr.io/distroless/static-debian13\nCOPY --from=busybox:1 /bin/busybox /bin/sh',
  ],
  ['unknown', { 'shell-free': {} }, 'FROM unheard/of:1'],
  ['unknown', { 'not-root': {} }, 'FROM unheard/of:1'],
  ['unknown', { writable: { folder: '/data' } }, 'FROM unheard/of:1\nRUN mkdir /data'],
];

test.each(CASES)('%s: %j on %j', async (state, condition, text) => {
  expect(await stateOf(condition, text, { context })).toBe(state);
});

function kindOf(condition: WrittenCondition): string {
  return Object.keys(condition).find((key) => key !== 'says' && key !== 'why') ?? '';
}

/** `kind state` of everything that is met. */
function metStates(): ReadonlySet<string> {
  const inAnswers = exerciseFolders().flatMap(({ exercise, wrong }) =>
    wrong.flatMap(({ fails }) =>
      Object.entries(fails).flatMap(([id, state]) => {
        const condition = exercise.conditions[id];
        return condition ? [`${kindOf(condition)} ${state}`] : [];
      }),
    ),
  );
  return new Set([...inAnswers, ...CASES.map(([state, condition]) => `${kindOf(condition)} ${state}`)]);
}

test('no state is without a case', () => {
  const met = metStates();
  const all = conditionKinds.flatMap(({ kind, states }) => Object.keys(states).map((state) => `${kind} ${state}`));
  expect(all.filter((one) => !met.has(one))).toEqual([]);
});
