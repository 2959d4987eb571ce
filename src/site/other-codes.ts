/** Which rules answer to the codes of other linters. */
import { aliasesOf, type Rule, variantNames } from '../rules/rule.js';

export interface RuleAnswer {
  readonly rule: Rule;
  /** The rule's id, with its variant where that alone answers. */
  readonly name: string;
}

/** The rules, or variants of rules, that say what another linter's code says. */
export function answersTo(code: string, rules: readonly Rule[]): readonly RuleAnswer[] {
  return rules.flatMap((rule) => {
    if (rule.aliases?.includes(code)) return { rule, name: rule.id };
    const variants = variantNames(rule).filter((variant) => aliasesOf(rule, variant).includes(code));
    return variants.map((variant) => ({ rule, name: `${rule.id}/${variant}` }));
  });
}
