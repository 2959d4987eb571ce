/** What must hold for any Dockerfile that people wrote. Shared by the fuzz tests and the check of real files. */
import { type Configuration, DEFAULT_CONFIGURATION } from '../../src/config/configuration.js';
import { applyEdits } from '../../src/engine/apply-edits.js';
import type { Finding } from '../../src/engine/finding.js';
import { fixAll, isSafe } from '../../src/engine/fixes.js';
import { lint } from '../../src/engine/lint.js';
import type { BuildInput } from '../../src/model/index.js';

export interface Checked {
  readonly findings: readonly Finding[];
  /** Sentences about promises that the engine broke. */
  readonly broken: readonly string[];
}

/** Checks a file, its fixes one by one, and all safe fixes together. */
export function checkPromises(input: BuildInput, configuration: Configuration = DEFAULT_CONFIGURATION): Checked {
  const { dockerfile, findings } = lint(input, configuration);
  const places = [...findings, ...dockerfile.problems, ...dockerfile.instructions];
  return {
    findings,
    broken: [
      ...places
        .filter(({ at }) => !(at.start >= 0 && at.start <= at.end && at.end <= input.text.length))
        .map(({ at }) => `the range ${at.start} to ${at.end} is not inside the text`),
      ...findings.flatMap((finding) => brokenFixes(finding, input)),
      ...brokenTogether(input, findings, dockerfile.problems.length, configuration),
    ],
  };
}

function brokenFixes({ rule, fixes }: Finding, { text }: BuildInput): string[] {
  return fixes.flatMap(({ title, edits }) => {
    const isInside = edits.every(({ start, end }) => start >= 0 && start <= end && end <= text.length);
    if (!isInside) return [`the fix "${title}" of ${rule} reaches outside the text`];
    return applyEdits(text, edits) === text ? [`the fix "${title}" of ${rule} changes nothing`] : [];
  });
}

function brokenTogether(
  input: BuildInput,
  before: readonly Finding[],
  problems: number,
  configuration: Configuration,
): string[] {
  const fixed = fixAll(input, isSafe, configuration);
  const after = lint({ ...input, text: fixed.text }, configuration);
  const again = fixAll({ ...input, text: fixed.text }, isSafe, configuration);
  return [
    ...(after.dockerfile.problems.length > problems ? ['after all safe fixes the builder refuses more'] : []),
    ...moreFindings(before, after.findings).map((name) => `after all safe fixes there is a new finding of ${name}`),
    ...(again.text !== fixed.text ? ['fixing again changes the text again'] : []),
  ];
}

/** Rules that speak more often after than before; a fix may make one variant of another, as COPY of an ADD. */
function moreFindings(before: readonly Finding[], after: readonly Finding[]): string[] {
  const count = (findings: readonly Finding[]) => {
    const counts = new Map<string, number>();
    for (const { rule } of findings) counts.set(rule, (counts.get(rule) ?? 0) + 1);
    return counts;
  };
  const earlier = count(before);
  return [...count(after)].filter(([name, number]) => number > (earlier.get(name) ?? 0)).map(([name]) => name);
}
