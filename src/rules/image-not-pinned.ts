import { type ImageName, type ImageReference, knowBaseImage } from '../model/index.js';
import { code, text } from './message.js';
import { defineRule } from './rule.js';

export const imageNotPinned = defineRule({
  id: 'image-not-pinned',
  topic: 'maintainability',
  stages: 'all',
  severity: 'warning',
  variants: {
    untagged: { aliases: ['DL3006', 'DS-0001', 'CKV_DOCKER_7', '9efb0b2d', 'S6596'] },
    latest: { aliases: ['DL3007', 'DS-0001', 'CKV_DOCKER_7', 'f45ea400', 'S6596'] },
    digest: { aliases: ['S7023'], severity: 'off' },
  },
  summary: 'Say which version of an image you mean.',

  *find({ imageReferences }) {
    for (const { name, at, origin } of imageReferences) {
      if (!name || name.digest || mayBeNoImage(name, origin)) continue;
      const variant = !name.tag ? 'untagged' : name.tag === 'latest' ? 'latest' : 'digest';
      const isVersionless = hasNoVersions(name);
      const weight = isVersionless && variant !== 'digest' ? ({ severity: 'info' } as const) : {};
      yield { ...weight, variant, at, image: name.text, familiarName: name.familiarName, isVersionless };
    }
  },

  explain({ variant, image, familiarName, isVersionless }) {
    if (variant === 'digest')
      return {
        what: text`${code(image)} can be pushed again with other content under the same tag.`,
        why: text`Only a digest names one image for ever; a tag is a pointer that its owner moves.`,
        todo: text`Add the digest behind the tag, and a bot such as Renovate or Dependabot that moves both.`,
      };
    return {
      what:
        variant === 'untagged'
          ? text`${code(image)} has no tag, so it means ${code(`${familiarName}:latest`)}.`
          : text`${code(image)} means whatever image has that tag on the day of the build.`,
      why: text`The same Dockerfile can build another image tomorrow, with another major version in it.`,
      todo: isVersionless
        ? text`This image has no tags for versions: add the digest, and a bot such as Renovate or Dependabot that moves it.`
        : text`Name the version you tested, and a digest as well where builds must be repeatable.`,
    };
  },
});

/**
 * `COPY --from=biuld`, `--from=assets`, where no image of that name is known: a slip, of which `copy-from-invalid`
 * speaks, or a named build context.
 */
function mayBeNoImage(name: ImageName, origin: ImageReference['origin']): boolean {
  return origin !== 'FROM' && /^[\w-]+$/.test(name.text) && !knowBaseImage(name);
}

/** These carry a release in their name, if any, and no tag that stays on a version. */
function hasNoVersions({ registry, repository }: ImageName): boolean {
  return registry === 'cgr.dev' || (registry === 'gcr.io' && repository.startsWith('distroless/'));
}
