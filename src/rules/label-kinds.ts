/** Kinds of values that a configuration can ask of labels: the names that hadolint's label schema has. */
interface LabelKind {
  /** Behind "is no …". */
  readonly words: string;
  readonly fits: (value: string) => boolean;
}

const kind = (words: string, pattern: RegExp): LabelKind => ({ words, fits: (value) => pattern.test(value) });

export const LABEL_KINDS: Readonly<Record<string, LabelKind>> = {
  text: { words: 'text', fits: () => true },
  url: kind('absolute address', /^[a-z][a-z0-9+.-]*:\/\/[^\s/]+\S*$/i),
  rfc3339: kind(
    'time as RFC 3339 has it (2026-12-01T12:00:00Z)',
    /^\d{4}-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12]\d|3[01])[Tt](?:[01]\d|2[0-3]):[0-5]\d:(?:[0-5]\d|60)(?:\.\d+)?(?:[Zz]|[+-]\d{2}:\d{2})$/,
  ),
  // An expression: `MIT`, `MIT OR Apache-2.0`, `(GPL-2.0-only WITH Classpath-exception-2.0)`.
  spdx: kind('SPDX expression', /^\(*[A-Za-z0-9.+:-]+\)*(?: (?:AND|OR|WITH) \(*[A-Za-z0-9.+:-]+\)*)*$/),
  hash: kind('Git hash', /^(?:[0-9a-f]{7,40}|[0-9a-f]{64})$/),
  semver: kind(
    'semantic version',
    /^(?:0|[1-9]\d*)\.(?:0|[1-9]\d*)\.(?:0|[1-9]\d*)(?:-[0-9A-Za-z.-]+)?(?:\+[0-9A-Za-z.-]+)?$/,
  ),
  email: kind('e-mail address', /^[^\s@]+@[^\s@]+\.[^\s@]+$/),
};
