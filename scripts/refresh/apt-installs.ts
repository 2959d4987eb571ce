/** The `apt-get install` calls of a Dockerfile, as our own model reads them. */
import { TABLES_DATE } from '../../src/data/date.js';
import { packageCallOf, parseDockerfile, type Run } from '../../src/model/index.js';

export interface AptInstall {
  readonly names: readonly string[];
  readonly recommends: boolean;
  /** Every package is given by a plain name: no variable, file, address or version. */
  readonly isPlain: boolean;
}

/** Every call, in order. */
export function aptInstallsOf(text: string): readonly AptInstall[] {
  const { instructions } = parseDockerfile({ text, today: TABLES_DATE });
  return instructions.flatMap((one) => (one.keyword === 'RUN' ? installsOf(one) : []));
}

function installsOf({ command }: Run): AptInstall[] {
  return (command.script?.commands ?? []).flatMap((shellCommand) => {
    const call = packageCallOf(shellCommand);
    if (call?.manager !== 'apt' || call.action !== 'install' || call.packages.length === 0) return [];
    return {
      names: call.packages.flatMap(({ kind, name }) => (kind === 'name' && isName(name) ? [name] : [])),
      recommends: call.skipsRecommended !== true,
      isPlain: call.packages.every(({ kind, name, version }) => kind === 'name' && isName(name) && !version),
    };
  });
}

/** What Debian allows as the name of a package. */
function isName(text: string): boolean {
  return /^[a-z0-9][a-z0-9+.-]+$/.test(text);
}
