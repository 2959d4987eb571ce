/** The room's public face. What a page holds without grading is in `written.ts` and `kind-view.ts`. */
export { conditionKinds } from './conditions/index.js';
export { readConditions } from './conditions.js';
export { type ConditionGrade, type Grade, grade, NOT_BUILT } from './grade.js';
export { Submission } from './submission.js';
export type { WrittenCondition } from './written.js';
