/** What holds between the list of rules, their files, pages and tests. Each check is a function from inputs to problems. */
import type { Finding } from '../../src/engine/finding.js';
import type { Rule } from '../../src/rules/rule.js';

/** What lies in the checkout for the rules. */
export interface RuleFiles {
  /** Names of files in src/rules. */
  readonly sources: readonly string[];
  /** Names of files in test/rules. */
  readonly tests: readonly string[];
  /** Names of folders in content/docs/rules. */
  readonly pages: readonly string[];
}

/** Each rule has its file, its test and its page, and no page or test is left of a rule that went. */
export function missingFiles(rules: readonly Rule[], { sources, tests, pages }: RuleFiles): string[] {
  const ids = new Set(rules.map(({ id }) => id));
  return [
    ...rules.flatMap(({ id }) => [
      ...(sources.includes(`${id}.ts`) ? [] : [`src/rules/${id}.ts is missing`]),
      ...(tests.includes(`${id}.test.ts`) ? [] : [`test/rules/${id}.test.ts is missing`]),
      ...(pages.includes(id) ? [] : [`content/docs/rules/${id}/ is missing`]),
    ]),
    ...pages.filter((page) => !ids.has(page)).map((page) => `content/docs/rules/${page}/ is of no rule`),
    ...tests
      .map((test) => test.replace(/\.test\.ts$/, ''))
      .filter((test) => !ids.has(test))
      .map((test) => `test/rules/${test}.test.ts is of no rule`),
  ];
}

/** Ids are in kebab-case, once, in the order of the list; summaries are a sentence. */
export function badDeclarations(rules: readonly Rule[]): string[] {
  return rules.flatMap(({ id, summary, variants }, index) => [
    ...(/^[a-z0-9]+(?:-[a-z0-9]+)*$/.test(id) ? [] : [`${id} is not in kebab-case`]),
    ...(index > 0 && (rules[index - 1]?.id ?? '') >= id
      ? [`${id} stands in the wrong place of the list, or twice`]
      : []),
    ...(/^[A-Z].*\.$/.test(summary) ? [] : [`the summary of ${id} is no sentence`]),
    ...Object.keys(variants ?? {})
      .filter((variant) => !/^[a-z0-9]+(?:-[a-z0-9]+)*$/.test(variant))
      .map((variant) => `${id}/${variant} is not in kebab-case`),
  ]);
}

/** The front matter of a page, as far as these checks read it. */
export interface PageFacts {
  /** Rules that the before necessarily breaks as well. */
  readonly alsoFound: readonly string[];
}

/** A pair of a rule's page, with what the engine says about it. */
export interface CheckedPair {
  readonly rule: Rule;
  /** `before.apk.Dockerfile`. */
  readonly name: string;
  readonly before: readonly Finding[];
  readonly after: readonly Finding[] | undefined;
  readonly afterText: string | undefined;
  /** The before with the best fix of each of this rule's findings. */
  readonly repaired: string | undefined;
  readonly page: PageFacts;
}

/** The before breaks this rule and none that the page doesn't name; the after breaks none; repairing gives the after. */
export function badPair({ rule, name, before, after, afterText, repaired, page }: CheckedPair): string[] {
  const place = `${rule.id}/${name}`;
  const strangers = before.filter((finding) => finding.rule !== rule.id && !page.alsoFound.includes(finding.rule));
  return [
    ...(before.some((finding) => finding.rule === rule.id) ? [] : [`${place} doesn't break its rule`]),
    ...strangers.map(
      (finding) => `${place} also breaks ${finding.rule} (say so on the page with alsoFound, or mend it)`,
    ),
    ...(after ?? []).map((finding) => `the after of ${place} breaks ${finding.rule}`),
    ...(repaired !== undefined && afterText !== undefined && repaired !== afterText
      ? [`repairing ${place} doesn't give its after, but:\n${repaired}`]
      : []),
  ];
}
