/**
 * Keeps what was worked out of an object, by a key. The same file is predicted again and again, each time with one thing
 * changed: while somebody types, and once for each finding that gets a price.
 */
export class Memo<Of extends object, Value> {
  private readonly known = new WeakMap<Of, Map<string, Value>>();

  /** `limit`: how many keys of one object are kept. */
  constructor(private readonly limit: number) {}

  /** What is known, or else what `work` gives. */
  get(of: Of, key: string, work: () => Value): Value {
    const values = this.known.get(of) ?? new Map<string, Value>();
    this.known.set(of, values);
    const found = values.get(key);
    if (found !== undefined) return found;
    if (values.size >= this.limit) values.clear();
    const value = work();
    values.set(key, value);
    return value;
  }
}
