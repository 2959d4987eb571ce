/**
 * A map of which many versions live side by side. Adding to one gives a new one and leaves it as it is; both share nearly
 * everything, so that each instruction or stage keeps its own for little. A tree of single entries, whose branches are
 * chosen by the bits of a hash of the key.
 */
interface Node<Value> {
  readonly key: string;
  readonly value: Value;
  readonly even: Node<Value> | undefined;
  readonly odd: Node<Value> | undefined;
}

export class SharedMap<Value> {
  private constructor(private readonly root: Node<Value> | undefined) {}

  static empty<Value>(): SharedMap<Value> {
    return new SharedMap<Value>(undefined);
  }

  get(key: string): Value | undefined {
    return this.nodeOf(key)?.value;
  }

  has(key: string): boolean {
    return this.nodeOf(key) !== undefined;
  }

  with(key: string, value: Value): SharedMap<Value> {
    return new SharedMap(grown(this.root, key, value, hashOf(key)));
  }

  private nodeOf(key: string): Node<Value> | undefined {
    let node = this.root;
    for (let bits = hashOf(key); node && node.key !== key; bits >>>= 1) node = bits & 1 ? node.odd : node.even;
    return node;
  }
}

function grown<Value>(node: Node<Value> | undefined, key: string, value: Value, bits: number): Node<Value> {
  if (!node) return { key, value, even: undefined, odd: undefined };
  if (node.key === key) return { key, value, even: node.even, odd: node.odd };
  return bits & 1
    ? { key: node.key, value: node.value, even: node.even, odd: grown(node.odd, key, value, bits >>> 1) }
    : { key: node.key, value: node.value, even: grown(node.even, key, value, bits >>> 1), odd: node.odd };
}

/** FNV-1a. */
function hashOf(key: string): number {
  let hash = 0x811c9dc5;
  for (let at = 0; at < key.length; at++) hash = Math.imul(hash ^ key.charCodeAt(at), 0x01000193);
  return hash >>> 0;
}
