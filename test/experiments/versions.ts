/** What an experiment was run with. */
import { execFileSync } from 'node:child_process';

export function dockerVersions(): Record<string, string> {
  const docker = (...args: string[]) => execFileSync('docker', args, { encoding: 'utf8' }).trim();
  return {
    'Docker Engine': docker('version', '--format', '{{.Server.Version}}'),
    buildx: docker('buildx', 'version').split(' ').slice(0, 2).join(' '),
    architecture: docker('version', '--format', '{{.Server.Arch}}'),
  };
}
