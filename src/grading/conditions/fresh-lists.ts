import { packageCallsIn } from '../../image/files/package-calls.js';
import { callName, type PackageCall, type Run } from '../../model/index.js';
import { code, text } from '../../model/text.js';
import { defineCondition, HOLDS } from '../condition.js';
import type { Submission } from '../submission.js';

/** Other managers look by themselves whether there are newer lists. */
export const freshLists = defineCondition({
  kind: 'fresh-lists',
  title: 'apt installs from lists of the same step',
  fields: {},
  states: {
    alone:
      'A step that has not changed comes from the cache, with the lists of the day on which it ran. The server may no longer have what they name.',
    none: 'An image of Debian brings no lists, so the install finds no package.',
  },
  says: () => ['Every install of apt has lists of the same day'],
  check(submission) {
    for (const run of submission.runs) {
      const stale = installWithoutLists(run);
      if (!stale) continue;
      const { at } = stale.command;
      const where = text`${code(callName(stale))} in ${submission.lineOf({ at })}`;
      const earlier = refreshBefore(submission, run);
      if (!earlier) return { holds: false, state: 'none', now: text`Nothing fetches lists for ${where}.`, at };
      const now = text`${where} uses the lists that another step has fetched, in ${submission.lineOf({ at: earlier.command.at })}.`;
      return { holds: false, state: 'alone', now, at };
    }
    return HOLDS;
  },
});

function aptCallsIn(run: Run): readonly PackageCall[] {
  return packageCallsIn(run)
    .map(({ call }) => call)
    .filter(({ manager }) => manager === 'apt');
}

/** The first install of a step in front of which the step has fetched nothing. */
function installWithoutLists(run: Run): PackageCall | undefined {
  const calls = aptCallsIn(run);
  const first = calls.find(({ action }) => action === 'install' || action === 'update-index');
  return first?.action === 'install' ? first : undefined;
}

function refreshBefore({ runs }: Submission, run: Run): PackageCall | undefined {
  return runs
    .filter(({ index }) => index < run.index)
    .flatMap(aptCallsIn)
    .findLast(({ action }) => action === 'update-index');
}
