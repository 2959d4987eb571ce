/** Distributions as they call themselves. */
import type { BaseImage } from './base-image.js';

type Distribution = NonNullable<BaseImage['distribution']>;

const NAMES: Readonly<Partial<Record<Distribution, string>>> = {
  debian: 'Debian',
  ubuntu: 'Ubuntu',
  alpine: 'Alpine',
  wolfi: 'Wolfi',
  rhel: 'Red Hat Enterprise Linux',
  centos: 'CentOS',
  fedora: 'Fedora',
  amazonlinux: 'Amazon Linux',
  opensuse: 'openSUSE',
  arch: 'Arch Linux',
  oracle: 'Oracle Linux',
  busybox: 'BusyBox',
  distroless: 'distroless',
  windows: 'Windows',
};

/** `Red Hat Enterprise Linux` for `rhel`; undefined where it has no name of its own. */
export function distributionName(distribution: Distribution): string | undefined {
  return NAMES[distribution];
}
