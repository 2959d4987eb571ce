/** Base images that are made to build with, as opposed to full images of a language that programs also run on. */
import type { Stage } from '../model/index.js';

/** Programs in these need the image to run, and there is a smaller one of the same kind to run on. */
const INTERPRETED = new Set(['node', 'python', 'ruby', 'php', 'perl', 'elixir']);
/** Words by which an image that no table knows says what it is. */
const SDK_TAG = /(^|[-_.\d])(devel|jdk|sdk)([-_.\d]|$)/;
const SDK_REPOSITORY = /(^|\/)(sdk|golang|rust|maven|gradle)$/;

/** Whether a stage is built from a development kit: `golang`, `maven`, `dotnet/sdk`, `eclipse-temurin:25-jdk`. */
export function isOnSdkImage({ base, baseReference }: Stage): boolean {
  if (base?.hasBuildTools !== undefined) return base.hasBuildTools && !INTERPRETED.has(base.runtime?.name ?? '');
  const name = baseReference?.name;
  if (!name) return false;
  // Made for people to work in, with all that they need.
  if (/(^|\/)devcontainers(\/|$)/.test(name.repository)) return false;
  return SDK_TAG.test(name.tag ?? '') || SDK_REPOSITORY.test(name.repository);
}
