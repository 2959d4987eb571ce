import { knowledgeOf, type PackageCall } from '../model/index.js';
import { addFlag } from './command-edits.js';
import { code, text } from './message.js';
import { isSetBefore } from './package-manager-settings.js';
import { defineRule } from './rule.js';

const ASKING = new Set(['install', 'upgrade', 'dist-upgrade', 'remove']);
/** With these, nothing is changed and nothing is asked. */
const SIMULATIONS = [
  '-s',
  '--simulate',
  '--just-print',
  '--dry-run',
  '--recon',
  '--no-act',
  '--print-uris',
  '--assumeno',
];

export const assumeYesMissing = defineRule({
  id: 'assume-yes-missing',
  topic: 'correctness',
  stages: 'all',
  onbuild: true,
  severity: 'error',
  variants: {
    apt: { aliases: ['DL3014', 'DS-0021', '77783205', 'S6584'] },
    dnf: { aliases: ['DL3038', '7ebd323c'] },
    yum: { aliases: ['DL3030', '6e19193a'] },
    zypper: { aliases: ['DL3034', '45e1fca5'] },
  },
  summary: 'Answer the questions of the package manager in advance.',

  *find({ dockerfile, packageCalls }) {
    for (const { call, run } of packageCalls) {
      const variant = variantOf(call);
      if (variant && isAsking(call) && !isSetBefore(dockerfile, run, call, 'assume-yes'))
        yield { variant, at: { start: call.toolAt.start, end: call.flagsAt }, call, run };
    }
  },

  explain: ({ call }) => ({
    what: text`${code(`${call.tool} ${call.subcommand?.text ?? ''}`)} can stop to ask, and nothing answers.`,
    why: text`A build has no terminal: at its question ${code(call.tool)} gives up, and the step fails.`,
    todo: text`Add ${code(yesFlagOf(call))}.`,
  }),

  *repair({ call, run }) {
    const edit = addFlag(run, call, yesFlagOf(call));
    if (edit) yield { title: `Add ${yesFlagOf(call)}`, safety: 'safe', edits: [edit] };
  },
});

function variantOf({ manager }: PackageCall): 'apt' | 'dnf' | 'yum' | 'zypper' | undefined {
  return manager === 'apt' || manager === 'dnf' || manager === 'yum' || manager === 'zypper' ? manager : undefined;
}

function isAsking({ action, assumesYes, options }: PackageCall): boolean {
  return ASKING.has(action) && !assumesYes && !options.has(...SIMULATIONS);
}

function yesFlagOf({ manager }: PackageCall): string {
  return knowledgeOf(manager).yesFlags[0] ?? '-y';
}
