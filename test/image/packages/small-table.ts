/** A table of a few packages, for tests: sizes in blocks, as in the files. */
import { type PackageTable, type PackageTableFile, readPackageTable } from '../../../src/image/packages/index.js';

export const SMALL: PackageTableFile = {
  release: '13',
  architecture: 'amd64',
  source: 'made for tests',
  chosen: 'by hand',
  readOn: '2026-11-24',
  columns: [],
  absent: ['python'],
  base: ['libc6', 'mawk'],
  virtual: { awk: ['mawk', 'gawk'], mailer: ['exim', 'postfix'], 'old-curl': ['curl'], 'libx-dev': ['libx2-dev'] },
  packages: [
    ['curl', 'libcurl', 'completion', 100, 40, 20, 10, 10],
    ['libcurl', 'ssl|gnutls', '', 200, 80, 0, 0, 10, 2],
    ['ssl', '', 'certificates', 50, 20],
    ['gnutls', '', '', 60, 30],
    ['certificates', 'ssl', '', 10, 5, 0, 0, 8, 0, 3],
    ['completion', '', '', 4, 2],
    ['report', 'awk mailer', '', 5, 2],
    ['exim', 'ssl', 'completion', 30, 10, 0, 0, 10],
    ['postfix', '', '', 40, 12],
    ['gawk', '', '', 9, 3],
    ['broken', 'nowhere', '', 9, 3],
    ['hopeful', '', 'nowhere', 9, 3],
    ['libx-dev', '', '', 9, 3],
    ['libx2-dev', '', '', 9, 3],
    ['needs-x', 'libx2-dev libx-dev', '', 9, 3],
    ['python3', 'python3-minimal', '', 300, 100, 0, 0, 10, 0, 0, 50],
    ['python3-minimal', '', '', 300, 100, 0, 0, 10],
    ['module', '', '', 300, 100, 0, 0, 10, 0, 0, 70],
    ['libc6', '', '', 900, 400, 0, 0, 10, 5, 20],
    ['mawk', '', '', 90, 40, 0, 0, 10],
  ],
};

export const small: PackageTable = readPackageTable(SMALL);
