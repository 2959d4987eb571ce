/** Brings the tables that a file needs. Each is a file of its own, fetched once and only when a Dockerfile needs it. */
import type { Dockerfile } from '../model/index.js';
import { type NpmTableFile, type PypiTableFile, readNpmTable, readPypiTable } from './languages/index.js';
import { type PackageTableFile, readPackageTable } from './packages/index.js';
import { neededTables, type TableName, type Tables } from './tables.js';

type TableOf<N extends TableName> = NonNullable<Tables[N]>;

const LOADERS: { readonly [N in TableName]: () => Promise<TableOf<N>> } = {
  'debian-13': () => import('../data/packages/debian-13.json').then(packageTable),
  'debian-12': () => import('../data/packages/debian-12.json').then(packageTable),
  npm: () => import('../data/packages/npm.json').then((file) => readNpmTable(file.default as unknown as NpmTableFile)),
  pypi: () =>
    import('../data/packages/pypi.json').then((file) => readPypiTable(file.default as unknown as PypiTableFile)),
};

function packageTable({ default: file }: { readonly default: unknown }): TableOf<'debian-13'> {
  return readPackageTable(file as PackageTableFile);
}

const loaded = new Map<TableName, Promise<TableOf<TableName>>>();

/** Fails where a table can't be fetched; the next call tries again. */
export async function loadTables(dockerfile: Dockerfile): Promise<Tables> {
  const names = neededTables(dockerfile);
  const tables = await Promise.all(names.map(async (name) => [name, await tableNamed(name)] as const));
  return Object.fromEntries(tables);
}

function tableNamed(name: TableName): Promise<TableOf<TableName>> {
  const table = loaded.get(name) ?? LOADERS[name]();
  loaded.set(name, table);
  table.catch(() => loaded.delete(name));
  return table;
}
