/** What every image of a distribution has, before the image adds its own. */
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
}

/** The programs that these tables speak about. A name that is not here may be in an image and not in its `tools`. */
export const TRACKED_TOOLS = [
  'addgroup adduser bash bundle bun caddy cargo composer curl deno dotnet g++ gcc gem git go gpg java make nc nginx node',
  'npm npx openssl perl php pip ps python python3 ruby rustc rustup ssh su sudo tini unzip useradd groupadd usermod wget xz yarn',
].flatMap((line) => line.split(' '));

const SHADOW = ['useradd', 'groupadd', 'usermod', 'su', 'perl', 'bash'];
const BUSYBOX = ['adduser', 'addgroup', 'wget', 'nc', 'ps', 'su', 'unzip'];

export const DISTRIBUTIONS = {
  debian: {
    libc: 'glibc',
    shell: 'dash',
    bash: true,
    packageManager: 'apt',
    caCertificates: false,
    timeZones: true,
    tools: SHADOW,
    adduserUpTo: '12',
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
  },
  alpine: {
    libc: 'musl',
    shell: 'ash',
    bash: false,
    packageManager: 'apk',
    caCertificates: true,
    timeZones: false,
    tools: BUSYBOX,
  },
  wolfi: { libc: 'glibc', bash: false, caCertificates: true },
  rhel: {
    libc: 'glibc',
    shell: 'bash',
    bash: true,
    packageManager: 'dnf',
  },
  centos: { libc: 'glibc', shell: 'bash', bash: true, packageManager: 'dnf' },
  fedora: { libc: 'glibc', shell: 'bash', bash: true, packageManager: 'dnf' },
  amazonlinux: {
    libc: 'glibc',
    shell: 'bash',
    bash: true,
    packageManager: 'dnf',
  },
  oracle: { libc: 'glibc', shell: 'bash', bash: true, packageManager: 'dnf' },
  opensuse: { libc: 'glibc', shell: 'bash', bash: true, packageManager: 'zypper' },
  arch: { libc: 'glibc', shell: 'bash', bash: true, packageManager: 'pacman' },
  busybox: {
    shell: 'ash',
    bash: false,
    packageManager: 'none',
    caCertificates: false,
    timeZones: false,
    tools: BUSYBOX,
  },
  distroless: {
    libc: 'glibc',
    shell: 'none',
    bash: false,
    packageManager: 'none',
    caCertificates: true,
    timeZones: true,
    tools: [],
  },
  windows: {
    libc: 'none',
    bash: false,
    packageManager: 'none',
  },
  scratch: {
    libc: 'none',
    shell: 'none',
    bash: false,
    packageManager: 'none',
    caCertificates: false,
    timeZones: false,
    tools: [],
  },
} satisfies Readonly<Record<string, DistributionFacts>>;
