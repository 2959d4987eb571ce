import type { Arg, Env, KeyValue } from '../model/index.js';
import { code, type Text, text } from './message.js';
import { defineRule } from './rule.js';
import { knownSecretsIn } from './secret-formats.js';
import { isNoSecret, isPlaceholder, namesSecret } from './secret-words.js';

export const secretNameInArgEnv = defineRule({
  id: 'secret-name-in-arg-env',
  topic: 'security',
  stages: 'all',
  onbuild: true,
  severity: 'warning',
  aliases: ['DL3064', 'SecretsUsedInArgOrEnv', 'DS-0031', 'S6472', 'c3e1b6ae'],
  summary: 'Keep secrets out of ARG and ENV; mount them where they are needed.',

  *find({ instructions }) {
    for (const instruction of instructions('ARG', 'ENV'))
      for (const { key, value } of instruction.pairs)
        if (namesSecret(key.text) && mayHold(instruction, value)) yield { at: key.at, name: key.text, instruction };
  },

  explain: ({ name, instruction }) => ({
    what: text`${code(`${instruction.keywordText} ${name}`)} looks like a secret.`,
    why: instruction.keyword === 'ENV' ? whyEnv(instruction) : whyArg(instruction),
    todo: text`Mount it in the step that needs it, ${code(`RUN --mount=type=secret,id=${name.toLowerCase()},env=${name} …`)}${
      instruction.keyword === 'ENV' ? ', or set it when the container starts.' : '.'
    }`,
  }),
});

/** Nothing behind ARG means: a value is given to the build. Nothing behind ENV means nothing. */
function mayHold({ keyword }: Arg | Env, value: KeyValue['value']): boolean {
  if (!value || value.text === '') return keyword === 'ARG';
  // A default to be replaced says that the real one is given to the build.
  if (keyword === 'ARG' && isPlaceholder(value.text) && /[a-z]{3}/i.test(value.text)) return true;
  return !isNoSecret(value.text) && knownSecretsIn(value.text, 0).length === 0 && !hasCredentials(value.text);
}

/** `https://user:password@host`: secret-hard-coded speaks. */
function hasCredentials(value: string): boolean {
  return /^[a-z][a-z0-9+.-]{0,20}:\/\/[^/@]{0,200}@/i.test(value);
}

function whyArg({ stage }: Arg): Text {
  return stage?.isShipped
    ? text`${code('docker history')} shows the build arguments of each RUN to whoever has the image, and provenance may publish them.`
    : text`The build records its arguments: in the history of the stage, and in provenance if that is attached in full.`;
}

function whyEnv({ stage }: Env): Text {
  return stage?.isShipped
    ? text`It is kept in the image's configuration: ${code('docker inspect')} shows it to whoever has the image.`
    : text`It is kept in the configuration and the cache of the stage, and in the Dockerfile if it is written here.`;
}
