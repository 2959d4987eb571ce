import type { Stage } from '../model/index.js';
import { code, text } from './message.js';
import { defineRule } from './rule.js';

export const duplicateStageName = defineRule({
  id: 'duplicate-stage-name',
  topic: 'multi-stage',
  stages: 'all',
  severity: 'warning',
  aliases: ['DL3024', 'DuplicateStageName', 'DS-0012', 'CKV_DOCKER_11', 'f2daed12'],
  summary: 'Give each stage a name of its own.',

  *find({ stages }) {
    const taken = new Map<string, Stage>();
    for (const stage of stages) {
      const { name, from } = stage;
      if (name === undefined || !from?.as) continue;
      const earlier = taken.get(name);
      if (earlier) yield { at: from.as.name.at, stage, earlier };
      taken.set(name, stage);
    }
  },

  explain: ({ stage, earlier }, { dockerfile }) => ({
    what: text`The stage in line ${String(lineOf(earlier, dockerfile))} is called ${code(stage.name ?? '')}, too.`,
    why: text`The build goes on, and the name means this stage; the earlier one can be reached only by its number, ${code(String(earlier.index))}.`,
    todo: text`Rename one of them, and see which one each ${code('--from')} and ${code('--target')} is to take. Names differ by more than upper and lower case.`,
  }),
});

function lineOf({ from }: Stage, { lines }: { readonly lines: { lineAt(offset: number): number } }): number {
  return lines.lineAt(from?.at.start ?? 0);
}
