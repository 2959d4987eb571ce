/** Reads a Debian index: stanzas of `Field: value`, as in Packages, in dpkg's status and in a package's control file. */
import type { Alternatives, PackageGraph } from '../../src/image/packages/closure.js';
import { isVersion } from './debian-version.js';

export interface IndexPackage {
  readonly name: string;
  readonly version: string;
  readonly priority: string;
  readonly depends: readonly Alternatives[];
  readonly recommends: readonly Alternatives[];
  readonly provides: readonly string[];
  /** Those of them that it provides in a version, so that they count as the package of that name, too. */
  readonly standsFor: readonly string[];
}

/** The fields of each stanza; continuation lines are joined with a newline. */
export function* readStanzas(text: string): Iterable<ReadonlyMap<string, string>> {
  for (const stanza of text.split(/\n\n+/)) {
    const fields = new Map<string, string>();
    for (const [, name = '', value = ''] of stanza.matchAll(/^([\w-]+):[ \t]*(.*(?:\n[ \t].*)*)/gm))
      fields.set(name, value);
    if (fields.size > 0) yield fields;
  }
}

/** All packages of an index by name. */
export function readIndex(text: string): ReadonlyMap<string, IndexPackage> {
  const stanzas = new Map<string, ReadonlyMap<string, string>>();
  for (const fields of readStanzas(text)) stanzas.set(fields.get('Package') ?? '', fields);
  const versionOf = (name: string) => stanzas.get(name)?.get('Version');
  return new Map([...stanzas].map(([name, fields]) => [name, readPackage(name, fields, versionOf)]));
}

type VersionOf = (name: string) => string | undefined;

function readPackage(name: string, fields: ReadonlyMap<string, string>, versionOf: VersionOf): IndexPackage {
  const relation = (field: string) => readRelation(fields.get(field) ?? '');
  const groups = (field: string) => relation(field).map((group) => namesOf(group, versionOf));
  const provided = relation('Provides').flat();
  return {
    name,
    version: fields.get('Version') ?? '',
    priority: fields.get('Priority') ?? 'optional',
    depends: [...groups('Pre-Depends'), ...groups('Depends')],
    recommends: groups('Recommends'),
    provides: provided.map((one) => one.name),
    standsFor: provided.flatMap((one) => (one.operator ? one.name : [])),
  };
}

interface Related {
  readonly name: string;
  readonly operator: string | undefined;
  readonly version: string | undefined;
}

/** `a (>= 1) | b:any, c`. */
function readRelation(text: string): Related[][] {
  const pattern = /^\s*([a-z0-9][a-z0-9+.-]*)(?::\w+)?\s*(?:\(\s*([<>=]+)\s*([^)\s]+)\s*\))?/;
  return text
    .split(',')
    .map((group) =>
      group.split('|').flatMap((one) => {
        const [, name, operator, version] = pattern.exec(one) ?? [];
        return name === undefined ? [] : { name, operator, version };
      }),
    )
    .filter((group) => group.length > 0);
}

/** The alternatives that the release's own versions fulfil; all of them where it has none. */
function namesOf(group: readonly Related[], versionOf: VersionOf): Alternatives {
  const fulfilled = group.filter(({ name, operator, version }) => {
    const own = versionOf(name);
    return own === undefined || operator === undefined || version === undefined || isVersion(own, operator, version);
  });
  return (fulfilled.length > 0 ? fulfilled : group).map(({ name }) => name);
}

const PRIORITIES = ['required', 'important', 'standard', 'optional', 'extra'];

/** The whole index as a graph, for working out which packages a table must have. */
export function graphOf(index: ReadonlyMap<string, IndexPackage>): PackageGraph {
  const providers = new Map<string, IndexPackage[]>();
  for (const one of index.values())
    for (const name of new Set(one.provides))
      if (!index.has(name) || one.standsFor.includes(name)) providers.set(name, [...(providers.get(name) ?? []), one]);
  for (const list of providers.values()) list.sort(inOrderOfChoice);
  return {
    dependsOf: (name) => index.get(name)?.depends,
    recommendsOf: (name) => index.get(name)?.recommends,
    providersOf: (name) => providers.get(name)?.map((one) => one.name) ?? [],
  };
}

/** apt prefers the more important package and, of equals, takes the one that stands last in the index. */
function inOrderOfChoice(one: IndexPackage, other: IndexPackage): number {
  const difference = PRIORITIES.indexOf(one.priority) - PRIORITIES.indexOf(other.priority);
  return difference || (one.name < other.name ? 1 : -1);
}
