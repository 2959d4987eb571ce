/** The last part of a path: `apt-get` of `/usr/bin/apt-get`, `app` of `/srv/app/`. */
export function baseName(path: string): string {
  const trimmed = path.replace(/\/+$/, '');
  return trimmed.slice(trimmed.lastIndexOf('/') + 1);
}
