/** Files below this are not worth a warning. Bytes. */
export const SMALL = 1_000_000;

/** A number of bytes for people: decimal units, as registries and Docker show them. */
export function bytesText(bytes: number): string {
  if (bytes < 1000) return `${bytes} bytes`;
  if (bytes < 1_000_000) return `${Math.round(bytes / 1000)} kB`;
  return `${(bytes / 1_000_000).toFixed(1)} MB`;
}
