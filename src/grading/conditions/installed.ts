import { packageCallsIn } from '../../image/files/package-calls.js';
import { type BaseImage, callName, type Stage } from '../../model/index.js';
import { code, codes, text } from '../../model/text.js';
import { defineCondition, HOLDS } from '../condition.js';
import { listField } from '../field.js';
import { isFailureLost } from '../lost-failure.js';
import { waysOf } from '../whereabouts.js';

export const installed = defineCondition({
  kind: 'installed',
  title: 'The image has some packages',
  fields: { packages: listField('Packages, by the names that distributions have for them', 'tzdata, libpq5 | libpq') },
  states: {
    missing: 'What the program calls while it runs has to be in its image.',
    'failure-lost': 'The image is then built without them, and nobody is told.',
    'removed-again': 'What is removed again is not there when the program wants it.',
  },
  says: ({ packages }) => text`The image has ${codes(packages.map((one) => waysOf(one)[0]))} installed`,
  check(submission, { packages }) {
    const { shippedRuns, shippedStages, target } = submission;
    const calls = [...shippedRuns]
      .sort((one, other) => one.index - other.index)
      .flatMap((run) => packageCallsIn(run).map(({ call }) => ({ run, call })));
    for (const wanted of packages) {
      const names = waysOf(wanted);
      const [name] = names;
      const last = calls.findLast(({ call }) => call.packages.some((one) => names.includes(one.name ?? '')));
      if (
        !last &&
        (isInBase(target?.base, name) || (name === 'ca-certificates' && shippedStages.some(copiesCertificates)))
      )
        continue;
      if (!last)
        return {
          holds: false,
          state: 'missing',
          now: text`No step of the image that is shipped asks for ${code(name)}.`,
        };
      if (last.call.action === 'remove')
        return {
          holds: false,
          state: 'removed-again',
          now: text`${code(name)} is removed again.`,
          at: last.call.command.at,
        };
      const { command } = last.call;
      if (isFailureLost(submission, { run: last.run, command }))
        return {
          holds: false,
          state: 'failure-lost',
          now: text`Where ${code(callName(last.call))} in ${submission.lineOf(command)} fails, the step succeeds all the same.`,
          at: command.at,
        };
    }
    return HOLDS;
  },
});

/** As a program that the base brings, or as its certificates. */
function isInBase(base: BaseImage | undefined, name: string): boolean {
  if (name === 'ca-certificates') return base?.hasCaCertificates === true;
  return base?.tools?.has(name) === true;
}

/** The file in which programs look for them. */
function copiesCertificates({ instructions }: Stage): boolean {
  return instructions.some(
    (one) => one.keyword === 'COPY' && one.sources.some(({ text: word }) => /ca-certificates|ssl\/certs/.test(word)),
  );
}
