import { knowledgeOf, type PackageCall } from '../model/index.js';
import { addFlag } from './command-edits.js';
import { code, text } from './message.js';
import { isSetBefore } from './package-manager-settings.js';
import { defineRule } from './rule.js';

/** Subcommands that take packages by name; `build-dep` and `satisfy` name none. */
const BY_NAME = new Set(['install', 'reinstall']);

export const recommendedPackagesInstalled = defineRule({
  id: 'recommended-packages-installed',
  topic: 'bloat',
  stages: 'shipped',
  onbuild: true,
  severity: 'info',
  aliases: ['DL3015', 'DS-0029', '7384dfb2', 'S6500'],
  summary: 'Install the packages you name and what they need, not what they recommend.',

  *find({ dockerfile, packageCalls }) {
    for (const { call, run } of packageCalls)
      if (takesRecommended(call) && !isSetBefore(dockerfile, run, call, 'skip-recommended'))
        yield { at: { start: call.toolAt.start, end: call.flagsAt }, call, run };
  },

  explain: ({ call }) => ({
    what: text`${code(`${call.tool} ${call.subcommand?.text ?? ''}`)} also installs what the packages recommend.`,
    why: text`A recommendation is meant for most machines; a container, which runs one program, can usually do without.`,
    todo: text`Add ${code(flagFor(call))}, and name what you do need of them.`,
  }),

  *repair({ call, run }) {
    const edit = addFlag(run, call, flagFor(call));
    if (edit) yield { title: `Add ${flagFor(call)}`, safety: 'suggested', edits: [edit] };
  },
});

function takesRecommended({ manager, subcommand, skipsRecommended, packages, options, command }: PackageCall): boolean {
  if (manager !== 'apt' || !BY_NAME.has(subcommand?.text ?? '') || skipsRecommended !== false) return false;
  const isAskedFor = options.has('--install-recommends', '-r', '--with-recommends');
  // The words that xargs adds can't be seen, but there are some.
  return !isAskedFor && (packages.length > 0 || command.name === 'xargs');
}

function flagFor({ manager, tool }: PackageCall): string {
  return tool === 'aptitude' ? '--without-recommends' : (knowledgeOf(manager).skipRecommendedFlag ?? '');
}
