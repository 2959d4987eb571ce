/** From build input and configuration to findings. */
import { type Configuration, DEFAULT_CONFIGURATION } from '../config/configuration.js';
import { Severities } from '../config/severities.js';
import { type BuildInput, type Dockerfile, parseDockerfile } from '../model/index.js';
import { Contexts } from '../rules/context.js';
import { rules } from '../rules/index.js';
import { aliasesOf, type FindingData, type Rule } from '../rules/rule.js';
import type { Finding, IgnoredFinding } from './finding.js';
import { readIgnores } from './ignores.js';

export interface LintResult {
  readonly dockerfile: Dockerfile;
  /** In the order of the file. */
  readonly findings: readonly Finding[];
  readonly ignored: readonly IgnoredFinding[];
}

/** Checks one Dockerfile. Pure: the same input gives the same answer. */
export function lint(input: BuildInput, configuration: Configuration = DEFAULT_CONFIGURATION): LintResult {
  return lintWith(rules, input, configuration);
}

/** Checks with some of the rules only: for rule pages and tests. */
export function lintWith(
  selected: readonly Rule[],
  input: BuildInput,
  configuration: Configuration = DEFAULT_CONFIGURATION,
): LintResult {
  const dockerfile = parseDockerfile(input);
  const severities = new Severities(configuration);
  const contexts = new Contexts(dockerfile, configuration, (rule) => severities.stagesOf(rule));
  const all = selected
    .filter((rule) => severities.isOn(rule))
    .flatMap((rule) => [...findingsOf(rule, contexts, severities)])
    .sort((one, other) => one.at.start - other.at.start || one.at.end - other.at.end);
  const ignores = readIgnores(dockerfile);
  const findings: Finding[] = [];
  const ignored: IgnoredFinding[] = [];
  for (const finding of all) {
    const ignore = ignores.find(finding);
    if (ignore) ignored.push({ ...finding, ignoredBy: { at: ignore.at, reason: ignore.reason } });
    else findings.push(finding);
  }
  return { dockerfile, findings, ignored };
}

function* findingsOf(rule: Rule, contexts: Contexts, severities: Severities): Iterable<Finding> {
  const context = contexts.for(rule);
  for (const data of rule.find(context)) {
    const variant = data.variant ?? null;
    const severity = severityOf(rule, data, severities);
    if (severity === 'off') continue;
    const fixes = [...(rule.repair?.(data, context) ?? [])];
    const withoutIt = fixes.length === 0 ? rule.withoutIt?.(data, context) : undefined;
    yield {
      rule: rule.id,
      variant,
      aliases: aliasesOf(rule, variant),
      severity,
      topic: rule.topic,
      at: data.at,
      message: rule.explain(data, context),
      fixes,
      ...(withoutIt && { withoutIt }),
    };
  }
}

function severityOf(rule: Rule, data: FindingData, severities: Severities) {
  const variant = data.variant ?? null;
  const usual = severities.of(rule, variant);
  return usual === 'off' ? usual : (severities.given(rule, variant) ?? data.severity ?? usual);
}
