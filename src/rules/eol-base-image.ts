import { type EndOfLife, type ImageReference, knowBaseImage, parseImageName } from '../model/index.js';
import { replace } from './edits.js';
import { code, type Text, text } from './message.js';
import { defineRule } from './rule.js';

export const eolBaseImage = defineRule({
  id: 'eol-base-image',
  topic: 'security',
  stages: 'all',
  severity: 'warning',
  summary: 'Build on releases that still get security fixes.',

  *find({ dockerfile, imageReferences }) {
    const { today } = dockerfile.input;
    for (const reference of imageReferences) {
      const ended = endedBy(today, reference);
      const isExtended = ended.every((end) => extensionOf(end, today) !== undefined);
      const weight = isExtended ? ({ severity: 'info' } as const) : {};
      if (ended.length > 0) yield { at: reference.at, reference, ended, isExtended, ...weight };
    }
  },

  explain: ({ reference, ended, isExtended }, { dockerfile }) => ({
    what: text`${code(reference.name?.text ?? reference.raw)}: support of ${ended.map(({ product, date }) => `${product} ended on ${date}`).join(', and that of ')}.`,
    why: isExtended
      ? extendedReason(ended, dockerfile.input.today)
      : text`Security holes that are found in it now stay open, however often the image is rebuilt.`,
    todo: replacementOf(ended)
      ? text`Move to ${code(replacementOf(ended) ?? '')}.`
      : text`Move to a release that is supported.`,
  }),

  *repair({ at, reference, ended }) {
    const replacement = replacementOf(ended);
    const written = replacement && writtenLike(reference, replacement);
    if (written) yield { title: `Move to ${written}`, safety: 'suggested', edits: [replace(at, written)] };
  },
});

/** What in the image has had its last day, the program first. Nothing is over on that day itself. */
function endedBy(today: string, { name }: ImageReference): readonly EndOfLife[] {
  const ended = (name && knowBaseImage(name))?.endOfLife.filter(({ date }) => date < today) ?? [];
  const over = ended.filter((end) => extensionOf(end, today) === undefined);
  return over.length > 0 ? over : ended;
}

function extensionOf({ extended }: EndOfLife, today: string): EndOfLife['extended'] {
  return extended && extended.date >= today ? extended : undefined;
}

function extendedReason(ended: readonly EndOfLife[], today: string): Text {
  const extensions = ended.map((end) => extensionOf(end, today)).filter((one) => one !== undefined);
  const until = extensions.map(({ name, date }) => `${name} until ${date}`).join(', and ');
  return text`What is left is ${until}, which covers fewer packages or has to be paid for.`;
}

function replacementOf(ended: readonly EndOfLife[]): string | undefined {
  return ended.find(({ replacement }) => replacement !== undefined)?.replacement;
}

/** The replacement from where the image came from: `public.ecr.aws/docker/library/node:26` for a mirror of `node:20`. */
function writtenLike({ name, raw }: ImageReference, replacement: string): string | undefined {
  const wanted = parseImageName(replacement);
  if (!name || name.digest || name.text !== raw || typeof wanted === 'string') return undefined;
  const place = name.tag === undefined ? name.text : name.text.slice(0, -name.tag.length - 1);
  const isSame = place === wanted.familiarName || place.endsWith(`/${wanted.familiarName}`);
  return isSame ? `${place}:${wanted.tag}` : replacement;
}
