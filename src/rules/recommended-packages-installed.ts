import { type Dockerfile, knowledgeOf, type PackageArgument, type PackageCall, type Run } from '../model/index.js';
import { addFlag } from './command-edits.js';
import type { RuleContext } from './context.js';
import { insertAt, lineBreakOf } from './edits.js';
import { code, text } from './message.js';
import { isSetBefore } from './package-manager-settings.js';
import { defineRule, type Edit } from './rule.js';
import { isForDevelopment } from './stage-purpose.js';

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
      if (
        !isForDevelopment(run.stage) &&
        takesRecommended(call) &&
        !isSetBefore(dockerfile, run, call, 'skip-recommended')
      )
        yield { at: { start: call.toolAt.start, end: call.flagsAt }, call, run };
  },

  explain: ({ call }) => ({
    what: text`${code(`${call.tool} ${call.subcommand?.text ?? ''}`)} also installs what the packages recommend.`,
    why: text`A recommendation is meant for most machines; a container, which runs one program, can usually do without.`,
    todo: text`Add ${code(flagFor(call))}, and name what you do need of them.`,
  }),

  *repair({ call, run }, context) {
    const flag = addFlag(run, call, flagFor(call));
    const client = needingCertificates(call, run, context);
    const certificates = client && run.command.form === 'shell' ? nameBefore(client, context.dockerfile) : undefined;
    if (!flag || (client && !certificates)) return;
    const title = `Add ${flagFor(call)}${certificates ? `, and name ${CERTIFICATES}` : ''}`;
    yield { title, safety: 'suggested', edits: certificates ? [flag, certificates] : [flag] };
  },
});

const CERTIFICATES = 'ca-certificates';
/** They, or their libraries, recommend the certificates, and fail at https without. */
const CLIENTS = new Set(['curl', 'wget', 'git']);

/** The first client of a call, where nothing else brings the certificates. */
function needingCertificates(
  { packages }: PackageCall,
  { scope }: Run,
  context: RuleContext,
): PackageArgument | undefined {
  const client = packages.find(({ name }) => CLIENTS.has(name));
  return client && !scope.base?.hasCaCertificates && !namesCertificates(context) ? client : undefined;
}

const knownAnswers = new WeakMap<RuleContext, boolean>();

/** Whether any call installs the certificates. */
function namesCertificates(context: RuleContext): boolean {
  const isNamed =
    knownAnswers.get(context) ??
    context.packageCalls.some(({ call }) => call.packages.some(({ name }) => name === CERTIFICATES));
  knownAnswers.set(context, isNamed);
  return isNamed;
}

/** Where each package has a line of its own, so has this one. */
function nameBefore({ at }: PackageArgument, { text: source, escape }: Dockerfile): Edit {
  const indent = /\n([ \t]*)$/.exec(source.slice(source.lastIndexOf('\n', at.start), at.start))?.[1];
  const separator = indent === undefined ? ' ' : ` ${escape}${lineBreakOf(source)}${indent}`;
  return insertAt(at.start, `${CERTIFICATES}${separator}`);
}

function takesRecommended({ manager, subcommand, skipsRecommended, packages, options, command }: PackageCall): boolean {
  if (manager !== 'apt' || !BY_NAME.has(subcommand?.text ?? '') || skipsRecommended !== false) return false;
  const isAskedFor = options.has('--install-recommends', '-r', '--with-recommends');
  // The words that xargs adds can't be seen, but there are some.
  return !isAskedFor && (packages.length > 0 || command.name === 'xargs');
}

function flagFor({ manager, tool }: PackageCall): string {
  return tool === 'aptitude' ? '--without-recommends' : (knowledgeOf(manager).skipRecommendedFlag ?? '');
}
