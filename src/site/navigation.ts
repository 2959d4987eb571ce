/** The ways through the site that stand in its header. */
export const sections = [
  { label: 'Guides', address: '/guides/' },
  { label: 'Rules', address: '/rules/' },
  { label: 'Playground', address: '/playground/' },
  { label: 'Exercises', address: '/exercises/' },
] as const;

/** Whether a page, given by its path from the site's root, belongs to a section. */
export function isInSection(path: string, address: string): boolean {
  return path === address || path.startsWith(address);
}

/** A path without the base, as sections are written. */
export function pathFromRoot(pathname: string, base: string): string {
  const prefix = base.replace(/\/$/, '');
  return pathname.startsWith(`${prefix}/`) ? pathname.slice(prefix.length) : pathname;
}
