/** The page of whoever leads a team: handing out exercises, and reading what comes back. */
import { effect, signal } from '@preact/signals';
import { render } from 'preact';
import { readRecordFragment } from '../../exercises/record.js';
import { readTeam, teamText, withRecord } from '../../exercises/team.js';
import { readPageData } from '../exercise/page-data.js';
import { remember, remembered } from '../memory.js';
import { NoticeLine, Notices } from '../notice-line.js';
import { AssignmentMaker } from './assignment-maker.js';
import { firstPlan, readPlan } from './assignment-plan.js';
import { TeamResults } from './results.js';

const TEAM = 'plimsoll.team.1';
const PLAN = 'plimsoll.team-plan.1';

const data = readPageData();
const notices = new Notices();
const team = signal(readTeam(remembered(TEAM)));
const plan = signal(readPlan(remembered(PLAN)) ?? firstPlan());

function keep(key: string, text: string): void {
  if (remember(key, text)) return;
  const words = 'This browser keeps nothing more: no storage is allowed, or none is left. Export before you leave.';
  notices.say({ kind: 'problem', text: words });
}

function host(id: string): HTMLElement {
  const found = document.getElementById(id);
  if (!found) throw new Error(`The page has no #${id}`);
  found.replaceChildren();
  return found;
}

/** A result that came as a link. */
async function openLink(): Promise<void> {
  const record = await readRecordFragment(location.hash);
  if (record === undefined) return;
  if (typeof record === 'string') {
    notices.say({ kind: 'problem', text: 'This link is damaged or cut off, so no result could be read from it.' });
    return;
  }
  team.value = withRecord(team.value, record);
  history.replaceState(null, '', location.pathname);
  notices.say({ kind: 'plain', text: `The result of ${record.name || 'somebody without a name'} is in the table.` });
  document.getElementById('results')?.scrollIntoView();
}

effect(() => keep(TEAM, teamText(team.value)));
effect(() => keep(PLAN, JSON.stringify(plan.value)));
render(<NoticeLine speaker={notices} />, host('notice'));
render(<AssignmentMaker data={data} plan={plan} notices={notices} />, host('maker'));
render(<TeamResults data={data} plan={plan} team={team} notices={notices} />, host('results-host'));
addEventListener('hashchange', () => void openLink());
void openLink();
