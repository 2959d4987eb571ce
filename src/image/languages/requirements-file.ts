/** Reads a requirements.txt as pip does: continued lines, comments, options, files that it brings in. */
import type { FileText } from './install.js';
import { holds, type Requirement, readRequirement } from './requirement.js';

/** Files that bring each other in end somewhere. */
const DEEPEST = 5;

/** The requirements that hold for a Python, or why they can't be known. */
export function readRequirementsFile(
  path: string,
  python: string,
  textOf: (path: string) => FileText,
  depth = 0,
): readonly Requirement[] | string {
  const text = textOf(path);
  if (text === null) return `there is no ${path}`;
  if (text === undefined || depth > DEEPEST) return `it is not known what ${path} says`;
  const found: Requirement[] = [];
  for (const line of linesOf(text)) {
    const [, inner] = /^(?:-r|--requirement)[\s=]*(\S+)$/.exec(line) ?? [];
    const read =
      inner === undefined
        ? readLine(line, python)
        : readRequirementsFile(beside(path, inner), python, textOf, depth + 1);
    if (typeof read === 'string') return read;
    found.push(...read);
  }
  return found;
}

function linesOf(text: string): string[] {
  const joined = text.replaceAll(/\\\r?\n/g, ' ');
  return joined.split(/\r?\n/).flatMap((line) => line.replace(/(?:^|\s)#.*$/, '').trim() || []);
}

/** Options that change nothing of what is installed. */
const HARMLESS = /^--(?:require-hashes|prefer-binary|only-binary|pre|trusted-host|use-feature)\b/;

function readLine(line: string, python: string): readonly Requirement[] | string {
  if (HARMLESS.test(line)) return [];
  const requirement = line.startsWith('-')
    ? undefined
    : readRequirement(line.replace(/\s--(?:hash|config-settings?)\b.*$/, ''));
  if (!requirement) return `it can’t be seen what ${line} brings`;
  const isMeant = holds(requirement.marker, { python, extra: '' });
  if (isMeant === undefined) return `the condition of ${requirement.name} is not understood`;
  return isMeant ? [requirement] : [];
}

function beside(path: string, other: string): string {
  return `${path.slice(0, path.lastIndexOf('/') + 1)}${other}`;
}
