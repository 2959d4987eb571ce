/** Settings of distributions' package managers that a file of the image makes, so that no call needs the flag. */

import { filesWrittenBefore } from '../image/files/written-files.js';
import type { Dockerfile, Manager, PackageCall, Run } from '../model/index.js';

type Setting = 'assume-yes' | 'skip-recommended';

const FILES: Partial<Record<Manager, RegExp>> = {
  apt: /^\/etc\/apt\/apt\.conf(\.d(\/|$)|$)/,
  dnf: /^\/etc\/dnf\/dnf\.conf$/,
  yum: /^\/etc\/(yum|dnf\/dnf)\.conf$/,
};
const ON = '\\W+(1|true|yes|on)\\b';
const OFF = '\\W+(0|false|no|off)\\b';
const TEXTS: Readonly<Record<Setting, RegExp>> = {
  'assume-yes': new RegExp(`(Assume-Yes|assumeyes)${ON}`, 'i'),
  'skip-recommended': new RegExp(`Install-Recommends${OFF}`, 'i'),
};

/** Whether a file above a call makes a setting, or may make it: a configuration file that can't be seen counts. */
export function isSetBefore(dockerfile: Dockerfile, run: Run, call: PackageCall, setting: Setting): boolean {
  const files = FILES[call.manager];
  if (!files) return false;
  return filesWrittenBefore(dockerfile, run, call.command, files).some(
    ({ text }) => text === undefined || TEXTS[setting].test(text),
  );
}
