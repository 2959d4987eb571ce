import { packageCallsIn } from '../../image/files/package-calls.js';
import type { PackageCall } from '../../model/index.js';
import { code, codes, text } from '../../model/text.js';
import { defineCondition, HOLDS } from '../condition.js';
import { flagField, listField, optional } from '../field.js';

export const notInstalled = defineCondition({
  kind: 'not-installed',
  title: 'The image is free of tools and packages',
  fields: {
    packages: optional(listField('Packages', 'build-essential, git')),
    buildTools: flagField('Nor does its base bring compilers or a development kit'),
  },
  states: {
    installed: 'Each package is pulled with every image, has to be updated, and helps whoever breaks in.',
    'removed-later': 'A later layer can hide files and give no byte back.',
    'in-base': 'What a base brings is in every image that is built on it.',
  },
  says: ({ packages, buildTools }) =>
    buildTools && packages
      ? text`The image that is shipped has no build tools, nor ${codes(packages, 'or')}`
      : buildTools
        ? ['The image that is shipped has no build tools']
        : text`The image that is shipped has no ${codes(packages ?? [], 'or')}`,
  check(submission, { packages = [], buildTools }) {
    const runs = [...submission.shippedRuns].sort((one, other) => one.index - other.index);
    for (const name of packages) {
      const calls = runs.flatMap((run) => packageCallsIn(run).map(({ call }) => ({ run, call })));
      const bringing = calls.find(({ call }) => call.action === 'install' && names(call, name));
      if (!bringing) continue;
      const handle = bringing.call.virtualName?.text;
      const removal = calls.find(({ call }) => call.action === 'remove' && (names(call, name) || names(call, handle)));
      const at = bringing.call.command.at;
      if (!removal)
        return {
          holds: false,
          state: 'installed',
          now: text`${code(name)} is installed in ${submission.lineOf({ at })}.`,
          at,
        };
      if (removal.run !== bringing.run)
        return {
          holds: false,
          state: 'removed-later',
          now: text`${code(name)} is removed, and still lies in the layer of ${submission.lineOf({ at })}.`,
          at,
        };
    }
    const { target } = submission;
    if (buildTools && target?.base?.hasBuildTools)
      return {
        holds: false,
        state: 'in-base',
        now: text`${code(target.baseReference?.name?.text ?? 'The base image')} brings them.`,
        at: target.baseReference?.at,
      };
    const [found] = buildTools ? submission.findingsOf('build-tools-shipped') : [];
    return found ? { holds: false, state: 'installed', now: found.message.what, at: found.at } : HOLDS;
  },
});

function names({ packages }: PackageCall, name: string | undefined): boolean {
  return packages.some((one) => one.name === name);
}
