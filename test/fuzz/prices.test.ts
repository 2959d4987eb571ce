/** A price found with what is known of the file is that of both files predicted from scratch. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { TABLES_DATE } from '../../src/data/date.js';
import { applyEdits } from '../../src/engine/apply-edits.js';
import { lint } from '../../src/engine/lint.js';
import { type Price, Prices } from '../../src/engine/prices.js';
import { loadTables, predictLayers, rebuiltSteps, sizeDifference, type Tables } from '../../src/image/index.js';
import { type BuildInput, type Dockerfile, parseDockerfile } from '../../src/model/index.js';
import { shapes } from '../bench/shapes.js';
import { predictable, usual } from '../bench/typical.js';
import { damaged, madeUp } from './dockerfiles.js';

const CONTEXT = [
  { path: 'package.json', bytes: 66, text: '{"name":"a","version":"1.0.0","dependencies":{"express":"^4.0.0"}}' },
  { path: 'requirements.txt', bytes: 6, text: 'flask\n' },
  { path: 'src/app.js', bytes: 200_000 },
  { path: 'start.sh', bytes: 20, text: '#!/bin/sh\nexec "$@"\n' },
];

const sources = readdirSync('content', { recursive: true, encoding: 'utf8' })
  .filter((name) => name.endsWith('Dockerfile'))
  .map((name) => readFileSync(join('content', name), 'utf8'));

const tables = await allTables();

async function allTables(): Promise<Tables> {
  const bases = ['debian:13', 'debian:12', 'node:24', 'python:3.14'];
  const text = bases.map((base) => `FROM ${base}\nRUN npm ci && pip install flask\n`).join('');
  const { stages, ...dockerfile } = parseDockerfile({ text, today: TABLES_DATE });
  return loadTables({ ...dockerfile, stages: stages.map((stage) => ({ ...stage, isReachable: true })) });
}

/** Prices of texts in the place of another one, with nothing known of either. */
function fromScratch(input: BuildInput): (text: string) => Price {
  const prices = new Prices(parseDockerfile(input), tables);
  const stepsOf = (dockerfile: Dockerfile) =>
    prices.sourceFile ? rebuiltSteps(dockerfile, { kind: 'file', path: prices.sourceFile.path }) : 0;
  const stepsBefore = stepsOf(prices.prediction.dockerfile);
  return (text) => {
    const after = parseDockerfile({ ...input, text });
    const price = prices.overFile(after);
    if (price.builds === false) return { ...NO_PRICE, ...price };
    const bytes = sizeDifference(prices.prediction.layers, predictLayers(after, tables));
    return { ...price, ...bytes, rebuiltSteps: stepsBefore - stepsOf(after) };
  };
}

const NO_PRICE: Price = { unpackedBytes: 0, compressedBytes: 0, rebuiltSteps: 0 };

/** Prices every finding one after the other, so that each may meet what another one has left. */
function pricesAgree(input: BuildInput): void {
  const { dockerfile, findings } = lint(input);
  const prices = new Prices(dockerfile, tables);
  const alone = fromScratch(input);
  for (const finding of findings) {
    const edits = finding.fixes[0]?.edits ?? finding.withoutIt;
    if (!edits) continue;
    const price = { ...NO_PRICE, ...prices.of(finding) };
    expect([finding.rule, price]).toEqual([finding.rule, alone(applyEdits(input.text, edits))]);
  }
}

function priceAgrees(input: BuildInput, text: string): void {
  const price = { ...NO_PRICE, ...new Prices(parseDockerfile(input), tables).over(text) };
  expect(price).toEqual(fromScratch(input)(text));
}

const withAndWithoutContext = (text: string) => {
  pricesAgree({ text, today: TABLES_DATE });
  pricesAgree({ text, today: TABLES_DATE, context: CONTEXT });
};

describe('known or from scratch, a price is the same', () => {
  test.each(Object.entries({ ...shapes, usual, predictable }))('in the shape %s', (_, shape) =>
    withAndWithoutContext(shape(40)),
  );

  test('in every example', () => sources.forEach(withAndWithoutContext), 60_000);

  test('in texts made up from parts', () => {
    fc.assert(fc.property(madeUp, withAndWithoutContext), { numRuns: 200 });
  }, 60_000);

  test('in real texts, damaged', () => {
    fc.assert(fc.property(damaged(sources), withAndWithoutContext), { numRuns: 200 });
  }, 60_000);

  test('between a real text and a damaged one', () => {
    const pairs = fc.constantFrom(...sources).chain((source) => fc.tuple(fc.constant(source), damaged([source])));
    const agree = ([text, other]: readonly [string, string]) =>
      priceAgrees({ text, today: TABLES_DATE, context: CONTEXT }, other);
    fc.assert(fc.property(pairs, agree), { numRuns: 300 });
  }, 60_000);

  test('where what both texts have stood further down in the first', () => {
    const rest = 'RUN rm -f /etc/apt/apt.conf.d/docker-clean\nRUN apt-get update && apt-get install -y git';
    const input = { text: `FROM debian:13\nRUN echo ${'long '.repeat(50)}\n${rest}\n`, today: TABLES_DATE };
    priceAgrees(input, `FROM debian:13\n${rest} # again\n`);
  });
});
