import { packageCallsIn } from '../../image/files/package-calls.js';
import { callName } from '../../model/index.js';
import { code, codes, text } from '../../model/text.js';
import { cacheMountsOf, fillsCache, holdsCacheOf } from '../../rules/cache-mount.js';
import { defineCondition, HOLDS } from '../condition.js';
import { listField } from '../field.js';

export const cacheMount = defineCondition({
  kind: 'cache-mount',
  title: 'Downloads are kept in a cache mount',
  fields: { managers: listField('Package managers', 'npm, pnpm') },
  states: {
    'no-install': 'There is nothing to keep where nothing is installed.',
    'no-mount': 'When the step runs again, everything is downloaded again, also what has not changed.',
    'wrong-place': 'The manager looks for its downloads elsewhere, so the mount stays empty.',
    ineffective: 'A mount that is emptied, switched off or not allowed is no use.',
  },
  says: ({ managers }) =>
    text`What ${codes(managers, 'or')} downloads is kept for the next build, and not in the image`,
  check(submission, { managers }) {
    const calls = submission.runs.flatMap((run) =>
      packageCallsIn(run)
        .filter(({ call }) => managers.includes(call.manager) && fillsCache(call))
        .map(({ call }) => ({ run, call })),
    );
    if (calls.length === 0)
      return {
        holds: false,
        state: 'no-install',
        now: text`No step downloads anything with ${codes(managers, 'or')}.`,
      };
    for (const { run, call } of calls) {
      const mounts = cacheMountsOf(run);
      const { at } = call.command;
      const where = text`${code(callName(call))} in ${submission.lineOf({ at })}`;
      if (mounts.length === 0)
        return { holds: false, state: 'no-mount', now: text`${where} has no cache mounted.`, at };
      if (!mounts.some((mount) => holdsCacheOf(run, mount, call.manager)))
        return {
          holds: false,
          state: 'wrong-place',
          now: text`The mount of ${where} is not where ${code(call.tool)} keeps its downloads.`,
          at,
        };
    }
    const others = submission.runs.filter((run) => !calls.some((one) => one.run === run));
    const found = submission
      .findingsOf('cache-mount-ineffective')
      .find(({ at }) => !others.some((run) => run.at.start <= at.start && at.end <= run.at.end));
    return found ? { holds: false, state: 'ineffective', now: found.message.what, at: found.at } : HOLDS;
  },
});
