/** What programs store that fetch, unpack or install something whose size is not known. */
import { absolute, folderAt, pathOf } from '../files/command-paths.js';
import { downloadedTo, savesDownload } from '../files/written-paths.js';
import { changesSystem, type Doing, type Effect, writesUnknown } from './effect.js';

export const unpack: Effect = (doing) => {
  const { run, command } = doing;
  const isMade = command.name === 'tar' && /^-?[a-zA-Z]*c|^--create$/.test(command.args[0]?.text ?? '');
  const at = command.args.findIndex(({ text }) => /^(?:-C|-d|--directory)$/.test(text));
  const joined = command.args.find(({ text }) => /^--directory=/.test(text))?.text.slice('--directory='.length);
  const folder = at === -1 ? undefined : command.args[at + 1];
  const path = folder ? pathOf(run, command, folder) : absolute(joined ?? '.', folderAt(run, command));
  writesUnknown(doing, isMade ? undefined : path);
};

/** A download may go to a place that can't be seen; what is only printed is for the program behind the pipe. */
export const download: Effect = (doing) => {
  if (!savesDownload(doing.command)) return;
  const paths = downloadPaths(doing);
  if (paths.length === 0) writesUnknown(doing, undefined);
  for (const path of paths) writesUnknown(doing, path, doing.command.name === 'git');
};

function downloadPaths({ run, command }: Doing): readonly (string | undefined)[] {
  return downloadedTo(command).map((word) => pathOf(run, command, word));
}

const GIT_READS =
  /^(?:--version|version|rev-parse|describe|log|show|status|diff|ls-files|ls-remote|rev-list|tag|branch)$/;

export const git: Effect = (doing) => {
  const subcommand = doing.command.args[0]?.text ?? '';
  if (subcommand === 'clone') download(doing);
  else if (subcommand === 'config') changesSystem(doing);
  else if (!GIT_READS.test(subcommand)) writesUnknown(doing, undefined);
};

const DPKG_READS =
  /^(?:-[lLsSpVC]|--(?:list|listfiles|status|search|print-[a-z-]+|compare-versions|get-selections|verify|audit|version))$/;

export const dpkg: Effect = (doing) => {
  const option = doing.command.args[0]?.text ?? '';
  if (/^--(?:add|remove)-architecture$/.test(option)) changesSystem(doing);
  else if (!DPKG_READS.test(option)) writesUnknown(doing, undefined);
};
