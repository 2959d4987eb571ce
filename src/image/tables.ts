/** The tables that a prediction needs beside those of the model. They are large, so views bring those that a file needs. */
import type { Dockerfile, Manager, Run, Stage } from '../model/index.js';
import { packageCallsIn } from './files/package-calls.js';
import type { NpmTable, PypiTable } from './languages/index.js';
import { type PackageTable, type TableName as ReleaseName, tableOf } from './packages/index.js';

export type Tables = Readonly<Partial<Record<ReleaseName, PackageTable>>> & {
  readonly npm?: NpmTable;
  readonly pypi?: PypiTable;
};

export type TableName = keyof Tables;

export const NO_TABLES: Tables = {};

/** The managers whose packages a table of a language knows. */
const LANGUAGES: Readonly<Partial<Record<Manager, TableName>>> = { npm: 'npm', pip: 'pypi', uv: 'pypi' };

/** The tables that could tell more about a file. */
export function neededTables({ stages }: Dockerfile): readonly TableName[] {
  const reachable = stages.filter(({ isReachable }) => isReachable);
  const releases = reachable.flatMap(({ base }) => tableOf(base) ?? []);
  return [...new Set<TableName>([...releases, ...reachable.flatMap(languagesOf)])];
}

function languagesOf({ instructions }: Stage): TableName[] {
  const runs = instructions.filter((one): one is Run => one.keyword === 'RUN');
  const calls = runs.flatMap((run) => packageCallsIn(run)).filter(({ call }) => call.action === 'install');
  return calls.flatMap(({ call }) => LANGUAGES[call.manager] ?? []);
}
