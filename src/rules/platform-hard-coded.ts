import { readPlatform } from '../model/images/platform.js';
import type { From } from '../model/index.js';
import { code, text } from './message.js';
import { defineRule } from './rule.js';

export const platformHardCoded = defineRule({
  id: 'platform-hard-coded',
  topic: 'correctness',
  stages: 'all',
  severity: 'info',
  aliases: ['DL3029', 'FromPlatformFlagConstDisallowed', 'b16e8501'],
  summary: 'Leave the platform to the build.',

  *find({ instructions }) {
    for (const from of instructions('FROM'))
      for (const { name, value, at } of from.flags) {
        const platform = name === 'platform' && value?.variables.length === 0 ? readPlatform(value.text) : undefined;
        if (platform && value && !namesPlatform(from, platform)) yield { at, platform: value.text };
      }
  },

  explain: ({ platform }) => ({
    what: text`This stage is always for ${code(platform)}.`,
    why: text`On a machine of another kind it runs under emulation or not at all, and ${code('docker build --platform')} does not change it.`,
    todo: text`Leave the flag out, and say ${code(`docker build --platform ${platform}`)} where it is needed. A stage that compiles takes ${code('--platform=$BUILDPLATFORM')}.`,
  }),
});

/** A stage that is called `build-amd64` is meant for that alone. */
function namesPlatform({ as }: From, { system, architecture }: { system: string; architecture: string }): boolean {
  const name = as?.name.text.toLowerCase() ?? '';
  return name.includes(system) || name.includes(architecture);
}
