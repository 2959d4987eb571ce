/** What `python -m venv` makes: a few links and scripts, and a pip of its own, which Python brings. */
import { type Size, UNKNOWN } from '../amount.js';
import { around } from './install.js';
import type { PypiTable } from './pypi-table.js';
import { isNewerPython } from './python-version.js';

/** Scripts, links and pyvenv.cfg. Bytes, measured with Python 3.13.0. */
const FRAME = { unpacked: 25_000, compressed: 6_000 } as const;

/** Each Python brings a pip of its day: those of 3.12.1 and 3.13.0 were 10 % larger and 10 % smaller than pip 26.3. */
const SPREAD = 0.2;

/** Before this Python, setuptools came along: 3.11.7 makes twice as much. */
const WITHOUT_SETUPTOOLS = '3.12';

/** `python` is its version, as `3.13`; undefined where it is not known. */
export function environmentSize(table: PypiTable | undefined, python: string | undefined, hasPip: boolean): Size {
  const pip = hasPip
    ? table?.find('pip', [])?.size
    : { unpacked: 0, bytecode: 0, compressed: 0, compressedBytecode: 0 };
  if (!pip) return UNKNOWN;
  const size = around(
    {
      unpacked: FRAME.unpacked + pip.unpacked + pip.bytecode,
      compressed: FRAME.compressed + pip.compressed + pip.compressedBytecode,
    },
    SPREAD,
  );
  if (!hasPip || (python !== undefined && !isNewerPython(WITHOUT_SETUPTOOLS, python))) return size;
  return {
    unpacked: { min: size.unpacked.min, max: 2 * size.unpacked.max },
    compressed: { min: size.compressed.min, max: 2 * size.compressed.max },
  };
}
