/** What a stage is for, as far as its name says so. */
import type { Stage } from '../model/index.js';

const FOR_DEVELOPMENT =
  /^(dev|develop|development|devel|devcontainer|tests?|testing|lint|ci|debug|e2e)([-_.]|$)|[-_.](dev|test)$/;

/** Made for people who work on the program, or for its tests: tools belong into it. */
export function isForDevelopment({ name }: Stage): boolean {
  return name !== undefined && FOR_DEVELOPMENT.test(name);
}
