import { replace } from './edits.js';
import { code, text } from './message.js';
import { defineRule } from './rule.js';

export const copyRelativeWithoutWorkdir = defineRule({
  id: 'copy-relative-without-workdir',
  topic: 'correctness',
  stages: 'all',
  severity: 'warning',
  // hadolint looks at COPY alone.
  variants: { copy: { aliases: ['DL3045'] }, add: {} },
  summary: 'Set WORKDIR before a COPY to a relative path.',

  *find({ instructions, dockerfile }) {
    const isForWindows = dockerfile.input.platform?.startsWith('windows');
    for (const { keyword, destination, scope, stage, keywordText } of instructions('COPY', 'ADD')) {
      const { base, workdir } = scope;
      // Nothing changes the working directory of scratch.
      if (!destination || !stage?.from || scope.hasWorkdir || base?.reference === 'scratch') continue;
      const path = scope.expand(destination);
      if (!path || /^(?:[/\\]|[A-Za-z]:)/.test(path) || isForWindows || base?.distribution === 'windows') continue;
      const isChosen = workdir !== null && workdir !== '/';
      yield {
        variant: keyword === 'COPY' ? 'copy' : 'add',
        at: destination.at,
        destination,
        path,
        workdir,
        keywordText,
        ...(isChosen && { severity: 'info' as const }),
      };
    }
  },

  explain: ({ path, workdir, keywordText }) => ({
    what: text`${code(path)} is relative, and no ${code('WORKDIR')} stands above it in this stage.`,
    why:
      workdir === null
        ? text`So the base image decides where the files of this ${code(keywordText)} go, and another version of it may decide otherwise.`
        : workdir === '/'
          ? text`So the files go to the root folder, among those of the system, for as long as the base image sets no other.`
          : text`So the files go to ${code(workdir)}, which the base image has set, and a later version of it may have another one.`,
    todo: text`Set a ${code('WORKDIR')} above, or write the whole path.`,
  }),

  *repair({ destination, path, workdir }) {
    if (workdir === null || destination.variables.length > 0 || destination.isQuoted || path.startsWith('~')) return;
    const absolute = join(workdir, path);
    yield { title: `Write ${absolute}`, safety: 'suggested', edits: [replace(destination.at, absolute)] };
  },
});

/** With a slash at the end where the path has one, or is a folder anyway. */
function join(folder: string, path: string): string {
  const parts: string[] = [];
  for (const part of `${folder}/${path}`.split('/')) {
    if (part === '..') parts.pop();
    else if (part !== '' && part !== '.') parts.push(part);
  }
  const isFolder = parts.length > 0 && /(?:^|\/)\.{0,2}$/.test(path);
  return `/${parts.join('/')}${isFolder ? '/' : ''}`;
}
