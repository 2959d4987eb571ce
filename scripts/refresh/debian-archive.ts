/**
 * A Debian release through the machine's own apt: an apt of its own folder, with the archives that the machine's apt is
 * set up for, but of the release asked for. Needs apt and dpkg-deb (Debian, or a container of it).
 */
import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

const KEYS = '/usr/share/keyrings/debian-archive-keyring.gpg';

/** Labels of Debian's archives, with the suites of a release that each has. */
const SUITES: Readonly<Record<string, (codename: string) => string>> = {
  Debian: (codename) => `${codename} ${codename}-updates`,
  'Debian-Security': (codename) => `${codename}-security`,
};

export class DebianArchive {
  private readonly options: readonly string[];

  constructor(
    readonly codename: string,
    /** Where its lists lie; packages come here one by one and are not kept. */
    private readonly folder: string,
  ) {
    const status = join(folder, 'var/lib/dpkg/status');
    for (const path of [
      'etc/apt/sources.list.d',
      'etc/apt/preferences.d',
      'var/lib/apt/lists/partial',
      'var/lib/dpkg',
      'debs',
    ])
      mkdirSync(join(folder, path), { recursive: true });
    mkdirSync(join(folder, 'var/cache/apt/archives/partial'), { recursive: true });
    if (!existsSync(status)) writeFileSync(status, '');
    const settings = [`Dir=${folder}`, `Dir::State::status=${status}`, 'APT::Sandbox::User=root'];
    const architecture = ['APT::Architecture=amd64', 'APT::Architectures=amd64'];
    this.options = [...settings, ...architecture].flatMap((setting) => ['-o', setting]);
  }

  /** Fetches the lists, and gives the newest version of every package as one index. */
  readIndex(): string {
    writeFileSync(join(this.folder, 'etc/apt/sources.list.d/debian.sources'), sourcesOf(this.codename));
    this.run('apt-get', '-qq', 'update');
    return this.run('apt-cache', 'dumpavail');
  }

  /** Fetches packages, calls back with each file, and deletes it. */
  async withPackages(names: readonly string[], use: (file: string) => Promise<void>): Promise<void> {
    const debs = join(this.folder, 'debs');
    rmSync(debs, { recursive: true });
    mkdirSync(debs);
    this.run('apt-get', '-qq', 'download', ...names);
    for (const file of readdirSync(debs).sort()) {
      await use(join(debs, file));
      rmSync(join(debs, file));
    }
  }

  private run(program: string, ...args: readonly string[]): string {
    const cwd = join(this.folder, 'debs');
    return execFileSync(program, [...this.options, ...args], {
      cwd,
      encoding: 'utf8',
      maxBuffer: 1 << 28,
      stdio: ['ignore', 'pipe', 'inherit'],
    });
  }
}

function sourcesOf(codename: string): string {
  const format = '$(LABEL)|$(REPO_URI)';
  const rows = execFileSync('apt-get', ['indextargets', '--format', format, 'Created-By: Packages'], {
    encoding: 'utf8',
  });
  const archives = new Map(rows.split('\n').map((row) => row.split('|') as [string, string]));
  return Object.entries(SUITES)
    .map(([label, suitesOf]) => {
      const uri = archives.get(label);
      if (!uri) throw new Error(`apt on this machine has no archive labelled ${label}`);
      return `Types: deb\nURIs: ${uri}\nSuites: ${suitesOf(codename)}\nComponents: main\nSigned-By: ${KEYS}\n`;
    })
    .join('\n');
}

/** The lines of a file that grows by one line for each package measured. */
export function readLines<T>(file: string): T[] {
  if (!existsSync(file)) return [];
  return readFileSync(file, 'utf8')
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => JSON.parse(line) as T);
}
