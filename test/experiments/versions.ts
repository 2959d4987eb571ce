/** What an experiment was run with. */
import { execFileSync } from 'node:child_process';

/** What all recorded results say of themselves. */
export interface Recorded {
  /** ISO 8601. */
  readonly measuredOn: string;
  readonly versions: Readonly<Record<string, string>>;
  /** Where the base images came from. */
  readonly bases: string;
}

/** The head of results that are recorded now. */
export function recordedNow(bases: string, versions: Recorded['versions'] = dockerVersions()): Recorded {
  return { measuredOn: new Date().toISOString().slice(0, 10), versions, bases };
}

export function dockerVersions(): Record<string, string> {
  const docker = (...args: string[]) => execFileSync('docker', args, { encoding: 'utf8' }).trim();
  return {
    'Docker Engine': docker('version', '--format', '{{.Server.Version}}'),
    buildx: docker('buildx', 'version').split(' ').slice(0, 2).join(' '),
    architecture: docker('version', '--format', '{{.Server.Arch}}'),
  };
}
