import { expect, test } from 'vitest';
import { TABLES_DATE } from '../../src/data/date.js';
import { loadLineOfPair, outcomesOfPair, predictFile } from '../../src/site/predicted.js';

const CONTEXT = [{ path: 'big.bin', bytes: 52_428_800 }];

async function pair(before: string, after: string) {
  const input = (text: string) => ({ text, today: TABLES_DATE, context: CONTEXT });
  const predicted = await predictFile(input(before));
  return [predicted, await predictFile(input(after), { sourceFile: predicted.sourceFile })] as const;
}

test('a load line has the size before as its water and the size after as its mark', async () => {
  const line = loadLineOfPair(
    ...(await pair(
      'FROM debian:13-slim\nCOPY big.bin /\nRUN chmod 600 /big.bin\n',
      'FROM debian:13-slim\nCOPY big.bin /\n',
    )),
  );
  expect((line?.level ?? 0) - (line?.mark ?? 0)).toBeCloseTo(52.4, 1);
  expect(line).toMatchObject({ levelWords: 'on disk, before', markWords: 'after', isAtLeast: false });
});

test('it shows the measure in which both base images are known', async () => {
  const line = loadLineOfPair(...(await pair('FROM node:26\nRUN make\n', 'FROM node:26-slim\nRUN make\n')));
  expect(line).toMatchObject({ levelWords: 'to pull, before', markWords: 'after, as far as it is known' });
  expect(line?.level).toBeGreaterThan(line?.mark ?? Infinity);
});

test('there is none where nothing differs, or a base image is unknown', async () => {
  const same = 'FROM debian:13-slim\nRUN make\n';
  expect(loadLineOfPair(...(await pair(same, same)))).toBeUndefined();
  expect(loadLineOfPair(...(await pair('FROM nobody/knows\nCOPY big.bin /\n', same)))).toBeUndefined();
});

test('outcomes are what differs: steps after an edit, and the stop', async () => {
  const [before, after] = await pair(
    'FROM debian:13-slim\nCOPY . /app\nRUN make\nCMD node x\n',
    'FROM debian:13-slim\nRUN make\nCOPY . /app\nCMD ["node", "x"]\n',
  );
  expect(outcomesOfPair(before, after).map((one) => [one.before, one.after])).toEqual([
    ['2', '1'],
    ['10 s, exit code 137', '0 s, exit code 0'],
  ]);
  expect(outcomesOfPair(before, before)).toEqual([]);
});
