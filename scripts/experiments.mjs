// Runs an experiment again and records its results: experiments.mjs NAME [ARGUMENT…]
import { existsSync, readdirSync } from 'node:fs';

const FOLDER = 'test/experiments';
const [name = '', ...args] = process.argv.slice(2);
const names = readdirSync(FOLDER).filter((one) => existsSync(`${FOLDER}/${one}/record.ts`));

if (names.includes(name)) {
  process.argv = [process.argv[0] ?? '', 'run.mjs', `${FOLDER}/${name}/record.ts`, ...args];
  await import('./run.mjs');
} else {
  console.error(`Name an experiment: npm run experiments -- ${names.join('|')}. It needs docker on the PATH.`);
  process.exitCode = 2;
}
