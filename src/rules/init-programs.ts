/** Small init programs, and whether they signal more than the process that they start. */
import { baseName, type ExecWord } from '../model/index.js';

/**
 * dumb-init signals the whole session, tini only with `-g`: then a program behind a shell is asked to stop too.
 * Any other init asks its direct child alone.
 */
export function signalsGroup([first, ...rest]: readonly ExecWord[]): boolean {
  const name = baseName(first?.text ?? '');
  const end = rest.findIndex(({ text }) => !text.startsWith('-') || text === '--');
  const has = (option: RegExp) => rest.slice(0, Math.max(end, 0)).some(({ text }) => option.test(text));
  if (name === 'dumb-init') return !has(/^(?:-[a-z]*c|--single-child$)/);
  return /^tini(?:-static)?$/.test(name) && has(/^-[a-z]*g/);
}
