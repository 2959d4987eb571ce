/** Images of our table, and stages. First the repository, then its tags with size and end of support. */
import { IMAGE_SIZES } from '../../data/image-sizes.js';
import { knowBaseImage, parseImageName, type Span } from '../../model/index.js';
import { sizeText, supportText } from '../image-words.js';
import { stageName, stagesAbove } from '../stages.js';
import type { Completion } from './completion.js';
import type { WritingContext } from './context.js';

/** The stages above, by name, or by number where they have none. */
export function stageCompletions({ dockerfile, instruction }: WritingContext, at: Span): Completion[] {
  const isFrom = instruction.keyword === 'FROM';
  return stagesAbove(dockerfile, instruction)
    .filter(({ name }) => !isFrom || name !== undefined)
    .map((stage) => {
      const from = stage.from?.image?.raw;
      const line = stage.from && dockerfile.lines.lineAt(stage.from.at.start);
      return {
        label: stageName(stage),
        kind: 'stage',
        detail: from && `FROM ${from}`,
        documentation: line === undefined ? undefined : `The stage that begins in line ${line}.`,
        insert: stageName(stage),
        at,
      };
    });
}

/** Repositories of the table; behind `name:` its tags. */
export function imageCompletions({ dockerfile }: WritingContext, written: string, at: Span): Completion[] {
  const { today } = dockerfile.input;
  const [repository = ''] = /^(.*):[^/]*$/.exec(written)?.slice(1) ?? [];
  if (written.includes('@')) return [];
  if (!repository) return repositories().map((name) => ({ label: name, kind: 'image', insert: name, at }));
  const tagAt = { start: at.start + repository.length + 1, end: at.end };
  const own = repository.replace(/^(?:docker\.io\/)?(?:library\/)?/, '');
  return tagsOf(own).map((tag) => ({
    ...tagWords(`${own}:${tag}`, today),
    label: tag,
    kind: 'image',
    insert: tag,
    at: tagAt,
  }));
}

const references = Object.keys(IMAGE_SIZES);
const repositoryOf = (reference: string) => reference.replace(/:[^/]*$/, '');

function repositories(): string[] {
  return [...new Set(references.map(repositoryOf))];
}

function tagsOf(repository: string): string[] {
  return references
    .filter((reference) => reference.startsWith(`${repository}:`))
    .map((reference) => reference.slice(repository.length + 1));
}

function tagWords(reference: string, today: string): Pick<Completion, 'detail' | 'documentation'> {
  const name = parseImageName(reference);
  const base = typeof name === 'string' ? undefined : knowBaseImage(name);
  if (!base) return {};
  const ends = base.endOfLife.map((end) => `${supportText(end, today)}.`).join(' ');
  return { detail: sizeText(base), documentation: ends || undefined };
}
