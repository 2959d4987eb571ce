import { landingsOf } from '../../image/files/copied-files.js';
import { baseName } from '../../model/index.js';
import { code, text } from '../../model/text.js';
import { defineCondition, HOLDS } from '../condition.js';
import type { Submission } from '../submission.js';

export const shellFree = defineCondition({
  kind: 'shell-free',
  title: 'The image has no shell',
  fields: {},
  states: {
    'in-base':
      'Whoever gets a program to run a command finds everything there to go on with: a shell, a package manager, tools.',
    brought: 'Then it is one more image with a shell.',
    unknown: 'What can’t be read can’t be checked.',
  },
  says: () => ['The image that is shipped has no shell'],
  check(submission) {
    const { target } = submission;
    const base = target?.base;
    const image = code(target?.baseReference?.name?.text ?? 'the base image');
    const at = target?.baseReference?.at;
    if (base?.shell === undefined)
      return { holds: false, state: 'unknown', now: text`It is not known what ${image} brings.`, at };
    if (base.shell !== 'none' || base.tools?.size) {
      const what = base.shell === 'none' ? 'BusyBox' : base.shell;
      return { holds: false, state: 'in-base', now: text`${image} brings ${what}.`, at };
    }
    const brought = shellCopied(submission);
    return brought
      ? {
          holds: false,
          state: 'brought',
          now: text`A shell is copied into it in ${submission.lineOf(brought)}.`,
          at: brought.at,
        }
      : HOLDS;
  },
});

const SHELLS = /^(?:sh|ash|bash|dash|busybox|zsh)$/;

function shellCopied({ dockerfile, shippedStages }: Submission) {
  return shippedStages
    .flatMap(({ instructions }) => instructions)
    .find(
      (one) => one.keyword === 'COPY' && landingsOf(dockerfile, one).some(({ path }) => SHELLS.test(baseName(path))),
    );
}
