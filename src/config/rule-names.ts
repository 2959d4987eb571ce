/** Names of rules: ids, `id/variant`, and the codes of other linters. */
import { suggest } from '../model/suggest.js';
import { rules } from '../rules/index.js';
import { aliasesOf, type Rule, variantNames } from '../rules/rule.js';
import type { RuleNames } from './configuration.js';

export interface RuleSelector {
  readonly rule: Rule;
  /** Undefined: the whole rule. */
  readonly variant: string | undefined;
}

/** Everything that an id, `id/variant` or code of another linter names. Case counts only for BuildKit's names. */
export function selectRules(name: string): readonly RuleSelector[] {
  return selectors().get(name) ?? selectors().get(name.toUpperCase()) ?? codesOf(name);
}

/** `SC2086` and `shellcheck/SC2086`: codes that no list holds. */
function codesOf(name: string): readonly RuleSelector[] {
  const [code = '', id] = name.split('/').reverse();
  const variant = code.toUpperCase();
  return rules
    .filter((rule) => rule.codes?.test(variant) && (id ?? rule.id) === rule.id)
    .map((rule) => ({ rule, variant }));
}

/** What the reader of a configuration asks about names. */
export const ruleNames: RuleNames = {
  has: (name) => selectRules(name).length > 0,
  suggest: (name) => suggest(name, selectors().keys()),
};

let known: Map<string, RuleSelector[]> | undefined;

function selectors(): Map<string, RuleSelector[]> {
  known ??= collectSelectors();
  return known;
}

function collectSelectors(): Map<string, RuleSelector[]> {
  const found = new Map<string, RuleSelector[]>();
  const add = (name: string, selector: RuleSelector) => found.set(name, [...(found.get(name) ?? []), selector]);
  for (const rule of rules) {
    add(rule.id, { rule, variant: undefined });
    for (const alias of rule.aliases ?? []) add(alias, { rule, variant: undefined });
    for (const variant of variantNames(rule)) {
      add(`${rule.id}/${variant}`, { rule, variant });
      for (const alias of aliasesOf(rule, variant)) if (!rule.aliases?.includes(alias)) add(alias, { rule, variant });
    }
  }
  return found;
}
