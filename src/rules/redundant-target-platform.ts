import { removeWord } from './edits.js';
import { code, text } from './message.js';
import { defineRule } from './rule.js';

export const redundantTargetPlatform = defineRule({
  id: 'redundant-target-platform',
  topic: 'correctness',
  stages: 'all',
  severity: 'info',
  aliases: ['DL3065', 'RedundantTargetPlatform'],
  summary: 'Leave --platform=$TARGETPLATFORM out.',

  *find({ instructions }) {
    for (const { flags, scope } of instructions('FROM'))
      for (const { name, value, at } of flags) {
        // An ARG of this name has a value of its own.
        if (name !== 'platform' || !value || typeof scope.variable('TARGETPLATFORM')?.value === 'string') continue;
        if (/^\$(?:TARGETPLATFORM|\{TARGETPLATFORM\})$/.test(value.text)) yield { at, written: value.raw };
      }
  },

  explain: ({ written }) => ({
    what: text`${code(`--platform=${written}`)} asks for what every ${code('FROM')} takes anyway.`,
    why: text`The platform of the target is the default, so the flag only makes a reader look for a reason.`,
    todo: text`Leave it out. A stage that compiles for other platforms wants ${code('--platform=$BUILDPLATFORM')}.`,
  }),

  *repair({ at }, { dockerfile }) {
    yield { title: 'Remove --platform', safety: 'safe', edits: [removeWord(dockerfile, at)] };
  },
});
