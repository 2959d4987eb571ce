/** All containers that are started and stopped. */
import type { ProcessCase } from './case.js';
import { INIT_CASES, ZOMBIE_CASES } from './cases/inits.js';
import { MANAGER_CASES } from './cases/managers.js';
import { RUNTIMES } from './cases/runtimes.js';
import { SHELL_CASES } from './cases/shells.js';

export const CASES: readonly ProcessCase[] = [
  ...RUNTIMES,
  ...SHELL_CASES,
  ...INIT_CASES,
  ...MANAGER_CASES,
  ...ZOMBIE_CASES,
];
