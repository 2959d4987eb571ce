import type { Manager, PackageCall, Run } from '../model/index.js';
import { prependCommand } from './command-edits.js';
import type { RuleContext } from './context.js';
import { removeInstruction } from './edits.js';
import { isSameIndex, unusedRefreshes, usesIndex } from './index-refresh.js';
import { code, text } from './message.js';
import { defineRule, type Edit } from './rule.js';
import { isBuiltOn } from './step-order.js';

/** They install from the lists that are there; the others look by themselves whether there are newer ones. */
const TRUSTING: readonly Manager[] = ['apt', 'pacman'];

export const packageUpdateAlone = defineRule({
  id: 'package-update-alone',
  topic: 'caching',
  stages: 'all',
  onbuild: true,
  severity: 'warning',
  aliases: ['DS-0017', 'CKV_DOCKER_5', '9bae49be', 'S6595'],
  summary: 'Refresh package lists in the step that installs from them.',

  *find({ instructions, packageCallsOf }) {
    for (const run of instructions('RUN'))
      for (const call of unusedRefreshes(run, packageCallsOf(run)))
        yield { at: { start: call.toolAt.start, end: call.flagsAt }, call, run };
  },

  explain: ({ call }) => {
    const isTrusting = TRUSTING.includes(call.manager);
    return {
      what: text`Nothing in this RUN installs from the lists that ${code(nameOf(call))} fetches.`,
      why: isTrusting
        ? text`The build cache keeps this layer, so a changed install further down works with old lists and may ask for versions that the server no longer has.`
        : text`${code(call.tool)} fetches lists by itself when it installs; this step only puts them into a layer.`,
      todo: isTrusting ? text`Put it in front of the install, in the same RUN.` : text`Take it out.`,
    };
  },

  *repair({ call, run }, context) {
    const edits = mergeEdits(call, run, context);
    if (!edits) return;
    const title = edits.length > 1 ? 'Refresh in the step that installs' : 'Remove this step';
    yield { title, safety: 'suggested', edits };
  },
});

function nameOf({ tool, subcommand }: PackageCall): string {
  return subcommand ? `${tool} ${subcommand.text}` : tool;
}

/** This step away, and the refresh before the first install that needs it; undefined where the step does more. */
function mergeEdits(refresh: PackageCall, run: Run, context: RuleContext): Edit[] | undefined {
  const { dockerfile } = context;
  const isWhole =
    run.command.script?.only === refresh.command &&
    run.command.form === 'shell' &&
    !run.onbuild &&
    run.mounts.length === 0;
  if (!isWhole || run.heredocs.length > 0) return undefined;
  const removal = removeInstruction(dockerfile, run);
  if (!TRUSTING.includes(refresh.manager)) return [removal];
  const next = nextOfIndex(refresh, run, context);
  if (!next) return undefined;
  if (next.call.action === 'update-index') return [removal];
  const words = dockerfile.text.slice(refresh.command.at.start, refresh.command.at.end);
  const merged = words.includes('\n') ? undefined : prependCommand(dockerfile, next.run, next.call.command, words);
  return merged && [removal, merged];
}

/** The next call below that refreshes the same lists or lives on them, in this stage or one that is built on it. */
function nextOfIndex(refresh: PackageCall, run: Run, { dockerfile, packageCallsOf }: RuleContext) {
  for (let index = run.index + 1; index < dockerfile.instructions.length; index++) {
    const later = dockerfile.instructions[index];
    if (later?.keyword !== 'RUN' || !isBuiltOn(later.stage, run.stage)) continue;
    for (const { call } of packageCallsOf(later))
      if (isSameIndex(call.manager, refresh.manager) && (usesIndex(call) || call.action === 'update-index'))
        return { run: later, call };
  }
  return undefined;
}
