import type { Workdir } from '../model/index.js';
import { replace } from './edits.js';
import { code, text } from './message.js';
import { defineRule } from './rule.js';

export const workdirRelative = defineRule({
  id: 'workdir-relative',
  topic: 'correctness',
  stages: 'all',
  severity: 'warning',
  aliases: ['DL3000', 'WorkdirRelativePath', 'DS-0009', 'CKV_DOCKER_10', '6b376af8', 'S7021'],
  summary: 'Begin with an absolute WORKDIR.',

  *find({ instructions, dockerfile }) {
    for (const workdir of instructions('WORKDIR')) {
      const { word, scope } = workdir;
      // Those below are relative to the first, and right as soon as that is.
      if (!word || scope.hasWorkdir) continue;
      const path = scope.expand(word);
      if (!path || isAbsolute(path, dockerfile.input.platform, workdir)) continue;
      yield { at: word.at, path, folder: scope.workdir, hasVariables: word.variables.length > 0 };
    }
  },

  explain: ({ path, folder }) => ({
    what: path.startsWith('~')
      ? text`${code(path)} is no home folder here: the builder takes ${code('~')} as it is written, and the path is relative.`
      : text`${code(path)} is relative to the working directory of the base image.`,
    why:
      folder === null
        ? text`The base image decides where that is, and another version of it may decide otherwise.`
        : text`That is ${code(folder)} today; a later version of the base image may have another one.`,
    todo: text`Write the whole path, with ${code('/')} in front.`,
  }),

  *repair({ at, path, folder, hasVariables }) {
    if (hasVariables || path.startsWith('~') || /[\s"'$]/.test(path)) return;
    const absolute = join(folder ?? '/', path);
    yield { title: `Write ${absolute}`, safety: 'suggested', edits: [replace(at, absolute)] };
  },
});

function isAbsolute(path: string, platform: string | undefined, { scope }: Workdir): boolean {
  const isLinux = platform
    ? !platform.startsWith('windows')
    : scope.base !== undefined && scope.base.distribution !== 'windows';
  return path.startsWith('/') || (!isLinux && /^(?:[A-Za-z]:|\\)/.test(path));
}

function join(folder: string, path: string): string {
  const parts: string[] = [];
  for (const part of `${folder}/${path}`.split('/')) {
    if (part === '..') parts.pop();
    else if (part !== '' && part !== '.') parts.push(part);
  }
  return `/${parts.join('/')}`;
}
