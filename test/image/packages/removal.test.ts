/** What a removal takes along. */
import { expect, test } from 'vitest';
import { removalOf } from '../../../src/image/packages/removal.js';
import { small } from './small-table.js';

interface Case {
  readonly title: string;
  readonly added: string;
  readonly manual: string;
  readonly names: string;
  readonly autoRemove?: boolean;
  readonly gone: string;
}

const words = (text: string): string[] => text.split(' ').filter((word) => word !== '');
const CURL = 'curl libcurl ssl completion';

test.each<Case>([
  { title: 'the name alone', added: CURL, manual: 'curl', names: 'curl', gone: 'curl' },
  { title: 'what depends on it goes, too', added: CURL, manual: 'curl', names: 'ssl', gone: 'curl libcurl ssl' },
  { title: 'what came along', added: CURL, manual: 'curl', names: 'curl', autoRemove: true, gone: CURL },
  {
    title: 'what something else still needs stays',
    added: `${CURL} certificates`,
    manual: 'curl certificates',
    names: 'curl',
    autoRemove: true,
    gone: 'curl libcurl completion',
  },
  { title: 'what is recommended stays', added: CURL, manual: 'curl', names: '', autoRemove: true, gone: '' },
  { title: 'a package of the base', added: '', manual: '', names: 'mawk', autoRemove: true, gone: 'mawk' },
  {
    title: 'the only provider of what another one needs',
    added: 'report exim ssl',
    manual: 'report',
    names: 'mawk',
    gone: 'mawk report',
  },
])('$title', ({ added, manual, names, autoRemove = false, gone }) => {
  const removed = removalOf({
    graph: small,
    installed: small.base,
    added: words(added),
    manual: new Set(words(manual)),
    names: words(names),
    autoRemove,
  });
  expect(removed).toEqual(words(gone));
});
