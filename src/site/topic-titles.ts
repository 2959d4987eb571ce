import type { Topic } from '../rules/rule.js';

/** A topic as a heading says it. */
export const topicTitles: Readonly<Record<Topic, string>> = {
  bloat: 'Bloat',
  'multi-stage': 'Multi-stage',
  distroless: 'Distroless',
  caching: 'Caching',
  'pid-1': 'PID 1',
  security: 'Security',
  correctness: 'Correctness',
  maintainability: 'Maintainability',
};
