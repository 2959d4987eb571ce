/** What one line says that a Python project needs: `uvicorn[standard]>=0.30; python_version >= "3.9"`. */
import { allows } from './python-version.js';

export interface Requirement {
  /** Normalised, as the index has it: `zope-interface` for `Zope.Interface`. */
  readonly name: string;
  readonly extras: readonly string[];
  /** `>=1,<2`; empty where any version will do. */
  readonly specifiers: string;
  /** A condition on the machine or the Python. */
  readonly marker: string;
}

/** Where a requirement would be installed. */
export interface MarkerPlace {
  /** `3.13`. */
  readonly python: string;
  /** The extra that is asked for; empty for none. */
  readonly extra: string;
}

/** Undefined where it is none that names a package of the index: an address, a folder, an option. */
export function readRequirement(text: string): Requirement | undefined {
  const [, name, extras = '', specifiers = '', marker = ''] =
    /^\s*([A-Za-z0-9](?:[\w.-]*[A-Za-z0-9])?)\s*(?:\[([^\]]*)\])?\s*\(?((?:\s*(?:===|==|~=|!=|>=|<=|>|<)[^;#()]*)?)\)?\s*(?:;(.*))?$/.exec(
      text,
    ) ?? [];
  if (name === undefined) return undefined;
  return {
    name: normalised(name),
    extras: extras.split(',').flatMap((extra) => extra.trim().toLowerCase() || []),
    specifiers: specifiers.replaceAll(/\s+/g, ''),
    marker: marker.trim(),
  };
}

export function normalised(name: string): string {
  return name.toLowerCase().replaceAll(/[-_.]+/g, '-');
}

/** Whether a condition holds on Linux with CPython; undefined where it is not understood. */
export function holds(marker: string, place: MarkerPlace): boolean | undefined {
  if (marker === '') return true;
  const tokens = marker.match(/\(|\)|"[^"]*"|'[^']*'|not\s+in\b|[<>=!~]+|[\w.]+/g) ?? [];
  const reader = new MarkerReader(tokens, place);
  const value = reader.either();
  return reader.isDone ? value : undefined;
}

class MarkerReader {
  private at = 0;

  constructor(
    private readonly tokens: readonly string[],
    private readonly place: MarkerPlace,
  ) {}

  get isDone(): boolean {
    return this.at === this.tokens.length;
  }

  either(): boolean | undefined {
    let value = this.both();
    while (this.take('or')) {
      const other = this.both();
      value = value === true || other === true ? true : value === undefined || other === undefined ? undefined : false;
    }
    return value;
  }

  private both(): boolean | undefined {
    let value = this.one();
    while (this.take('and')) {
      const other = this.one();
      value =
        value === false || other === false ? false : value === undefined || other === undefined ? undefined : true;
    }
    return value;
  }

  private one(): boolean | undefined {
    if (this.take('(')) {
      const value = this.either();
      this.take(')');
      return value;
    }
    const [left = '', operator = '', right = ''] = this.tokens.slice(this.at, this.at + 3);
    this.at += 3;
    return this.compare(left, operator, right);
  }

  private take(token: string): boolean {
    const isThere = this.tokens[this.at] === token;
    if (isThere) this.at++;
    return isThere;
  }

  private compare(left: string, operator: string, right: string): boolean | undefined {
    const [one, other] = [this.valueOf(left), this.valueOf(right)];
    if (one === undefined || other === undefined) return undefined;
    if (operator === 'in') return other.includes(one);
    if (/^not\s+in$/.test(operator)) return !other.includes(one);
    if (/^\d+(\.\d+)*$/.test(one) && /^\d+(\.\d+)*(\.\*)?$/.test(other)) return allows(`${operator}${other}`, one);
    return operator === '==' ? one === other : operator === '!=' ? one !== other : undefined;
  }

  private valueOf(token: string): string | undefined {
    if (/^["']/.test(token)) return token.slice(1, -1);
    const { python, extra } = this.place;
    const values: Readonly<Record<string, string>> = {
      python_version: python,
      python_full_version: `${python}.0`,
      implementation_version: `${python}.0`,
      implementation_name: 'cpython',
      platform_python_implementation: 'CPython',
      os_name: 'posix',
      sys_platform: 'linux',
      platform_system: 'Linux',
      platform_machine: 'x86_64',
      extra,
    };
    return Object.hasOwn(values, token) ? values[token] : undefined;
  }
}
