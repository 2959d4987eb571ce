/** Whether Docker finds the program that it is to start, and whether that finds the others. */
import { type BaseImage, baseName, type Dockerfile, isShellName, lineage, type Stage } from '../../model/index.js';
import { mayCopyShell } from './brought-shell.js';
import { initOf } from './init-programs.js';
import { behindLauncher } from './launchers.js';
import type { Process } from './process.js';
import { scriptFileOf } from './script-file.js';
import type { StartWord } from './start-line.js';

/** Whether a command line needs a shell in an image that is known to have none. */
export function lacksShell(dockerfile: Dockerfile, stage: Stage, words: readonly StartWord[]): boolean {
  if (stage.base?.shell !== 'none') return false;
  for (const { instructions } of lineage(stage)) if (instructions.some(mayCopyShell)) return false;
  const program = withoutLaunchers(words)[0]?.text ?? '';
  if (/^(?:\/(?:usr\/)?bin\/)?[a-z]+$/.test(program) && isShellName(baseName(program))) return true;
  if (!program.includes('/') && !program.endsWith('.sh')) return false;
  const text = scriptFileOf(dockerfile, stage, program);
  return typeof text === 'string' && /^#!\s*\/(?:usr\/)?bin\/(?:env\s+(?:-S\s+)?)?(?:ba|da|a)?sh\b/.test(text);
}

function withoutLaunchers(words: readonly StartWord[]): readonly StartWord[] {
  const behind = initOf(words, false)?.behind ?? behindLauncher(words);
  return behind ? withoutLaunchers(behind) : words;
}

/** Every image with a shell has them. */
const EVERYWHERE = new Set(['cat', 'echo', 'env', 'false', 'printf', 'sleep', 'tail', 'true']);

/** True where every program is known to be there; `null` where that is not known of one. */
export function areAllThere({ base }: Stage, root: Process): true | null {
  if (!base) return null;
  return programsOf(root).every((program) => isThere(base, program)) ? true : null;
}

function programsOf({ nature, words, children }: Process): string[] {
  const own = nature.kind === 'unknown' ? [''] : [words[0] ?? ''];
  return [...own, ...children.flatMap(programsOf)];
}

function isThere(base: BaseImage, program: string): boolean {
  const name = baseName(program);
  const hasShell = base.shell === 'dash' || base.shell === 'ash' || base.shell === 'bash';
  if (name === 'docker-init') return true;
  if (name === 'sh') return hasShell;
  if (name === 'bash') return base.hasBash === true;
  if (hasShell && EVERYWHERE.has(name)) return true;
  return base.tools?.has(name) === true || base.runtime?.name === name || isInConfiguration(base, name);
}

function isInConfiguration({ entrypoint = [], cmd = [] }: BaseImage, name: string): boolean {
  return [entrypoint[0], cmd[0]].some((word) => word !== undefined && baseName(word) === name);
}
