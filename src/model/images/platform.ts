/** Platforms such as `linux/arm64/v8`, as containerd/platforms reads them. */

const SYSTEMS = new Set(
  'aix android darwin dragonfly freebsd hurd illumos ios js linux macos nacl netbsd openbsd plan9 solaris windows zos'.split(
    ' ',
  ),
);
const ARCHITECTURES = new Set(
  '386 aarch64 amd64 amd64p32 arm arm64 arm64be armbe armel armhf i386 loong64 mips mips64 mips64le mips64p32 mips64p32le mipsle ppc ppc64 ppc64le riscv riscv64 s390 s390x sparc sparc64 wasm x86-64 x86_64'.split(
    ' ',
  ),
);
const SYSTEM = /^([A-Za-z0-9_-]+)(?:\([A-Za-z0-9_.%-]*(?:\+[A-Za-z0-9_.%-]+)*\))?$/;

/** A single word must be a known system or architecture; of two or three only the characters count. */
export function isPlatform(text: string): boolean {
  const [first = '', ...more] = text.split('/');
  const system = SYSTEM.exec(first)?.[1]?.toLowerCase();
  if (system === undefined || more.length > 2) return false;
  if (more.length === 0) return SYSTEMS.has(system) || ARCHITECTURES.has(first.toLowerCase());
  return more.every((part) => /^[A-Za-z0-9_.-]+$/.test(part));
}

const SAME_ARCHITECTURE: Readonly<Record<string, string>> = {
  aarch64: 'arm64',
  'x86-64': 'amd64',
  x86_64: 'amd64',
  i386: '386',
  armhf: 'arm',
  armel: 'arm',
};

/** System and architecture; what is not written is `linux` and `amd64`. Undefined for what is no platform. */
export function readPlatform(text: string): { readonly system: string; readonly architecture: string } | undefined {
  if (!isPlatform(text)) return undefined;
  const [first = '', second] = text.toLowerCase().split('/');
  const isArchitecture = second === undefined && ARCHITECTURES.has(first);
  const architecture = isArchitecture ? first : (second ?? 'amd64');
  return { system: isArchitecture ? 'linux' : first, architecture: SAME_ARCHITECTURE[architecture] ?? architecture };
}
