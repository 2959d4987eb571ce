import { describe, expect, it } from 'vitest';
import { DEFAULT_CONFIGURATION } from '../../src/config/configuration.js';
import { type Assignment, assignmentFragment, readAssignmentFragment } from '../../src/exercises/assignment.js';
import { NO_PROGRESS, type Progress } from '../../src/exercises/progress.js';
import type { WorkRecord } from '../../src/exercises/record.js';
import {
  commentKey,
  exercisesOf,
  NO_TEAM,
  obstaclesIn,
  readTeam,
  type Team,
  teamText,
  withComment,
  withRecord,
} from '../../src/exercises/team.js';
import { csvOf, markdownOf } from '../../src/exercises/team-tables.js';
import { exerciseFolders } from './folders.js';

const begun: Progress = {
  ...NO_PROGRESS,
  changed: '2026-11-30T08:00:00.000Z',
  answer: { text: 'FROM a' },
  tries: 3,
  stuck: { cached: 3 },
};
const solved: Progress = {
  ...begun,
  solved: {
    at: '2026-11-30T09:00:00.000Z',
    answer: { text: 'FROM b, "c"\nCMD d' },
    tries: 1,
    hints: 2,
    sawSolution: false,
  },
};

function recordOf(name: string, exercises: WorkRecord['exercises'], written = '2026-11-30T10:00:00.000Z'): WorkRecord {
  return { name, assignment: { id: 'week', title: 'First week', exercises: ['first', 'second'] }, written, exercises };
}

const titles = new Map([
  ['first', 'The first'],
  ['second', 'The second'],
]);
const ada = recordOf('Ada', { first: solved, second: begun });
const noName = recordOf('', { first: begun });
const team: Team = [ada, noName].reduce(withRecord, NO_TEAM);

describe('a team', () => {
  it('has one record for each person and assignment, in which nothing is lost', () => {
    const again = withRecord(team, recordOf('Ada', { second: solved }));
    expect(again.records).toHaveLength(2);
    expect(again.records[0]?.exercises['first']?.solved).toBeDefined();
    expect(again.records[0]?.exercises['second']?.solved).toBeDefined();
    expect(withRecord(team, { ...ada, assignment: { id: 'other', title: '', exercises: [] } }).records).toHaveLength(3);
  });

  it('keeps the exercises that came with the results, the last version of each', () => {
    const [folder] = exerciseFolders();
    if (!folder) throw new Error('There is no exercise.');
    const [one, later, other] = ['own-1', 'own-1', 'own-2'].map((id, index) => ({
      ...folder.exercise,
      id,
      title: `Version ${index}`,
    }));
    if (!one || !later || !other) throw new Error('There are three.');
    const first = withRecord(NO_TEAM, { ...ada, own: [one, other] });
    const titlesAfter = (record: WorkRecord) => withRecord(first, record).records[0]?.own?.map(({ title }) => title);
    expect(titlesAfter({ ...ada, own: [later] })).toEqual(['Version 2', 'Version 1']);
    expect(titlesAfter(ada)).toEqual(['Version 0', 'Version 2']);
  });

  it('tells people without a name apart by the time', () => {
    expect(withRecord(team, recordOf('', { first: solved }, '2026-11-30T11:00:00.000Z')).records).toHaveLength(3);
  });

  it('shows where people got stuck, the hardest first', () => {
    expect(obstaclesIn(team, 'first')).toEqual([{ condition: 'cached', people: 2, tries: 6 }]);
    const more = withRecord(team, recordOf('Bob', { first: { ...begun, stuck: { other: 9 } } }));
    expect(obstaclesIn(more, 'first').map(({ condition }) => condition)).toEqual(['cached', 'other']);
  });

  it('lists exercises in their order, and those of its own behind them', () => {
    const more = withRecord(team, recordOf('Bob', { 'own-1': begun }));
    expect(exercisesOf(more, ['second', 'first', 'third'])).toEqual(['second', 'first', 'own-1']);
  });

  it('comes back from the storage, and survives what is spoiled in it', () => {
    const kept = withComment(team, commentKey(ada, 'first'), 'Well done');
    expect(readTeam(teamText(kept))).toEqual(kept);
    expect(readTeam('{"records":[3,"x"]}')).toEqual(NO_TEAM);
    expect(readTeam('{')).toEqual(NO_TEAM);
    expect(readTeam(undefined)).toEqual(NO_TEAM);
  });
});

describe('exports', () => {
  const commented = withComment(team, commentKey(ada, 'first'), '=1+1, "really"?');

  it('as CSV have a line for each person and exercise, and no formula', () => {
    const lines = csvOf(commented, titles).split('\r\n');
    expect(lines[0]).toBe(
      'person,assignment,exercise,state,solved at,wrong tries,hints,saw solution before,comment,answer',
    );
    expect(lines[1]).toBe(
      `Ada,First week,The first,solved,2026-11-30T09:00:00.000Z,1,2,no,"'=1+1, ""really""?","FROM b, ""c""\nCMD d"`,
    );
    // One of them has not begun the second.
    expect(lines[4]).toContain('The second,open');
    expect(lines).toHaveLength(6);
  });

  it('as Markdown have a table, and the comments below it', () => {
    expect(markdownOf(commented, titles)).toBe(
      [
        '|  | The first | The second |',
        '| --- | --- | --- |',
        '| Ada | solved after 1 wrong try | begun, 3 wrong tries |',
        '| no name, 2026-11-30 10:00 | begun, 3 wrong tries | not begun |',
        '',
        '- **Ada, The first**: =1+1, "really"?',
        '',
      ].join('\n'),
    );
  });
});

describe('an assignment', () => {
  it('comes back from its link, with whole exercises that the lead has made', async () => {
    const [folder] = exerciseFolders();
    if (!folder) throw new Error('There is no exercise.');
    const own = { ...folder.exercise, id: 'own-1', track: undefined, brief: 'Do it.' };
    const assignment: Assignment = {
      id: 'a1',
      title: 'First week',
      message: 'Take your time.',
      exercises: ['manifests-first', JSON.parse(JSON.stringify(own))],
      configuration: { ...DEFAULT_CONFIGURATION, preset: 'learning' },
    };
    const read = await readAssignmentFragment(await assignmentFragment(assignment));
    expect(JSON.parse(JSON.stringify(read))).toEqual(JSON.parse(JSON.stringify(assignment)));
  });

  it('that is damaged, of a newer version, or none is told apart', async () => {
    expect(await readAssignmentFragment('#assignment1.AAAA')).toBe('damaged');
    expect(await readAssignmentFragment('#assignment7.AAAA')).toBe('unknown-version');
    expect(await readAssignmentFragment('#team')).toBeUndefined();
  });
});
