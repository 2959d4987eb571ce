/** Users that are known to exist. */
import type { Span } from '../../model/index.js';
import type { Completion } from './completion.js';
import type { WritingContext } from './context.js';

/** `withGroup` also offers `node:node`, as --chown takes it. */
export function userCompletions({ scope }: WritingContext, at: Span, withGroup = false): Completion[] {
  const brought = [...new Set([...(scope.base?.users ?? []), scope.base?.defaultUser ?? 'root', 'root'])];
  const names = withGroup ? brought.map((name) => (/^\d+$/.test(name) ? name : `${name}:${name}`)) : brought;
  return names.map((name) => ({
    label: name,
    kind: 'user',
    documentation: /^root/.test(name) ? undefined : 'A user that the base image brings.',
    insert: name,
    at,
  }));
}
