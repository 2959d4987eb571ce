/**
 * Which paths Docker's slim Debian images keep: dpkg leaves out what the image's own dpkg configuration excludes.
 * dpkg takes the last rule that matches, and keeps excluded directories and links that an include could bring files to.
 */
import type { TarMember } from './tar-members.js';

interface Rule {
  readonly includes: boolean;
  readonly pattern: RegExp;
  /** The pattern up to its first star. */
  readonly stem: string;
}

/** The `path-exclude` and `path-include` lines of a slim image. */
const RULES: readonly Rule[] = [
  exclude('/usr/share/doc/*'),
  exclude('/usr/share/groff/*'),
  include('/usr/share/doc/*/copyright'),
  exclude('/usr/share/info/*'),
  exclude('/usr/share/linda/*'),
  exclude('/usr/share/lintian/overrides/*'),
  exclude('/usr/share/locale/*'),
  exclude('/usr/share/man/*'),
];

function exclude(glob: string): Rule {
  return rule(glob, false);
}

function include(glob: string): Rule {
  return rule(glob, true);
}

function rule(glob: string, includes: boolean): Rule {
  const pattern = new RegExp(`^${glob.split('*').join('.*')}$`);
  return { includes, pattern, stem: (glob.split('*')[0] ?? '').replace(/\/+$/, '') };
}

/** Whether a slim image keeps a member of a package. */
export function isKeptInSlim({ path, kind }: Pick<TarMember, 'path' | 'kind'>): boolean {
  const last = RULES.findLast(({ pattern }) => pattern.test(path));
  if (!last || last.includes) return true;
  if (kind === 'file') return false;
  return RULES.some(({ includes, stem }) => includes && path.startsWith(stem));
}
