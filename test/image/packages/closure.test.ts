/** What apt chooses. The answers of the real apt are in test/experiments/apt: this is one case for each reason. */
import { expect, test } from 'vitest';
import { closureOf } from '../../../src/image/packages/closure.js';
import { small } from './small-table.js';

interface Case {
  readonly title: string;
  readonly names: string;
  readonly recommends?: boolean;
  readonly installed?: string;
  readonly added: string;
  readonly missing?: string;
}

const words = (text = ''): string[] => text.split(' ').filter((word) => word !== '');

test.each<Case>([
  { title: 'dependencies of dependencies, the first alternative', names: 'curl', added: 'curl libcurl ssl' },
  {
    title: 'recommends of everything that is added',
    names: 'curl',
    recommends: true,
    added: 'curl libcurl ssl completion certificates',
  },
  { title: 'an alternative that is there', names: 'curl', installed: 'gnutls', added: 'curl libcurl' },
  { title: 'an alternative that is asked for', names: 'curl gnutls', added: 'curl gnutls libcurl' },
  { title: 'what is there adds nothing', names: 'ssl', installed: 'ssl', added: '' },
  { title: 'not even its recommends', names: 'ssl', installed: 'ssl', recommends: true, added: '' },
  {
    title: 'virtual: one that is there, and else the first',
    names: 'report',
    installed: 'mawk',
    added: 'report exim ssl',
  },
  { title: 'virtual, and a later provider is there', names: 'report', installed: 'mawk postfix', added: 'report' },
  { title: 'a name that only one package provides', names: 'old-curl', added: 'curl libcurl ssl' },
  { title: 'a name that several provide cannot be installed', names: 'mailer', added: '', missing: 'mailer' },
  { title: 'a real package for which another one stands', names: 'needs-x', added: 'needs-x libx2-dev' },
  { title: 'an unknown name', names: 'ssl unheard-of', added: 'ssl', missing: 'unheard-of' },
  { title: 'an unknown dependency', names: 'broken', added: 'broken', missing: 'nowhere' },
  { title: 'an unknown recommendation is left out', names: 'hopeful', recommends: true, added: 'hopeful' },
])('$title', ({ names, recommends = false, installed, added, missing }) => {
  const closure = closureOf({ graph: small, installed: new Set(words(installed)), names: words(names), recommends });
  expect([...closure.added].sort()).toEqual(words(added).sort());
  expect(closure.missing).toEqual(words(missing));
});
