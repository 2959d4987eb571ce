/** The engine, off the main thread. What predicts is a part of its own, fetched after the first findings are out. */
import { expose } from 'comlink';
import { fixAll, isSafe } from '../engine/fixes.js';
import { rules } from '../rules/index.js';
import { aliasesOf, defaultSeverity, TOPICS, variantNames } from '../rules/rule.js';
import { scriptsOf } from '../shellcheck/notes.js';
import { LastCheck } from './last-check.js';
import type { LintWorker, RuleView } from './protocol.js';

const predictor = () => import('./predictor.js');
const reporter = () => import('./reporter.js');

/** How many checks were asked for: a prediction that began before the last one is stale. */
let checks = 0;
const lastCheck = new LastCheck();

function ruleViews(): readonly RuleView[] {
  const views = rules.map((rule) => ({
    id: rule.id,
    topic: rule.topic,
    summary: rule.summary,
    severity: defaultSeverity(rule),
    variants: variantNames(rule),
    aliases: aliasesOf(rule),
  }));
  return views.sort((one, other) => TOPICS.indexOf(one.topic) - TOPICS.indexOf(other.topic));
}

const worker: LintWorker = {
  rules: ruleViews,
  lint(input, configuration) {
    checks++;
    const started = performance.now();
    const { findings, ignored } = lastCheck.check(input, configuration);
    return { findings, ignored: ignored.length, milliseconds: performance.now() - started };
  },
  shellScripts: scriptsOf,
  fix: (input, configuration, rule) =>
    fixAll(input, rule === undefined ? isSafe : (finding) => finding.rule === rule, configuration),
  async predict(input, configuration) {
    const began = checks;
    const { predictFile } = await predictor();
    return predictFile(lastCheck.of(input, configuration), configuration, () => checks !== began);
  },
  fixSet: async (input, configuration, indexes) => (await predictor()).fixSet(input, configuration, indexes),
  report: async (input, configuration, format) => (await reporter()).reportOf(input, configuration, format),
  ignore: async (input, finding, scope, reason) => (await reporter()).ignoreEditsFor(input, finding, scope, reason),
  explain: async (input) => (await import('./explainer.js')).explainFile(input),
  language: async (input, question) => (await import('./language.js')).answerQuestion(input, question),
  priceOver: async (input, text) => (await predictor()).priceOver(input, text),
  rebuild: async (input, change) => (await predictor()).rebuildFile(input, change),
  process: async (input, options) => (await predictor()).processOfFile(input, options),
  grade: async (exercise, answer) => (await import('./grader.js')).gradeFile(exercise, answer),
  tryExercise: async (exercise) => (await import('./grader.js')).tryFile(exercise),
  conditionKinds: async () => (await import('./grader.js')).kindViews(),
};

expose(worker);
