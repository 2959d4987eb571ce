/** What every image of a distribution has, before the image adds its own. */
import { TABLES_DATE } from './date.js';

export interface DistributionFacts {
  readonly libc?: 'glibc' | 'musl' | 'none';
  readonly shell?: 'dash' | 'ash' | 'bash' | 'none' | 'cmd';
  readonly bash?: boolean;
  readonly packageManager?: 'apt' | 'apk' | 'dnf' | 'yum' | 'zypper' | 'pacman' | 'none';
  readonly caCertificates?: boolean;
  readonly timeZones?: boolean;
  /** Which of the tracked programs are there. Left out: not known. */
  readonly tools?: readonly string[];
  /** Releases up to this one also have `adduser` and `addgroup`. */
  readonly adduserUpTo?: string;
  readonly source: string;
  readonly readOn: string;
}

/** The programs that these tables speak about. A name that is not here may be in an image and not in its `tools`. */
export const TRACKED_TOOLS = [
  'addgroup adduser bash bundle bun caddy cargo composer curl deno dotnet g++ gcc gem git go gpg java make nc nginx node',
  'npm npx openssl perl php pip ps python python3 ruby rustc rustup ssh su sudo tini unzip useradd groupadd usermod wget xz yarn',
].flatMap((line) => line.split(' '));

const read = (source: string) => ({ source, readOn: TABLES_DATE });
const SHADOW = ['useradd', 'groupadd', 'usermod', 'su', 'perl', 'bash'];
const BUSYBOX = ['adduser', 'addgroup', 'wget', 'nc', 'ps', 'su', 'unzip'];

export const DISTRIBUTIONS: Readonly<Record<string, DistributionFacts>> = {
  debian: {
    libc: 'glibc',
    shell: 'dash',
    bash: true,
    packageManager: 'apt',
    caCertificates: false,
    timeZones: true,
    tools: SHADOW,
    adduserUpTo: '12',
    ...read('own debootstrap of trixie and bookworm (minbase), 2026-11-23'),
  },
  ubuntu: {
    libc: 'glibc',
    shell: 'dash',
    bash: true,
    packageManager: 'apt',
    caCertificates: false,
    timeZones: false,
    tools: SHADOW,
    adduserUpTo: '22.04',
    ...read('docker-library/repo-info@01fdf3a repos/ubuntu/local/noble.md, resolute.md (package lists)'),
  },
  alpine: {
    libc: 'musl',
    shell: 'ash',
    bash: false,
    packageManager: 'apk',
    caCertificates: true,
    timeZones: false,
    tools: BUSYBOX,
    ...read('maxmood96/repo-info@5b1a976 repos/alpine/local/3.24.md (package list)'),
  },
  wolfi: { libc: 'glibc', bash: false, caCertificates: true, ...read('chainguard-dev/edu@08c15e6 (2026-08-21)') },
  rhel: {
    libc: 'glibc',
    shell: 'bash',
    bash: true,
    packageManager: 'dnf',
    ...read('Red Hat documentation of UBI images'),
  },
  centos: { libc: 'glibc', shell: 'bash', bash: true, packageManager: 'dnf', ...read('CentOS documentation') },
  fedora: { libc: 'glibc', shell: 'bash', bash: true, packageManager: 'dnf', ...read('Fedora documentation') },
  amazonlinux: {
    libc: 'glibc',
    shell: 'bash',
    bash: true,
    packageManager: 'dnf',
    ...read('docs.aws.amazon.com, Amazon Linux 2023'),
  },
  oracle: { libc: 'glibc', shell: 'bash', bash: true, packageManager: 'dnf', ...read('Oracle Linux documentation') },
  opensuse: { libc: 'glibc', shell: 'bash', bash: true, packageManager: 'zypper', ...read('openSUSE documentation') },
  arch: { libc: 'glibc', shell: 'bash', bash: true, packageManager: 'pacman', ...read('Arch Linux documentation') },
  busybox: {
    shell: 'ash',
    bash: false,
    packageManager: 'none',
    caCertificates: false,
    timeZones: false,
    tools: BUSYBOX,
    ...read('docker-library/repo-info@01a7054 repos/busybox/remote/1.38.md'),
  },
  distroless: {
    libc: 'glibc',
    shell: 'none',
    bash: false,
    packageManager: 'none',
    caCertificates: true,
    timeZones: true,
    tools: [],
    ...read('GoogleContainerTools/distroless@cd08076 (2026-08-21)'),
  },
  windows: {
    libc: 'none',
    bash: false,
    packageManager: 'none',
    ...read('learn.microsoft.com/virtualization/windowscontainers'),
  },
  scratch: {
    libc: 'none',
    shell: 'none',
    bash: false,
    packageManager: 'none',
    caCertificates: false,
    timeZones: false,
    tools: [],
    ...read('moby/buildkit@73ed682 dockerfile2llb/convert.go'),
  },
};
