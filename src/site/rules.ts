/** The rules as the site shows them: found by their page, with the examples that lie beside it. */
import { rules } from '../rules/index.js';
import type { Rule } from '../rules/rule.js';
import { type InputFile, readInputFile } from './example-file.js';

export { topicTitles } from './topic-titles.js';

/** The last part of the page of a rule that has variants. */
export const variantsTitle = { slug: 'variants', text: 'Variants' } as const;

const texts = import.meta.glob<string>('/content/docs/rules/*/*.{Dockerfile,yaml}', {
  query: '?raw',
  import: 'default',
  eager: true,
});

/** The rule that a page of the documentation is about. */
export function ruleOfPage(entryId: string): Rule | undefined {
  const id = /^rules\/([^/]+)$/.exec(entryId)?.[1];
  return id === undefined ? undefined : rules.find((rule) => rule.id === id);
}

/** A pair of Dockerfiles from the rule's folder; `variant` is undefined for the pair that stands for the whole rule. */
export interface RuleExample {
  readonly variant: string | undefined;
  readonly before: string;
  readonly after: string | undefined;
  readonly input: InputFile;
}

/** The pairs in a rule's folder: `before.Dockerfile`, or one for a variant, such as `before.apk.Dockerfile`. */
export function examplesOf({ id }: Rule): readonly RuleExample[] {
  const folder = `/content/docs/rules/${id}/`;
  const input = texts[`${folder}input.yaml`];
  return Object.keys(texts)
    .filter((path) => path.startsWith(`${folder}before.`))
    .map((path) => ({
      variant: /before\.(.+)\.Dockerfile$/.exec(path)?.[1],
      before: texts[path] ?? '',
      after: texts[path.replace('/before.', '/after.')],
      input: input === undefined ? {} : readInputFile(input, `${folder.slice(1)}input.yaml`),
    }));
}
