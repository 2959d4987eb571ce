/**
 * Counts which packages Dockerfiles install with apt, and writes src/data/packages/installed-most.json.
 *
 *     npm run refresh:installed-most -- FOLDER…
 *
 * FOLDER is a git repository (bare or not) or a plain folder with Dockerfiles, each of which counts as a repository.
 * A package counts once for each repository that installs it, so that a repository of a thousand like files has one
 * vote; among equals the number of files decides.
 */
import { writeFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { TABLES_DATE } from '../../src/data/date.js';
import { aptInstallsOf } from './apt-installs.js';
import { findDockerfiles } from './dockerfiles.js';

/** How many names are kept. A table takes the first 500 of them that its release has. */
const KEPT = 1000;

interface Count {
  readonly name: string;
  readonly repositories: Set<string>;
  files: number;
}

const { positionals } = parseArgs({ allowPositionals: true });
const counts = new Map<string, Count>();
const seen = { texts: new Set<string>(), installing: 0, repositories: new Set<string>() };

for (const { repository, text } of findDockerfiles(positionals)) {
  if (seen.texts.has(text)) continue;
  seen.texts.add(text);
  const names = new Set(aptInstallsOf(text).flatMap((install) => install.names));
  if (names.size === 0) continue;
  seen.installing++;
  seen.repositories.add(repository);
  for (const name of names) count(name, repository);
}

const ranked = [...counts.values()].sort(
  (one, other) =>
    other.repositories.size - one.repositories.size || other.files - one.files || (one.name < other.name ? -1 : 1),
);
const rows = ranked
  .slice(0, KEPT)
  .map(({ name, repositories, files }) => JSON.stringify([name, repositories.size, files]));
const head = {
  source: `apt install calls of ${seen.installing} Dockerfiles in ${seen.repositories.size} repositories that have any (a single file without a known repository counts as one), among ${seen.texts.size} different public Dockerfiles, read with this project's own model`,
  readOn: TABLES_DATE,
  names: counts.size,
  columns: ['name', 'repositories', 'files'],
};
writeFileSync(
  'src/data/packages/installed-most.json',
  `${JSON.stringify(head).slice(0, -1)},"packages":[\n${rows.join(',\n')}\n]}\n`,
);
console.log(head);

function count(name: string, repository: string): void {
  const known = counts.get(name) ?? { name, repositories: new Set(), files: 0 };
  known.repositories.add(repository);
  known.files++;
  counts.set(name, known);
}
