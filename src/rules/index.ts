/** The rules. This is the only list of them. */
import { aptInsteadOfAptGet } from './apt-instead-of-apt-get.js';
import { imageNotPinned } from './image-not-pinned.js';
import { maintainerDeprecated } from './maintainer-deprecated.js';
import type { Rule } from './rule.js';

export const rules: readonly Rule[] = [aptInsteadOfAptGet, imageNotPinned, maintainerDeprecated];
