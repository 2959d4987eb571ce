/** A team's work as CSV and as Markdown. */
import type { Progress } from './progress.js';
import { commentKey, exercisesOf, personOf, stateOf, type Team } from './team.js';

/** The titles of exercises by their ids, in order. */
export type Titles = ReadonlyMap<string, string>;

const COLUMNS = [
  'person',
  'assignment',
  'exercise',
  'state',
  'solved at',
  'tries',
  'hints',
  'saw solution before',
  'comment',
  'answer',
];

/** One line for each person and exercise, as RFC 4180 has it. */
export function csvOf(team: Team, titles: Titles): string {
  const lines = rowsOf(team, titles).map(({ person, assignment, title, progress, comment }) => {
    const { solved } = progress;
    const { tries, hints, sawSolution } = solved ?? progress;
    const answer = (solved?.answer ?? progress.answer)?.text ?? '';
    const state = stateOf(progress);
    return [
      person,
      assignment,
      title,
      state,
      solved?.at ?? '',
      tries,
      hints,
      sawSolution ? 'yes' : 'no',
      comment,
      answer,
    ];
  });
  return `${[COLUMNS, ...lines].map((cells) => cells.map(csvCell).join(',')).join('\r\n')}\r\n`;
}

/** A text that a spreadsheet would take for a formula is marked as text. */
function csvCell(value: string | number): string {
  const text = typeof value === 'string' && /^[=+\-@\t\r]/.test(value) ? `'${value}` : String(value);
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

/** A table of people and exercises, and what the lead wrote below it. */
export function markdownOf(team: Team, titles: Titles): string {
  const ids = exercisesOf(team, [...titles.keys()]);
  const head = ['', ...ids.map((id) => titles.get(id) ?? id)];
  const rows = team.records.map((record) => [personOf(record), ...ids.map((id) => stateWords(record.exercises[id]))]);
  const table = [head, head.map(() => '---'), ...rows].map((cells) => `| ${cells.map(markdownCell).join(' | ')} |`);
  const comments = rowsOf(team, titles).filter(({ comment }) => comment !== '');
  const written = comments.map(
    ({ person, title, comment }) => `- **${markdownCell(person)}, ${markdownCell(title)}**: ${markdownCell(comment)}`,
  );
  return `${[...table, ...(written.length > 0 ? ['', ...written] : [])].join('\n')}\n`;
}

/** `solved, 3 tries`, `begun, 2 tries`, or nothing. */
export function stateWords(progress: Progress | undefined): string {
  const state = stateOf(progress);
  if (!progress || state === 'untouched') return '';
  const tries = (progress.solved?.tries ?? progress.tries) + (progress.solved ? 1 : 0);
  return `${state}, ${tries === 1 ? '1 try' : `${tries} tries`}`;
}

function markdownCell(text: string): string {
  return text
    .replace(/\s+/g, ' ')
    .replace(/[\\`*_[\]<>|]/g, '\\$&')
    .trim();
}

interface Row {
  readonly person: string;
  readonly assignment: string;
  readonly title: string;
  readonly progress: Progress;
  readonly comment: string;
}

function rowsOf(team: Team, titles: Titles): readonly Row[] {
  const ids = exercisesOf(team, [...titles.keys()]);
  return team.records.flatMap((record) =>
    ids.flatMap((id): Row[] => {
      const progress = record.exercises[id];
      if (!progress) return [];
      const comment = team.comments[commentKey(record, id)] ?? '';
      const assignment = record.assignment?.title ?? '';
      return [{ person: personOf(record), assignment, title: titles.get(id) ?? id, progress, comment }];
    }),
  );
}
