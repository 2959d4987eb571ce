/** What findings cost. Sizes are those of the tables and of a known context; stops and steps are those of the experiments. */
import { describe, expect, test } from 'vitest';
import { TABLES_DATE } from '../../src/data/date.js';
import { lint } from '../../src/engine/lint.js';
import { type Price, Prices } from '../../src/engine/prices.js';
import { loadTables } from '../../src/image/index.js';
import { type BuildInput, parseDockerfile } from '../../src/model/index.js';

const CONTEXT = [
  { path: 'big.bin', bytes: 52_428_800 },
  { path: 'package.json', bytes: 900 },
  { path: 'package-lock.json', bytes: 30_000 },
  { path: 'src/app.js', bytes: 2_000 },
];

/** Prices by rule, or by rule and variant. */
async function pricesOf(text: string, extra: Partial<BuildInput> = {}): Promise<Record<string, Price | null>> {
  const input = { text, today: TABLES_DATE, context: CONTEXT, ...extra };
  const { dockerfile, findings } = lint(input);
  const prices = new Prices(dockerfile, await loadTables(dockerfile));
  return Object.fromEntries(findings.map((finding) => [finding.rule, prices.of(finding)]));
}

const DEBIAN = 'FROM debian:13-slim\nUSER 10001:10001\n';

describe('bytes', () => {
  test('that a later layer hides are the price of what was copied', async () => {
    const prices = await pricesOf('FROM debian:13-slim\nCOPY big.bin /big.bin\nRUN rm /big.bin\n');
    expect(prices['remove-in-later-layer']).toMatchObject({ unpackedBytes: 52_429_312, compressedBytes: null });
  });

  test('that a change of owner stores again', async () => {
    const prices = await pricesOf('FROM debian:13-slim\nCOPY big.bin /srv/\nRUN chown -R 1000:1000 /srv\n');
    expect(prices['ownership-change-copies-files']?.unpackedBytes).toBe(52_429_312);
  });

  test('of package lists are those that were measured', async () => {
    const prices = await pricesOf('FROM debian:13-slim\nRUN apt-get update && apt-get install -y curl\n');
    expect(prices['package-cache-left']).toMatchObject({ unpackedBytes: 21_672_448 });
  });

  test('of recommended packages come of what is installed with and without them', async () => {
    const prices = await pricesOf(
      'FROM debian:13-slim\nRUN apt-get update && apt-get install -y git && rm -rf /var/lib/apt/lists/*\n',
    );
    const bytes = prices['recommended-packages-installed']?.unpackedBytes ?? 0;
    expect(bytes).toBeGreaterThan(5_000_000);
    expect(bytes).toBeLessThan(20_000_000);
  });

  test('of a base are what its smaller variant saves', async () => {
    const prices = await pricesOf('FROM node:24\nUSER node\nCMD ["node", "x.js"]\n');
    expect(prices['large-base-image']?.compressedBytes).toBeGreaterThan(300_000_000);
  });

  test('are unknown where a package is in no table, and the rest is known all the same', async () => {
    const prices = await pricesOf('FROM debian:13-slim\nRUN apt-get update && apt-get install -y no-such-thing\n');
    expect(prices['package-cache-left']).toMatchObject({ unpackedBytes: 21_672_448 });
    expect(prices['recommended-packages-installed']).toMatchObject({ unpackedBytes: null, compressedBytes: null });
  });

  test('that both have make no difference, known or not', async () => {
    const prices = await pricesOf(`FROM debian:13-slim\nRUN make install\nUSER root\nCMD ["x"]\n`);
    expect(prices['runs-as-root']).toEqual({});
  });
});

describe('steps', () => {
  test('that an edit runs again are the price of copying too early', async () => {
    const prices = await pricesOf(
      'FROM node:26-slim\nWORKDIR /app\nCOPY . .\nRUN npm ci\nUSER node\nCMD ["node", "x"]\n',
    );
    expect(prices['copy-all-before-install']).toEqual({ rebuiltSteps: 1 });
  });

  test('are about a file of code, or about one that a COPY would bring', () => {
    const text = 'FROM node:26-slim\nWORKDIR /app\nCOPY package.json ./\nCOPY lib ./lib\n';
    const input = { text, today: TABLES_DATE };
    expect(new Prices(parseDockerfile(input)).sourceFile).toEqual({ path: 'lib/a-source-file', isAssumed: true });
    const context = [...CONTEXT, { path: 'lib/x.js', bytes: 1 }];
    expect(new Prices(parseDockerfile({ ...input, context })).sourceFile).toEqual({
      path: 'lib/x.js',
      isAssumed: false,
    });
  });
});

describe('the container', () => {
  test('is killed behind dash', async () => {
    const prices = await pricesOf(`${DEBIAN}CMD node x.js\n`);
    expect(prices['shell-form-command']).toEqual({ stopSeconds: 10 });
  });

  test('stops at once behind ash, so that the shell form costs nothing there', async () => {
    const prices = await pricesOf('FROM node:26-alpine\nUSER node\nCMD node x.js\n');
    expect(prices['shell-form-command']).toEqual({});
  });

  test('does not start without a shell', async () => {
    const prices = await pricesOf('FROM gcr.io/distroless/static-debian13:nonroot\nCOPY app /app\nENTRYPOINT /app\n', {
      context: [{ path: 'app', bytes: 10 }],
    });
    expect(prices['shell-missing']).toMatchObject({ starts: false });
  });
});

test('a file that BuildKit refuses has the price that it does not build', async () => {
  const prices = await pricesOf('FROM debian:13-slim\nUSER 1000:1000\nCPY a b\n');
  expect(prices['build-error']).toEqual({ builds: false });
});

test('without a fix or anything to compare with there is no price', async () => {
  const prices = await pricesOf('FROM debian:13-slim\nRUN curl -fsSL https://example.org/x | sh\nUSER 1000:1000\n');
  expect(prices['pipe-to-shell']).toBeNull();
});

test('a set has the price of all its fixes together, which is not their sum', () => {
  const input = {
    text: 'FROM debian:13-slim\nCOPY big.bin /a\nCOPY big.bin /b\nRUN chown 1000 /a\nRUN chown 1000 /b\n',
    today: TABLES_DATE,
    context: CONTEXT,
  };
  const { dockerfile, findings } = lint(input);
  const prices = new Prices(dockerfile);
  const changes = findings.filter(({ rule }) => rule === 'ownership-change-copies-files');
  expect(changes).toHaveLength(2);
  expect(prices.ofSet(changes)?.unpackedBytes).toBe(2 * 52_429_312);
  expect(prices.ofSet([])).toBeNull();
});
