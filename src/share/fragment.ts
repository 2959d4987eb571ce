/**
 * A state as the fragment of an address, which browsers never send to a server: `#`, the name of the format with its
 * number, `.`, and the state as JSON, compressed with raw deflate, in base64url without padding.
 */

export type FragmentProblem = 'unknown-version' | 'damaged' | 'too-large';

export interface Fragment {
  /** `2`, `assignment1`. */
  readonly format: string;
  readonly payload: unknown;
}

/** A link that unpacks to more than this is refused: 2 MiB. */
const LARGEST = 2 * 1024 * 1024;

/** The fragment, with its `#`. */
export async function writeFragment(format: string, payload: unknown): Promise<string> {
  const packed = await pack(new TextEncoder().encode(JSON.stringify(payload)));
  return `#${format}.${toBase64Url(packed)}`;
}

/**
 * Reads a fragment of one of these formats, alone or at the end of an address as people paste it. Undefined: it is none at
 * all (empty, or the anchor of a heading).
 */
export async function readFragment(
  address: string,
  formats: readonly string[],
): Promise<Fragment | FragmentProblem | undefined> {
  const fragment = address.slice(address.indexOf('#') + 1).trim();
  const match = /^([a-z]*\d+)\.([\w-]*)(.*)$/s.exec(fragment);
  if (!match) return undefined;
  const [, format = '', data = '', rest] = match;
  if (!formats.includes(format)) return 'unknown-version';
  if (rest) return 'damaged';
  try {
    const bytes = await unpack(fromBase64Url(data));
    if (bytes === 'too-large') return bytes;
    return { format, payload: JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes)) };
  } catch {
    return 'damaged';
  }
}

async function pack(bytes: Uint8Array<ArrayBuffer>): Promise<Uint8Array> {
  const stream = new Blob([bytes]).stream().pipeThrough(new CompressionStream('deflate-raw'));
  return new Uint8Array(await new Response(stream).arrayBuffer());
}

/** Unpacks, and stops where there is more than a person would share. */
async function unpack(bytes: Uint8Array<ArrayBuffer>): Promise<Uint8Array | 'too-large'> {
  const reader = new Blob([bytes]).stream().pipeThrough(new DecompressionStream('deflate-raw')).getReader();
  const chunks: Uint8Array[] = [];
  let length = 0;
  for (let next = await reader.read(); !next.done; next = await reader.read()) {
    length += next.value.length;
    if (length > LARGEST) {
      await reader.cancel();
      return 'too-large';
    }
    chunks.push(next.value);
  }
  const whole = new Uint8Array(length);
  let at = 0;
  for (const chunk of chunks) {
    whole.set(chunk, at);
    at += chunk.length;
  }
  return whole;
}

function toBase64Url(bytes: Uint8Array): string {
  let binary = '';
  for (const byte of bytes) binary += String.fromCharCode(byte);
  return btoa(binary).replaceAll('+', '-').replaceAll('/', '_').replace(/=+$/, '');
}

function fromBase64Url(text: string): Uint8Array<ArrayBuffer> {
  const binary = atob(text.replaceAll('-', '+').replaceAll('_', '/'));
  return Uint8Array.from(binary, (character) => character.charCodeAt(0));
}
