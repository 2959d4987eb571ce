/** Where a source of COPY or ADD lies (dockerfile2llb/convert_copy.go, dfgitutil/git_ref.go). */

export type CopySourceKind = 'local' | 'url' | 'git';

/** An address is Git's if it ends in `.git`, or is of a protocol that only Git speaks. `HTTP://` in capitals is a file. */
export function copySourceKind(source: string): CopySourceKind {
  const [beforeFragment = ''] = source.split(/[?#]/, 1);
  if (/^(?:git|ssh):\/\//i.test(source) || /^[\w.-]+@[\w.-]+:[^:]/.test(source)) return 'git';
  if (/^https?:\/\//i.test(source) && beforeFragment.endsWith('.git')) return 'git';
  return /^https?:\/\//.test(source) ? 'url' : 'local';
}
