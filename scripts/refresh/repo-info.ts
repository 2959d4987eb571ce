/**
 * Reads the files in which docker-library/repo-info describes official images: `remote/<tag>.md` is what the registry
 * says of each platform, `local/<tag>.md` what the pulled image is.
 */

export interface RemoteImage {
  /** Compressed bytes of all layers. */
  readonly bytes: number;
  /** First twelve digits of the digest of the platform's manifest. */
  readonly digest: string;
  /** Day of the youngest step of its history, ISO 8601. */
  readonly built: string;
}

export interface LocalImage {
  /** The tag that the file describes, as `node:26.8.2-slim`. */
  readonly name: string;
  /** First twelve digits of the image's id. */
  readonly id: string;
  /** Bytes of all layers, unpacked: four or five digits are exact, the rest is rounded. */
  readonly bytes: number;
  readonly built: string;
}

const DAY_LENGTH = '2026-09-19'.length;

/** `Mon, 24 Aug 2026 00:00:00 GMT` is 2026-08-24. */
const dayOf = (date: string): string => new Date(date).toISOString().slice(0, DAY_LENGTH);

/** Undefined where the file has no linux/amd64 image, or is no such file. */
export function readRemote(text: string): RemoteImage | undefined {
  const section = /^### `[^`]+` - linux; amd64$([\s\S]*?)(?=^### |(?![\s\S]))/m.exec(text)?.[1];
  const bytes = /Total Size: \*\*[^*]*?(?:\((\d+) bytes\)|(\d+)(?:\.0)? B)\*\*/.exec(section ?? '');
  const digest = /@sha256:([0-9a-f]{12})/.exec(section ?? '')?.[1];
  const days = [...(section ?? '').matchAll(/^# (\w{3}, \d\d \w{3} \d{4} [\d:]+ GMT)$/gm)].map(([, date = '']) =>
    dayOf(date),
  );
  const built = days.sort().at(-1);
  if (!bytes || digest === undefined || built === undefined) return undefined;
  return { bytes: Number(bytes[1] ?? bytes[2]), digest, built };
}

const UNITS: Readonly<Record<string, number>> = { B: 1, Kb: 1e3, Mb: 1e6, Gb: 1e9 };

/** Undefined where it is no such file. */
export function readLocal(text: string): LocalImage | undefined {
  const name = /^# `([^`]+)`$/m.exec(text)?.[1];
  const id = /^- Image ID: `sha256:([0-9a-f]{12})/m.exec(text)?.[1];
  const created = /^- Created: `(\d{4}-\d\d-\d\d)T/m.exec(text)?.[1];
  const [, amount, unit = ''] = /^- Virtual Size: ~ ([\d.]+) ([KMG]?[bB])\b/m.exec(text) ?? [];
  const factor = UNITS[unit];
  if (name === undefined || id === undefined || created === undefined || factor === undefined) return undefined;
  return { name, id, bytes: Math.round(Number(amount) * factor), built: created };
}
