import { isIgnored } from '../../image/context-files.js';
import { code, text } from '../../model/text.js';
import { defineCondition, HOLDS } from '../condition.js';
import { flagField, optional, textField } from '../field.js';
import type { Submission } from '../submission.js';
import { commandsThatRun, isBelow, placesOfContextFile, placesOfOutput, waysOf } from '../whereabouts.js';

export const inImage = defineCondition({
  kind: 'in-image',
  title: 'The image holds a file',
  fields: {
    file: textField('File or folder, as the context has it or as the build writes it', 'public'),
    madeBy: optional(textField('Step of the build that makes it', 'build')),
    beside: optional(textField('File to which it lies as it does in the context', 'server.js')),
    inFolder: flagField('In a folder, not among those of the system'),
  },
  states: {
    'not-made': 'What no step makes can’t be shipped.',
    ignored: 'What the .dockerignore hides can’t be copied.',
    'left-in-stage': 'A stage hands on only what a COPY --from takes; the rest of it is thrown away.',
    missing: 'A container has only the files of its image.',
    elsewhere: 'The program looks for it where it lies on the laptop, beside itself or below.',
    'at-the-root':
      'There it lies among the folders of the system, and can’t be copied, mounted or given to a user as a whole.',
  },
  says: ({ file, inFolder }) => text`The image holds ${code(file)}${inFolder ? ', in a folder of its own' : ''}`,
  check(submission, { file, madeBy, beside, inFolder }) {
    if (madeBy !== undefined) {
      const commands = commandsThatRun(submission, madeBy);
      if (commands.length === 0)
        return {
          holds: false,
          state: 'not-made',
          now: text`No step that the image needs runs ${code(waysOf(madeBy)[0])}.`,
        };
      if (commands.some((one) => placesOfOutput(submission, one, file).length > 0)) return HOLDS;
      return { holds: false, state: 'left-in-stage', now: text`${code(file)} is made, and is not in the image.` };
    }
    const places = placesOfContextFile(submission, file);
    const isLoose = places.length > 0 && places.every((place) => place.lastIndexOf('/') === 0);
    if (inFolder && isLoose)
      return { holds: false, state: 'at-the-root', now: text`It is ${code(places[0] ?? '')}, at the very top.` };
    if (places.length > 0 && beside !== undefined && !liesAsIn(submission, { file, places, beside }))
      return {
        holds: false,
        state: 'elsewhere',
        now: text`${code(file)} is ${code(places[0] ?? '')}, and so not where ${code(beside)} looks for it.`,
      };
    if (places.length > 0) return HOLDS;
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

interface Neighbours {
  readonly file: string;
  /** Where it is in the image. */
  readonly places: readonly string[];
  readonly beside: string;
}

/** Whether both have come below one folder with their own paths. */
function liesAsIn(submission: Submission, { file, places, beside }: Neighbours): boolean {
  const folders = (path: string, all: readonly string[]) =>
    all.flatMap((place) => (place.endsWith(`/${path}`) ? [place.slice(0, -path.length)] : []));
  const others = folders(beside, placesOfContextFile(submission, beside));
  return folders(file, places).some((folder) => others.includes(folder));
}

function isInSomeStage({ dockerfile, prediction }: Submission, file: string): boolean {
  return dockerfile.stages.some((stage) =>
    prediction.layers
      ?.filesOf(stage)
      .some(({ files }) => files?.some(({ context }) => context !== undefined && isBelow(context, file))),
  );
}
