/** What an instruction does, in sentences. */
import { asWritten, type Dockerfile, type Instruction, type Onbuild } from '../model/index.js';
import { type Text, text } from '../model/text.js';
import { copySentences } from './copy-words.js';
import { fromSentences } from './from-words.js';
import { runSentences } from './run-words.js';
import {
  argSentences,
  envSentences,
  exposeSentences,
  labelSentences,
  maintainerSentences,
  shellSentences,
  stopSignalSentences,
  userSentences,
  volumeSentences,
  workdirSentences,
} from './setting-words.js';
import { cmdSentences, entrypointSentences, healthcheckSentences } from './start-words.js';
import { sentence, shownCode } from './words.js';

/** At least one. */
export function doesSentences(dockerfile: Dockerfile, instruction: Instruction): readonly Text[] {
  switch (instruction.keyword) {
    case 'FROM':
      return fromSentences(instruction);
    case 'RUN':
      return runSentences(dockerfile, instruction);
    case 'COPY':
    case 'ADD':
      return copySentences(dockerfile, instruction);
    case 'ENV':
      return envSentences(instruction);
    case 'ARG':
      return argSentences(dockerfile, instruction);
    case 'LABEL':
      return labelSentences(instruction);
    case 'USER':
      return userSentences(instruction);
    case 'WORKDIR':
      return workdirSentences(instruction);
    case 'EXPOSE':
      return exposeSentences(instruction);
    case 'VOLUME':
      return volumeSentences(instruction);
    case 'STOPSIGNAL':
      return stopSignalSentences(instruction);
    case 'MAINTAINER':
      return maintainerSentences(instruction);
    case 'SHELL':
      return shellSentences(instruction);
    case 'CMD':
      return cmdSentences(dockerfile, instruction);
    case 'ENTRYPOINT':
      return entrypointSentences(dockerfile, instruction);
    case 'HEALTHCHECK':
      return healthcheckSentences(dockerfile, instruction);
    case 'ONBUILD':
      return onbuildSentences(dockerfile, instruction);
    case 'unknown':
      return [sentence(text`${shownCode(instruction.keywordText)} is no instruction`)];
  }
}

function onbuildSentences(dockerfile: Dockerfile, { trigger }: Onbuild): readonly Text[] {
  if (!trigger) return [['Names no instruction to run later.']];
  const words = shownCode(asWritten(dockerfile, trigger));
  return [
    text`Does nothing here. When a later build begins FROM this image or stage, it runs ${words} directly behind its FROM.`,
    ...(trigger.keyword === 'ONBUILD' ? [] : doesSentences(dockerfile, trigger)),
  ];
}
