/** Prints every line of results.json beside its prediction: node scripts/run.mjs test/experiments/apt/report.ts */
import { compare, quantile, readResults } from './compare.js';

const percent = (share: number) => `${(100 * share).toFixed(1).padStart(6)} %`;
const megabytes = (bytes: number) => (bytes / 1e6).toFixed(2).padStart(8);

const compared = readResults().rows.map(compare);
for (const { row, unpackedError, compressedError } of compared)
  console.log(
    `${megabytes(row.unpacked)} MB ${percent(unpackedError)}  ${megabytes(row.compressed)} MB ${percent(compressedError)}  ${row.training ? 'training' : '        '}  ${row.base}${row.recommends ? ' with recommends' : ''}: ${row.names.join(' ')}`,
  );
for (const [title, some] of [
  ['all', compared],
  ['held out', compared.filter(({ row }) => !row.training)],
  ['drawn', compared.filter(({ row }) => row.origin === 'drawn')],
] as const) {
  const errors = (key: 'unpackedError' | 'compressedError') => some.map((one) => one[key]);
  const figures = (key: 'unpackedError' | 'compressedError') =>
    `median ${percent(quantile(errors(key), 0.5))}, 90th percentile ${percent(quantile(errors(key), 0.9))}`;
  console.log(
    `${title} (${some.length}): unpacked ${figures('unpackedError')}; compressed ${figures('compressedError')}`,
  );
}
