/** Programs, and builtins of a shell, that only read and print. What is redirected is another matter. */
export const READING_PROGRAMS: ReadonlySet<string> = new Set(
  `: [ [[ awk arch basename cat cd cksum cmp command cut date df diff dirname du echo egrep env exit export expr false
  fgrep file getent grep hash head hexdump hostname id local ls md5sum nproc od printenv printf pwd read readlink
  realpath return seq set sha1sum sha256sum sha512sum shift sleep sort stat tail test tr trap true type ulimit umask
  uname uniq unset wait wc which whoami`.split(/\s+/),
);
