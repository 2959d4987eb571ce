import type { ImageReference } from '../model/index.js';
import { replace } from './edits.js';
import { code, type Text, text } from './message.js';
import { defineRule } from './rule.js';
import { isOnSdkImage } from './sdk-image.js';
import { bytesText } from './sizes.js';
import { isForDevelopment } from './stage-purpose.js';

export const largeBaseImage = defineRule({
  id: 'large-base-image',
  topic: 'bloat',
  stages: 'final',
  severity: 'info',
  summary: 'Run on the smaller variant of the base image.',

  *find({ stages }) {
    for (const stage of stages) {
      const [smaller] = stage.base?.smallerVariants ?? [];
      const reference = stage.baseReference;
      if (!smaller || !reference?.name || isOnSdkImage(stage) || isForDevelopment(stage)) continue;
      const bytes = stage.base?.compressedBytes;
      yield { at: reference.at, reference, image: reference.name.text, bytes, smaller };
    }
  },

  explain: ({ image, bytes, smaller }) => ({
    what: text`${code(image)}${sized(bytes)} has a smaller variant of the same release: ${code(smaller.reference)}${sized(smaller.compressedBytes)}.`,
    why: text`The larger one adds compilers, manuals or tools for people, which a running program seldom needs.`,
    todo: text`Try the smaller variant, and install what is missing by name.`,
  }),

  *repair({ reference, smaller }) {
    const text = withTag(reference, smaller.reference.slice(smaller.reference.lastIndexOf(':') + 1));
    if (text !== undefined) yield { title: `Use ${text}`, safety: 'suggested', edits: [replace(reference.at, text)] };
  },
});

/** What a pull transfers, where a table knows it. */
function sized(bytes: number | undefined): Text {
  return bytes === undefined ? [] : text` (${bytesText(bytes)} compressed)`;
}

/** The same image with another tag, as it is written; undefined where variables or a digest decide. */
function withTag({ raw, name }: ImageReference, tag: string): string | undefined {
  if (!name || name.digest !== undefined || raw !== name.text) return undefined;
  return `${name.tag === undefined ? raw : raw.slice(0, -name.tag.length - 1)}:${tag}`;
}
