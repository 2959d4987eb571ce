/** The form in which somebody tells us that a finding is wrong, with everything filled in. */
import type { Finding } from '../engine/finding.js';
import type { Lines } from '../model/span.js';
import { fencedBlock, inlineCode } from '../report/markdown-text.js';
import { ruleNameOf } from '../report/rule-name.js';
import { plainText } from '../rules/message.js';

/** What the form is made from. */
export interface WrongFinding {
  /** The repository's address; empty: there is none. */
  readonly repository: string;
  readonly version: string;
  readonly finding: Finding;
  readonly text: string;
  readonly lines: Lines;
}

/** Servers refuse longer addresses. Characters. */
const LONGEST_ADDRESS = 6000;

/** Lines above and below the finding. */
const MOST_AROUND = 8;

const CUT = '\n(The text was cut to fit into the address.)\n';

/** The address of the new-issue page; undefined where no repository is known. */
export function wrongFindingLink(wrong: WrongFinding): string | undefined {
  if (wrong.repository === '') return undefined;
  for (let around = MOST_AROUND; around >= 0; around--) {
    const address = addressOf(wrong, textAround(wrong, around));
    if (address.length <= LONGEST_ADDRESS) return address;
  }
  // One line that is too long by itself: what stands at its beginning.
  let kept = textAround(wrong, 0);
  let address: string;
  do {
    kept = kept.slice(0, Math.floor(kept.length * 0.8));
    address = addressOf(wrong, wellFormed(kept), CUT);
  } while (address.length > LONGEST_ADDRESS && kept !== '');
  return address;
}

function textAround({ finding, text, lines }: WrongFinding, around: number): string {
  const first = Math.max(1, lines.lineAt(finding.at.start) - around);
  const last = lines.lineAt(Math.max(finding.at.start, finding.at.end - 1)) + around;
  return text.slice(lines.startOf(first), lines.startOf(last + 1));
}

/** Half a character at the end can't stand in an address. */
function wellFormed(text: string): string {
  return text.replace(/[\uD800-\uDBFF]$/, '');
}

function addressOf({ repository, version, finding }: WrongFinding, around: string, note = ''): string {
  const name = ruleNameOf(finding);
  const what = plainText(finding.message.what);
  const body = [
    `Rule: ${inlineCode(name)}, Plimsoll ${version}`,
    `It says: ${inlineCode(what.slice(0, 300))}`,
    fencedBlock(around, 'dockerfile') + note,
    'What is wrong with that:\n',
  ].join('\n\n');
  const address = `${repository.replace(/(?:\.git)?\/*$/, '')}/issues/new`;
  return `${address}?${new URLSearchParams({ title: `Wrong finding: ${name}`, body })}`;
}
