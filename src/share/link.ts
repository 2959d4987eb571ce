/**
 * A playground's state as the fragment of an address, which browsers never send to a server.
 *
 * Format 1: `#1.` and then the state as JSON, compressed with raw deflate, in base64url without padding.
 * Fields that hold their default are left out. A reader of a later version reads every earlier one.
 */
import { type Configuration, DEFAULT_CONFIGURATION, readConfiguration } from '../config/configuration.js';

export interface SharedState {
  /** The Dockerfile. */
  readonly text: string;
  readonly configuration: Configuration;
}

const VERSION = '1';
/** A link that unpacks to more than this is refused: 2 MiB. */
const LARGEST = 2 * 1024 * 1024;

interface Payload {
  readonly d: string;
  readonly c?: Partial<Configuration>;
}

/** The fragment, with its `#`. */
export async function encodeShare(state: SharedState): Promise<string> {
  const configuration = Object.fromEntries(
    Object.entries(state.configuration).filter(
      ([key, value]) => JSON.stringify(value) !== JSON.stringify(DEFAULT_CONFIGURATION[key as keyof Configuration]),
    ),
  );
  const payload: Payload = { d: state.text, ...(Object.keys(configuration).length > 0 && { c: configuration }) };
  const packed = await pack(new TextEncoder().encode(JSON.stringify(payload)));
  return `#${VERSION}.${toBase64Url(packed)}`;
}

export type SharedStateProblem = 'unknown-version' | 'damaged' | 'too-large';

/** Reads a fragment. Undefined: it is no share link at all (empty, or the anchor of a heading). */
export async function decodeShare(fragment: string): Promise<SharedState | SharedStateProblem | undefined> {
  const match = /^#?(\d+)\.([\w-]*)(.*)$/s.exec(fragment);
  if (!match) return undefined;
  const [, version, data = '', rest] = match;
  if (version !== VERSION) return 'unknown-version';
  if (rest) return 'damaged';
  try {
    const bytes = await unpack(fromBase64Url(data));
    return bytes === 'too-large'
      ? bytes
      : readPayload(JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes)));
  } catch {
    return 'damaged';
  }
}

function readPayload(payload: unknown): SharedState | SharedStateProblem {
  if (typeof payload !== 'object' || payload === null || !('d' in payload) || typeof payload.d !== 'string')
    return 'damaged';
  const { configuration } = readConfiguration('c' in payload ? payload.c : undefined);
  return { text: payload.d, configuration };
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
