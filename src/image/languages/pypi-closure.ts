/**
 * What pip installs for a list of requirements: the packages and all that they depend on, each once, in the newest
 * version that everybody agrees to.
 */
import type { PypiNeed, PypiPackage, PypiTable } from './pypi-table.js';

export interface PypiOptions {
  /** Packages that are there already and stay as they are. */
  isThere(name: string): boolean;
  readonly withDependencies: boolean;
}

export interface PypiClosure {
  readonly packages: readonly PypiPackage[];
  /** Those of which the table has no version that will do: these are other ones. */
  readonly inOtherVersions: ReadonlySet<PypiPackage>;
  /** Names and extras that the table does not have. */
  readonly missing: readonly string[];
}

export function closureOfPython(table: PypiTable, needs: readonly PypiNeed[], options: PypiOptions): PypiClosure {
  const closure = new Closure(table, options);
  for (const need of needs) closure.ask(need);
  return closure.settle();
}

/** What has been asked of one package. */
interface Asked {
  readonly extras: Set<string>;
  readonly specifiers: string[];
}

class Closure {
  private readonly asked = new Map<string, Asked>();
  private readonly waiting: PypiNeed[] = [];
  private readonly missing = new Set<string>();

  constructor(
    private readonly table: PypiTable,
    private readonly options: PypiOptions,
  ) {}

  ask(need: PypiNeed): void {
    if (!this.options.isThere(need.name)) this.waiting.push(need);
  }

  settle(): PypiClosure {
    for (let need = this.waiting.shift(); need; need = this.waiting.shift()) this.meet(need);
    const inOtherVersions = new Set<PypiPackage>();
    const packages = [...this.asked].flatMap(([name, { specifiers }]) => {
      const exact = this.table.find(name, specifiers);
      const found = exact ?? this.table.find(name, []);
      if (found && !exact) inOtherVersions.add(found);
      return found ?? [];
    });
    return { packages, inOtherVersions, missing: [...this.missing] };
  }

  private meet({ name, extras, specifiers }: PypiNeed): void {
    const known = this.asked.get(name) ?? { extras: new Set<string>(), specifiers: [] };
    this.asked.set(name, known);
    if (specifiers !== '') known.specifiers.push(specifiers);
    const found = this.table.find(name, known.specifiers) ?? this.table.find(name, []);
    if (!found) {
      this.missing.add(name);
      return;
    }
    for (const extra of ['', ...extras]) {
      if (known.extras.has(extra)) continue;
      known.extras.add(extra);
      this.askAll(found, extra);
    }
  }

  private askAll(found: PypiPackage, extra: string): void {
    if (!this.options.withDependencies) return;
    const depends = found.dependsOn(extra);
    if (!depends) this.missing.add(`${found.name}[${extra}]`);
    for (const need of depends ?? []) this.ask(need);
  }
}
