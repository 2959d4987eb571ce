/** What is known of a base image. Every field but `reference` may be unknown, which is `undefined`: never a guess. */
import type { MeasuredReference } from '../../data/image-sizes.js';
import type { ImageName } from './reference.js';

export type Distribution =
  | 'debian'
  | 'ubuntu'
  | 'alpine'
  | 'wolfi'
  | 'rhel'
  | 'centos'
  | 'fedora'
  | 'amazonlinux'
  | 'opensuse'
  | 'arch'
  | 'oracle'
  | 'busybox'
  | 'distroless'
  | 'windows'
  | 'scratch';

/** What stands behind `/bin/sh`. dash forks its last command, ash and bash exec it. */
export type BaseShell = 'dash' | 'ash' | 'bash' | 'none' | 'cmd' | 'powershell';

export interface EndOfLife {
  /** "Node.js 20", "Debian 11". */
  readonly product: string;
  /** ISO 8601: the last day of support. */
  readonly date: string;
  /** A later long-term date that somebody else gives, if any: "LTS". */
  readonly extended?: { readonly name: string; readonly date: string };
  /** What to use instead, as a tag of the same image where there is one: `node:24-slim`. */
  readonly replacement: string | undefined;
}

/** A smaller official image of the same release. */
export interface SmallerVariant {
  readonly reference: string;
  readonly compressedBytes: number | undefined;
}

export interface BaseImage {
  readonly reference: ImageName | 'scratch';
  readonly distribution: Distribution | undefined;
  /** `13`, `24.04`, `3.24`. */
  readonly release: string | undefined;
  /** `trixie`, `noble`. */
  readonly codename: string | undefined;
  readonly libc: 'glibc' | 'musl' | 'none' | undefined;
  readonly shell: BaseShell | undefined;
  /** `bash` can be called by name. */
  readonly hasBash: boolean | undefined;
  /** The distribution's package manager. */
  readonly packageManager: 'apt' | 'apk' | 'dnf' | 'yum' | 'microdnf' | 'zypper' | 'pacman' | 'none' | undefined;
  /** User of the image's configuration: `root`, `65532`, `node`. */
  readonly defaultUser: string | undefined;
  /** Users besides root that the image brings for the application: `node`. */
  readonly users: readonly string[];
  /** The program that the image is for, with its version as the tag gives it: `{ name: 'node', version: '24' }`. */
  readonly runtime: { readonly name: string; readonly version: string | undefined } | undefined;
  /** Brings compilers or a development kit: `golang`, `maven`, `node` (not `node:slim`). */
  readonly hasBuildTools: boolean | undefined;
  readonly entrypoint: readonly string[] | undefined;
  readonly cmd: readonly string[] | undefined;
  /** The entrypoint is a script that starts as root and runs the program as somebody else: `postgres`, `redis`. */
  readonly dropsRoot?: boolean | undefined;
  /** `null`: set, to a value that the tag does not tell. */
  readonly environment: Readonly<Record<string, string | null>> | undefined;
  readonly workdir: string | undefined;
  readonly stopSignal: string | undefined;
  readonly hasCaCertificates: boolean | undefined;
  readonly hasTimeZones: boolean | undefined;
  /** Programs on the PATH that people rely on: `curl`, `wget`, `git`, `npm`, … Undefined: not known. */
  readonly tools: ReadonlySet<string> | undefined;
  readonly compressedBytes: number | undefined;
  readonly unpackedBytes: number | undefined;
  /** The reference under which the tables have these sizes. */
  readonly measuredAs: MeasuredReference | undefined;
  readonly endOfLife: readonly EndOfLife[];
  readonly smallerVariants: readonly SmallerVariant[];
}
