import type { Keyword, Stage } from '../model/index.js';
import { startCommandOf } from '../model/index.js';
import { code, text } from './message.js';
import { defineRule } from './rule.js';

export const noCommand = defineRule({
  id: 'no-command',
  topic: 'correctness',
  stages: 'final',
  severity: 'info',
  summary: 'Say what a container of the image starts.',

  *find({ stages }) {
    for (const stage of stages) {
      const { entrypoint, cmd } = startCommandOf(stage);
      if (!stage.from || entrypoint || cmd || !hasNone(stage) || !isMeantToRun(stage)) continue;
      yield { at: stage.from.image?.at ?? stage.from.keywordAt, base: stage.from.image?.raw ?? 'FROM' };
    }
  },

  explain: ({ base }) => ({
    what: text`This image starts nothing: it has no ${code('CMD')} and no ${code('ENTRYPOINT')}, and ${code(base)} brings none.`,
    why: text`${code('docker run')} stops with “no command specified”, unless whoever starts it knows the program and its path.`,
    todo: text`Add ${code('ENTRYPOINT ["/path/to/program"]')} or ${code('CMD')}.`,
  }),
});

/** Of other images it is not known, or they have one. */
function hasNone({ base }: Stage): boolean {
  const isPlainDistroless = base?.distribution === 'distroless' && base.runtime === undefined;
  return base?.reference === 'scratch' || (isPlainDistroless && !base.entrypoint && !base.cmd);
}

const FOR_CONTAINERS: readonly Keyword[] = ['EXPOSE', 'USER', 'HEALTHCHECK', 'VOLUME', 'STOPSIGNAL', 'WORKDIR', 'ENV'];

/** An image of files alone is for `COPY --from`, a mount or `--output`. */
function isMeantToRun({ instructions }: Stage): boolean {
  return instructions.some(({ keyword }) => FOR_CONTAINERS.some((one) => one === keyword));
}
