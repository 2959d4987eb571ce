/** The room's public face. */
export type { ConditionKind } from './condition.js';
export { conditionKinds } from './conditions/index.js';
export { type Condition, type ReadConditions, readConditions } from './conditions.js';
export type { Field } from './field.js';
export { type ConditionGrade, type Grade, grade, NOT_BUILT, wordsOf } from './grade.js';
export { Submission } from './submission.js';
export type { WrittenCondition, WrittenConditions } from './written.js';
