/** Files that are small by what they are: scripts, settings, keys, lists. Their second copy costs next to nothing. */
import type { CopyOrAdd } from '../image/context-files.js';

const SMALL =
  /\.(?:sh|bash|zsh|fish|ps1|bat|cmd|conf|cfg|cnf|ini|env|ya?ml|toml|xml|properties|txt|md|list|repo|service|erb|j2|tmpl|tpl|template|asc|gpg|pem|crt|key|pub)\*?$/i;

/** Whether everything that a COPY or ADD copies is small by its name. */
export function copiesSmallFiles({ sources }: CopyOrAdd): boolean {
  return sources.every(({ text }) => SMALL.test(text));
}
