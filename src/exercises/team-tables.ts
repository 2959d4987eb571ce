/** A team's work as CSV and as Markdown. */
import { type Progress, stateOf } from './progress.js';
import type { WorkRecord } from './record.js';
import { commentKey, exercisesOf, personOf, type Team, workIn } from './team.js';

/** The titles of exercises by their ids, in order. */
export type Titles = ReadonlyMap<string, string>;

const COLUMNS = [
  'person',
  'assignment',
  'exercise',
  'state',
  'solved at',
  'wrong tries',
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
  const rows = team.records.map((record) => [personOf(record), ...ids.map((id) => cellWords(record, id))]);
  const table = [head, head.map(() => '---'), ...rows].map((cells) => `| ${cells.map(markdownCell).join(' | ')} |`);
  const comments = rowsOf(team, titles).filter(({ comment }) => comment !== '');
  const written = comments.map(
    ({ person, title, comment }) => `- **${markdownCell(person)}, ${markdownCell(title)}**: ${markdownCell(comment)}`,
  );
  return `${[...table, ...(written.length > 0 ? ['', ...written] : [])].join('\n')}\n`;
}

/** What a table says of a person and an exercise; nothing where it was not handed out to them. */
export function cellWords(record: WorkRecord, exercise: string): string {
  const progress = workIn(record, exercise);
  return progress ? stateWords(progress) : '';
}

/** `solved at once`, `solved after 2 wrong tries`, `begun, 1 wrong try`, `not begun`. */
function stateWords(progress: Progress): string {
  if (stateOf(progress) === 'open') return 'not begun';
  if (progress.solved)
    return progress.solved.tries === 0 ? 'solved at once' : `solved after ${wrongTries(progress.solved.tries)}`;
  return progress.tries === 0 ? 'begun' : `begun, ${wrongTries(progress.tries)}`;
}

export function wrongTries(count: number): string {
  return count === 1 ? '1 wrong try' : `${count} wrong tries`;
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
      const progress = workIn(record, id);
      if (!progress) return [];
      const comment = team.comments[commentKey(record, id)] ?? '';
      const assignment = record.assignment?.title ?? '';
      return [{ person: personOf(record), assignment, title: titles.get(id) ?? id, progress, comment }];
    }),
  );
}
