/**
 * What the maintainer scripts and triggers of some packages make when they are installed: caches, databases, clusters.
 * Bytes of a layer's tar, and of its gzip. Where it depends on what else is installed, it is what is usual. A `#` is a
 * version in the package's name.
 */
export const MADE_BY_SCRIPTS: Readonly<Record<string, { readonly unpacked: number; readonly compressed: number }>> = {
  /** The bundle, and a link or two for each authority. */
  'ca-certificates': { unpacked: 374_784, compressed: 137_000 },
  /** The types of files that it knows, one file each. */
  'shared-mime-info': { unpacked: 3_512_320, compressed: 486_000 },
  /** The compiled database of hardware. */
  udev: { unpacked: 13_520_384, compressed: 2_510_000 },
  /** The catalogue of messages. */
  systemd: { unpacked: 236_544, compressed: 57_000 },
  /** The kernel's initial RAM disk, and the index of its modules. */
  'linux-image-#': { unpacked: 42_382_336, compressed: 36_500_000 },
  /** A cluster. */
  'postgresql-#': { unpacked: 40_783_872, compressed: 4_300_000 },
  /** Its empty databases, most of which are zeros. */
  'mariadb-server': { unpacked: 149_453_312, compressed: 420_000 },
  /** Links to manual pages, which update-alternatives makes in slim images, too. */
  'postgresql-client-#': { unpacked: 250_000, compressed: 20_000 },
};

export const MADE_BY_SCRIPTS_SOURCE = {
  source: 'test/experiments/apt: what no package lists, in the layers of training lines on Debian 13',
  readOn: '2026-11-24',
} as const;
