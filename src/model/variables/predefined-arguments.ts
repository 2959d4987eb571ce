/** Build arguments to which the builder gives a value, or which every build takes without an ARG. */
const PLATFORM: Readonly<Record<string, string>> = {
  TARGETPLATFORM: 'The platform that is built for, such as linux/amd64.',
  TARGETOS: 'The operating system that is built for.',
  TARGETARCH: 'The processor architecture that is built for.',
  TARGETVARIANT: 'The variant of the architecture, such as v7.',
  BUILDPLATFORM: 'The platform of the builder.',
  BUILDOS: 'The operating system of the builder.',
  BUILDARCH: 'The processor architecture of the builder.',
  BUILDVARIANT: 'The variant of the builder’s architecture.',
  TARGETSTAGE: 'The name of the stage that is built.',
};

const PROXY = ['HTTP_PROXY', 'HTTPS_PROXY', 'FTP_PROXY', 'NO_PROXY', 'ALL_PROXY'];

/** The platform arguments by name, with what each holds. FROM sees them as they are; a stage where it declares them. */
export const PLATFORM_ARGUMENTS: ReadonlyMap<string, string> = new Map(Object.entries(PLATFORM));

/** Whether a name means something to the builder, so that it can't be given another. */
export function isPredefinedArgument(name: string): boolean {
  return (
    /^(?:BUILD|TARGET)(?:PLATFORM|OS|OSVERSION|ARCH|VARIANT)$|^TARGETSTAGE$|^BUILDKIT_/.test(name) ||
    name === 'SOURCE_DATE_EPOCH' ||
    PROXY.includes(name.toUpperCase())
  );
}
