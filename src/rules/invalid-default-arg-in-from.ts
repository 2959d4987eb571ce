import { type Arg, expand, type Lookup, PLATFORM_ARGUMENTS, parseImageName } from '../model/index.js';
import { code, codes, text } from './message.js';
import { defineRule } from './rule.js';

export const invalidDefaultArgInFrom = defineRule({
  id: 'invalid-default-arg-in-from',
  topic: 'correctness',
  stages: 'all',
  severity: 'warning',
  aliases: ['InvalidDefaultArgInFrom'],
  summary: 'Give arguments of FROM defaults that name an image.',

  *find({ instructions, dockerfile }) {
    const defaults = defaultsOf(dockerfile.globalArguments);
    const lookup: Lookup = (name) => defaults.get(name) ?? (PLATFORM_ARGUMENTS.has(name) ? null : '');
    for (const { image } of instructions('FROM')) {
      // A name that is declared nowhere is another mistake: undefined-variable.
      if (!image?.variables.length || !image.variables.every(({ name }) => defaults.has(name))) continue;
      const value = expand(image, lookup);
      if (value === null || typeof parseImageName(value) !== 'string') continue;
      const isRefused = dockerfile.problems.some(
        ({ variant, at }) => variant === 'image-reference' && at.start === image.at.start,
      );
      const empty = [...new Set(image.variables.map(({ name }) => name))].filter((name) => !defaults.get(name));
      if (!isRefused) yield { at: image.at, image, value, empty };
    }
  },

  explain: ({ image, value, empty }) => ({
    what: value
      ? text`Without ${code('--build-arg')}, ${code(image.raw)} becomes ${code(value)}, which names no image.`
      : text`Without ${code('--build-arg')}, ${code(image.raw)} is empty, and names no image.`,
    why: text`A plain ${code('docker build .')} stops at this line, and so does every tool that does not know the argument.`,
    todo: empty.length
      ? text`Give ${codes(empty)} a default: ${code(`ARG ${empty[0]}=…`)}.`
      : text`Change the defaults so that together they name an image.`,
  }),
});

/** The values of global arguments when no build argument is given; without a default that is the empty string. */
function defaultsOf(globals: readonly Arg[]): ReadonlyMap<string, string | null> {
  const defaults = new Map<string, string | null>();
  const lookup: Lookup = (name) => defaults.get(name) ?? (PLATFORM_ARGUMENTS.has(name) ? null : '');
  for (const { pairs } of globals)
    for (const { key, value } of pairs) defaults.set(key.text, value ? expand(value, lookup) : '');
  return defaults;
}
