import { isIgnored } from '../../image/context-files.js';
import { code, text } from '../../model/text.js';
import { defineCondition, HOLDS } from '../condition.js';
import { optional, textField } from '../field.js';
import type { Submission } from '../submission.js';
import { commandsThatRun, isBelow, placesOfContextFile, placesOfOutput } from '../whereabouts.js';

export const inImage = defineCondition({
  kind: 'in-image',
  title: 'The image holds a file',
  fields: {
    file: textField('File or folder, as the context has it or as the build writes it', 'public'),
    madeBy: optional(textField('Step of the build that makes it', 'build')),
  },
  states: {
    'not-made': 'What no step makes can’t be shipped.',
    ignored: 'What the .dockerignore hides can’t be copied.',
    'left-in-stage': 'A stage hands on only what a COPY --from takes; the rest of it is thrown away.',
    missing: 'A container has only the files of its image.',
  },
  says: ({ file }) => text`The image holds ${code(file)}`,
  check(submission, { file, madeBy }) {
    if (madeBy !== undefined) {
      const commands = commandsThatRun(submission, madeBy);
      if (commands.length === 0)
        return { holds: false, state: 'not-made', now: text`No step that the image needs runs ${code(madeBy)}.` };
      if (commands.some((one) => placesOfOutput(submission, one, file).length > 0)) return HOLDS;
      return { holds: false, state: 'left-in-stage', now: text`${code(file)} is made, and is not in the image.` };
    }
    if (placesOfContextFile(submission, file).length > 0) return HOLDS;
    if (isIgnored(submission.input, file))
      return {
        holds: false,
        state: 'ignored',
        now: text`The ${code('.dockerignore')} hides ${code(file)} from the builder.`,
      };
    if (isInSomeStage(submission, file))
      return { holds: false, state: 'left-in-stage', now: text`${code(file)} is in a stage that is not shipped.` };
    return { holds: false, state: 'missing', now: text`No step brings ${code(file)}.` };
  },
});

function isInSomeStage({ dockerfile, prediction }: Submission, file: string): boolean {
  return dockerfile.stages.some((stage) =>
    prediction.layers
      ?.filesOf(stage)
      .some(({ files }) => files?.some(({ context }) => context !== undefined && isBelow(context, file))),
  );
}
