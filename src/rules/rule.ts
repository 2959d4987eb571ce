/** What a rule is: it finds data, explains it in words, and may repair it. The three do not know each other. */
import type { Span } from '../model/index.js';
import type { RuleContext } from './context.js';
import type { Message } from './message.js';

export const SEVERITIES = ['error', 'warning', 'info', 'style'] as const;
export type Severity = (typeof SEVERITIES)[number];

export const TOPICS = [
  'bloat',
  'multi-stage',
  'distroless',
  'caching',
  'pid-1',
  'security',
  'correctness',
  'maintainability',
] as const;
export type Topic = (typeof TOPICS)[number];

/** Which stages a rule looks at. `shipped`: what the target's image is built from; `final`: the target alone. */
export type StageSelection = 'all' | 'shipped' | 'final';

export interface Variant {
  /** Codes of other linters for this mistake. */
  readonly aliases?: readonly string[];
  /** Where it differs from the rule's. */
  readonly severity?: Severity | 'off';
}

/** `safe`: the image and the container's configuration do the same thing. */
export type Safety = 'safe' | 'suggested';

/** Replaces a range of the text. An empty range inserts. */
export interface Edit extends Span {
  readonly text: string;
}

export interface Fix {
  /** What it does, as an order: "Add --yes". */
  readonly title: string;
  readonly safety: Safety;
  readonly edits: readonly Edit[];
}

/** What `find` yields: the place, the variant, and whatever `explain` and `repair` need. */
export interface FindingData {
  readonly at: Span;
  readonly variant?: string;
  /** Where this finding weighs otherwise than its rule or variant. The configuration still wins. */
  readonly severity?: Severity;
}

type VariantOf<V> = [V] extends [undefined] ? { readonly variant?: undefined } : { readonly variant: keyof V & string };

interface RuleDefinition<V extends Readonly<Record<string, Variant>> | undefined, D extends FindingData> {
  /** Names the problem, in kebab-case. */
  readonly id: string;
  readonly topic: Topic;
  readonly stages: StageSelection;
  readonly severity: Severity | 'off';
  /** Codes of other linters; where there are variants, each has its own. */
  readonly aliases?: readonly string[];
  readonly variants?: V;
  /** What another program finds: its codes are the variants, too many to list, and each is its own alias. */
  readonly codes?: RegExp;
  /** It also looks at the triggers of ONBUILD. */
  readonly onbuild?: boolean;
  /** One sentence, an order: "Say which version of the base image you mean." */
  readonly summary: string;
  readonly find: (context: RuleContext) => Iterable<D>;
  readonly explain: (data: NoInfer<D>, context: RuleContext) => Message;
  /** Fixes for a finding, the best first. */
  readonly repair?: (data: NoInfer<D>, context: RuleContext) => Iterable<Fix>;
  /** Edits that take the mistake away, for the price alone; never offered. Only where there is no fix. */
  readonly withoutIt?: (data: NoInfer<D>, context: RuleContext) => readonly Edit[] | undefined;
}

/** A rule as the engine and the views see it. */
export interface Rule extends RuleDefinition<Readonly<Record<string, Variant>> | undefined, FindingData> {}

/** Declares a rule; infers what `find` yields and hands it, narrowed by variant, to `explain` and `repair`. */
export function defineRule<
  const V extends Readonly<Record<string, Variant>> | undefined = undefined,
  const D extends FindingData & VariantOf<V> = FindingData & VariantOf<V>,
>(definition: RuleDefinition<V, D>): Rule {
  return definition as unknown as Rule;
}

/** The names of a rule's variants; none where it has one way to be broken, or where they are the codes of another program. */
export function variantNames({ variants = {} }: Rule): readonly string[] {
  return Object.keys(variants);
}

/** Every code of other linters that a rule answers to. */
export function aliasesOf(rule: Rule, variant?: string | null): readonly string[] {
  if (variant && rule.codes?.test(variant)) return [variant];
  const variants = Object.entries(rule.variants ?? {});
  const chosen = variant ? variants.filter(([name]) => name === variant) : variants;
  return [...new Set([...(rule.aliases ?? []), ...chosen.flatMap(([, { aliases = [] }]) => aliases)])];
}

/** The severity of a variant when nobody configured anything. */
export function defaultSeverity(rule: Rule, variant?: string | null): Severity | 'off' {
  return (variant ? rule.variants?.[variant]?.severity : undefined) ?? rule.severity;
}
