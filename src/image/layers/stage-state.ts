/** What is known at a place in a stage: its files, and which packages of the distribution are there. */
import type { BaseImage, PackageCall, Stage } from '../../model/index.js';
import { NOTHING, type Size, sizeOf, UNKNOWN } from '../amount.js';
import type { InstallPrediction } from '../languages/index.js';
import { type InstalledPackages, installedIn, type PackageTable, tableOf } from '../packages/index.js';
import type { Tables } from '../tables.js';
import { StageFiles } from './stage-files.js';

/** Packages of apt, where there is a table for them. */
export interface AptState {
  readonly table: PackageTable;
  readonly installed: InstalledPackages;
}

/** Packages of languages. */
export interface LanguageState {
  readonly tables: Pick<Tables, 'npm' | 'pypi'>;
  /** Python packages that are there, by their normalised names. */
  readonly python: Set<string>;
  /** What each call of this stage was found to install. */
  readonly installs: Map<PackageCall, InstallPrediction>;
}

export interface StageState {
  readonly files: StageFiles;
  /** Undefined where it is not known what is installed, or what would be. */
  apt: AptState | undefined;
  readonly languages: LanguageState;
}

/** The state of a stage's base image, which is one layer here however many it has. */
export function stateOfBase(stage: Stage, tables: Tables): StageState {
  const files = StageFiles.empty();
  files.beginLayer();
  const reference = referenceOf(stage);
  const { base } = stage;
  const place = base ? 'system' : 'anywhere';
  files.add({ path: '/', isFolder: true, place, size: baseSize(base), key: `base ${reference}`, what: reference });
  return { files, apt: aptStateOf(base, tables), languages: languagesOf(base, tables) };
}

/** The base image as the file names it. */
export function referenceOf({ root, baseReference, base }: Stage): string {
  if (base?.reference === 'scratch') return 'scratch';
  return baseReference?.name?.text ?? root.from?.image?.text ?? 'the base image';
}

function baseSize(base: BaseImage | undefined): Size {
  if (!base) return UNKNOWN;
  if (base.reference === 'scratch') return NOTHING;
  const { unpackedBytes, compressedBytes } = base;
  return {
    unpacked: unpackedBytes === undefined ? UNKNOWN.unpacked : sizeOf(unpackedBytes, 0).unpacked,
    compressed: compressedBytes === undefined ? UNKNOWN.compressed : sizeOf(0, compressedBytes).compressed,
  };
}

function aptStateOf(base: BaseImage | undefined, tables: Tables): AptState | undefined {
  const name = tableOf(base);
  const table = name && tables[name];
  const installed = base && table && installedIn(base, table);
  return table && installed && { table, installed };
}

/** Python's own images bring pip. */
function languagesOf(base: BaseImage | undefined, { npm, pypi }: Tables): LanguageState {
  const tables = { ...(npm && { npm }), ...(pypi && { pypi }) };
  return { tables, python: new Set(base?.runtime?.name === 'python' ? ['pip'] : []), installs: new Map() };
}

/** The state of a stage that is built FROM another one. */
export function childOf({ files, apt, languages }: StageState): StageState {
  return { files: files.child(), apt, languages: { ...languages, python: new Set(languages.python) } };
}
