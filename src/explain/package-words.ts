/** A call of a package manager in plain words. */
import { callName, type PackageCall } from '../model/index.js';
import { code, type Text, text } from '../model/text.js';
import { codeList, shownCode } from './words.js';

/** A phrase such as: installs `curl` and `git` with `apt-get`, with what they recommend. Undefined: no more than its own words. */
export function packagePhrase(call: PackageCall): Text | undefined {
  const tool = code(call.tool);
  const names = call.packages.map(({ word }) => word.text);
  switch (call.action) {
    case 'install':
      return installPhrase(call, names);
    case 'update-index':
      return text`fetches the list of available packages with ${tool}`;
    case 'upgrade':
      return text`upgrades ${names.length > 0 ? codeList(names) : 'every installed package'} with ${tool}`;
    case 'dist-upgrade':
      return text`upgrades every installed package with ${tool}, also where others must be added or removed`;
    case 'remove':
      return removePhrase(call, names);
    case 'clean-cache':
      return text`empties the cache of ${tool}`;
    case 'build':
      return buildPhrase(call);
    case 'run-script':
      return call.script === undefined ? undefined : scriptPhrase(call, call.script);
    case 'start':
      return text`starts the project with ${code(callName(call))}`;
    case 'config':
      return text`changes the settings of ${tool}`;
    default:
      return undefined;
  }
}

function installPhrase(call: PackageCall, names: readonly string[]): Text | undefined {
  const tool = code(call.tool);
  if (names.length > 0) {
    const group = call.virtualName ? text`, as the group ${shownCode(call.virtualName.text)}` : [];
    return text`installs ${codeList(names)} with ${tool}${group}${manifestWords(call)}${installDetails(call)}`;
  }
  if (call.manager === 'go') return text`downloads the modules that ${code('go.mod')} names`;
  if (!call.installsProject) return undefined;
  const manifests = call.manifestArguments.map((word) => word.text);
  const what = manifests.length > 0 ? text`what ${codeList(manifests)} names` : ["the project's dependencies"];
  return text`installs ${what} with ${code(callName(call))}${installDetails(call)}`;
}

function manifestWords({ manifestArguments }: PackageCall): Text {
  if (manifestArguments.length === 0) return [];
  return text`, and what ${codeList(manifestArguments.map((word) => word.text))} names`;
}

function installDetails(call: PackageCall): Text {
  const details: string[] = [];
  if (call.skipsRecommended === true) details.push('without recommended packages');
  if (call.skipsRecommended === false) details.push('with the packages that come recommended');
  if (call.isLocked === true) details.push('in the versions of the lock file');
  if (call.installsProject && call.omitsDevelopment && leavesOut(call))
    details.push('without development dependencies');
  if (call.isGlobal && /^(?:npm|pnpm|yarn|bun|composer)$/.test(call.manager)) details.push('for the whole system');
  return details.map((detail) => `, ${detail}`);
}

/** Managers for which the project has dependencies of its own for development. */
function leavesOut({ manager }: PackageCall): boolean {
  return /^(?:npm|pnpm|yarn|bun|composer|bundler|poetry|uv|pipenv)$/.test(manager);
}

function removePhrase({ tool, manager, options }: PackageCall, names: readonly string[]): Text {
  const what = names.length > 0 ? codeList(names) : ['packages that nothing needs any more'];
  const settings = manager === 'apt' && options.has('--purge') ? ' and their settings' : '';
  return text`removes ${what} with ${code(tool)}${settings}`;
}

function buildPhrase(call: PackageCall): Text {
  if (call.script !== undefined) return scriptPhrase(call, call.script);
  const output = outputOf(call);
  return text`builds the project with ${code(callName(call))}${output === undefined ? [] : text`, into ${shownCode(output)}`}`;
}

/** Where the result goes, if the call tells. */
function outputOf({ manager, options }: PackageCall): string | undefined {
  if (manager === 'go') return options.value('-o');
  if (manager === 'dotnet') return options.value('-o', '--output');
  return manager === 'cargo' ? options.value('--target-dir') : undefined;
}

/** What a script of package.json does stands in the project, not in the Dockerfile. */
function scriptPhrase({ tool, manager, subcommand }: PackageCall, script: string): Text {
  const isProgram = /^(?:exec|x|dlx|node)$/.test(subcommand?.text ?? '');
  if (/^(?:npm|pnpm|yarn|bun|composer)$/.test(manager) && !isProgram)
    return text`runs the project's script ${shownCode(script)} with ${code(tool)}`;
  return text`runs ${shownCode(script)} through ${code(tool)}`;
}
