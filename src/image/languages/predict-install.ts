/** What a call of a language's package manager installs, where a table can tell. */
import type { PackageCall } from '../../model/index.js';
import { NOTHING } from '../amount.js';
import type { InstallPrediction, InstallSituation } from './install.js';
import { predictNpmInstall } from './npm-install.js';
import { predictPipInstall } from './pip-install.js';

const NOTHING_INSTALLED: InstallPrediction = {
  ...NOTHING,
  development: undefined,
  cache: NOTHING,
  packages: 0,
  names: [],
};

/** A reason where it can't be known. */
export function predictInstall(call: PackageCall, situation: InstallSituation): InstallPrediction {
  if (call.action !== 'install')
    return { unknown: `what ${call.tool} ${call.subcommand?.text ?? ''} brings depends on what is there` };
  if (call.options.has('--dry-run', '--package-lock-only')) return NOTHING_INSTALLED;
  if (call.manager === 'npm') return predictNpmInstall(call, situation);
  if (call.manager === 'pip' || call.tool === 'uv pip') return predictPipInstall(call, situation);
  return { unknown: `no table has what ${call.tool} installs` };
}
