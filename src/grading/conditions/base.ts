import type { ImageReference, Stage } from '../../model/index.js';
import { code, codes, text } from '../../model/text.js';
import { defineCondition, HOLDS } from '../condition.js';
import { flagField, listField, optional } from '../field.js';

export const base = defineCondition({
  kind: 'base',
  title: 'The image is built on a certain base',
  fields: {
    images: optional(listField('One of these images', 'node')),
    tagged: flagField('With a version'),
    supported: flagField('That still gets updates'),
  },
  states: {
    'other-image': 'The program needs what this base brings.',
    untagged: 'The same Dockerfile builds something else tomorrow, and nobody has changed a line.',
    'end-of-life': 'Holes that are found from now on stay open in it.',
    unknown: 'What can’t be read can’t be checked.',
  },
  says: ({ images, tagged, supported }) => {
    const which = images ? text`The image is built on ${codes(images, 'or')}` : ['The base image'];
    const how = [tagged && 'has a version', supported && 'still gets updates'].filter((word) => word);
    return text`${which}${how.length > 0 ? `${images ? ', which' : ''} ${how.join(' and ')}` : ''}`;
  },
  check(submission, { images, tagged, supported }) {
    const { target } = submission;
    const reference = target?.baseReference;
    const at = reference?.at;
    if (!target || (!reference?.name && target.base?.reference !== 'scratch'))
      return { holds: false, state: 'unknown', now: ['It can’t be seen which image this is built on.'], at };
    const name = nameOf(target, reference);
    if (images && !images.includes(name))
      return { holds: false, state: 'other-image', now: text`It is built on ${code(name)}.`, at };
    if (tagged && !hasVersion(target, reference))
      return {
        holds: false,
        state: 'untagged',
        now: text`${code(reference?.name?.text ?? name)} is whatever is newest that day.`,
        at,
      };
    // What a long-term team still looks after is information only.
    const [ended] = supported
      ? submission.findingsOf('eol-base-image').filter((one) => one.at.start === at?.start && one.severity !== 'info')
      : [];
    if (ended) return { holds: false, state: 'end-of-life', now: ended.message.what, at };
    if (supported && isUnheardOf(target))
      return {
        holds: false,
        state: 'unknown',
        now: text`No table knows a release ${code(reference?.name?.text ?? name)}.`,
        at,
      };
    return HOLDS;
  },
});

/** A version of a language of which the tables have others, and not this one. */
function isUnheardOf({ base: known, baseReference }: Stage): boolean {
  if (known?.distribution === 'distroless' || baseReference?.name?.digest !== undefined) return false;
  return known?.runtime?.version !== undefined && known.endOfLife.length === 0;
}

function nameOf({ base: known }: Stage, reference: ImageReference | undefined): string {
  return known?.reference === 'scratch' ? 'scratch' : (reference?.name?.familiarName ?? '');
}

/** Languages whose releases are 3.13 and 3.14: `python:3` is whatever is newest. */
const BY_MINOR = /^(?:python|golang|ruby|php|rust)$/;

/** A number in the tag, or the name of a release. Distroless images have the release in their own name. */
function hasVersion({ base: known }: Stage, reference: ImageReference | undefined): boolean {
  const { tag = '', digest, familiarName = '' } = reference?.name ?? {};
  if (!reference?.name || digest !== undefined) return true;
  if (/\d/.test(tag)) return !(BY_MINOR.test(familiarName) && /^\d+(?:-|$)/.test(tag));
  return (
    familiarName.startsWith('gcr.io/distroless/') || (known?.codename !== undefined && tag.includes(known.codename))
  );
}
