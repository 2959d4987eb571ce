/** What a variable holds and where it comes from, in words. */
import type { Dockerfile } from '../model/index.js';
import type { Variable } from '../model/scope.js';
import { PLATFORM_ARGUMENTS } from '../model/variables/predefined-arguments.js';

/** The value, where it is known. */
export function valueText({ value }: Variable): string {
  if (value === undefined) return 'no default';
  return value ?? 'known only when it is built';
}

/** Where it comes from: `Set by ENV in line 3.` */
export function originText({ lines }: Dockerfile, { kind, name, instruction }: Variable): string {
  if (instruction) return `Set by ${instruction.keyword} in line ${lines.lineAt(instruction.at.start)}.`;
  if (kind === 'platform') return PLATFORM_ARGUMENTS.get(name) ?? 'Set by the builder.';
  return 'Set by the base image.';
}
