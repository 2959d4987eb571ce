/** The parser directives, at the top of the file where alone they count. */
import type { Dockerfile } from '../../model/index.js';
import type { Completion } from './completion.js';

const DIRECTIVES = [
  {
    name: 'syntax',
    value: 'docker/dockerfile:1',
    documentation:
      'The image that reads this file. With docker/dockerfile:1 every builder reads it as the newest one does.',
  },
  {
    name: 'escape',
    value: '`',
    documentation: 'The escape character, at line ends and in words: \\ by default, ` for Windows paths.',
  },
  {
    name: 'check',
    value: 'error=true',
    documentation:
      'Settings of docker build --check: skip=… leaves checks out, error=true lets the build fail on them.',
  },
] as const;

export function directiveCompletions({ text, directives }: Dockerfile, offset: number): Completion[] {
  const start = text.lastIndexOf('\n', offset - 1) + 1;
  const line = text.slice(start, offset);
  const above = text
    .slice(0, start)
    .replace(/^\uFEFF/, '')
    .split('\n')
    .slice(0, -1);
  const isAtTop = above.every((other) => /^#\s*(?:syntax|escape|check)\s*=/i.test(other) || other.startsWith('#!'));
  if (!isAtTop || !/^\uFEFF?(?:#\s*\w*)?$/.test(line)) return [];
  const lineEnd = text.indexOf('\n', offset);
  const behind = text.slice(offset, lineEnd === -1 ? undefined : lineEnd).trimEnd();
  if (behind !== '') return [];
  return DIRECTIVES.filter(({ name }) => !directives.some((directive) => directive.name === name)).map(
    ({ name, value, documentation }) => ({
      label: `# ${name}=`,
      kind: 'directive',
      detail: value,
      documentation,
      insert: `# ${name}=${value}`,
      at: { start: line.startsWith('\uFEFF') ? start + 1 : start, end: offset },
    }),
  );
}
