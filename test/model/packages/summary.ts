import { type PackageArgument, type PackageCall, packageCallOf } from '../../../src/model/packages/index.js';
import { readScript } from '../../../src/model/shell/script.js';

/** A call in one comparable object; what is not mentioned by a row is not compared. */
export interface Summary {
  manager: string;
  tool: string;
  action: string;
  /** `name` or `name operator version`, with the kind before it where it isn't a name and `!` where it is not pinned. */
  packages: string[];
  project: boolean;
  yes: boolean;
  recommended: boolean | undefined;
  cache: boolean;
  omits: boolean;
  locked: boolean | undefined;
  global: boolean;
  script: string | undefined;
  virtual: string | undefined;
  manifests: string[];
  folder: string | undefined;
  /** The text with a bar where flags go. */
  flagsAt: string;
}

/** Each row: a command, and what must be found in it; undefined where it is no call. */
export type Row = readonly [text: string, expected: Partial<Summary> | undefined];

export function callIn(text: string): PackageCall | undefined {
  return readScript(text, 0)
    .commands.map(packageCallOf)
    .find((call) => call !== undefined);
}

export function summarise(text: string): Summary | undefined {
  const call = callIn(text);
  return (
    call && {
      manager: call.manager,
      tool: call.tool,
      action: call.action,
      packages: call.packages.map(show),
      project: call.installsProject,
      yes: call.assumesYes,
      recommended: call.skipsRecommended,
      cache: call.skipsCache,
      omits: call.omitsDevelopment,
      locked: call.isLocked,
      global: call.isGlobal,
      script: call.script,
      virtual: call.virtualName?.text,
      manifests: call.manifestArguments.map(({ text: name }) => name),
      folder: call.folder?.text,
      flagsAt: `${text.slice(0, call.flagsAt)}|${text.slice(call.flagsAt)}`,
    }
  );
}

function show({ kind, name, operator, version, isPinned }: PackageArgument): string {
  const head = kind === 'name' ? name : `${kind} ${name}`;
  const tail = operator === undefined ? '' : ` ${operator} ${version}`;
  return head + tail + (isPinned ? '' : '!');
}
