/** FROM in plain words, and what each stage is for. */
import { type BaseImage, type Dockerfile, distributionName, type From, type Stage } from '../model/index.js';
import { code, type Text, text } from '../model/text.js';
import { stageCode } from './copy-words.js';
import { counted, list, sentence, shownCode, valueOf } from './words.js';

export function fromSentences(from: From): Text[] {
  const { stage, image, scope } = from;
  if (!image) return [['Begins a stage, but names no image.']];
  const name = stage?.name ? text`, and calls it ${code(stage.name)}` : [];
  const platform = from.flags.find((flag) => flag.name === 'platform')?.value;
  return [
    sentence(text`begins a stage ${startOf(from)}${name}`),
    ...(stage?.baseReference?.name && !stage.parent ? knowledgeSentences(stage.base) : []),
    ...triggerSentences(stage?.parent),
    ...(platform ? [text`Takes it for the platform ${valueOf(platform, scope)}.`] : []),
  ];
}

function startOf({ stage, image }: From): Text {
  if (stage?.parent) return text`with everything of the stage ${stageCode(stage.parent)}`;
  if (stage?.base?.reference === 'scratch') return text`with nothing: ${code('scratch')} is empty`;
  const name = stage?.baseReference?.name;
  if (name) return text`with the image ${shownCode(name.text)}`;
  return text`with the image ${shownCode(image?.raw ?? '')}, whose name is unknown before the build`;
}

/** ONBUILD instructions of the stage below. */
function triggerSentences(parent: Stage | undefined): Text[] {
  const triggers = parent?.instructions.filter(({ keyword }) => keyword === 'ONBUILD').length ?? 0;
  return triggers > 0
    ? [text`First runs what ${counted(triggers, 'ONBUILD')} of that stage ${triggers === 1 ? 'asks' : 'ask'} for.`]
    : [];
}

/** What the tables know of an image. */
function knowledgeSentences(base: BaseImage | undefined): Text[] {
  if (!base) return [['Nothing more is known here of this image.']];
  const isDistroless = base.distribution === 'distroless';
  const system = isDistroless ? 'a few files of Debian' : base.distribution && distributionName(base.distribution);
  const facts: Text[] = [];
  if (system) facts.push([[system, base.release].filter(Boolean).join(' ')]);
  if (base.shell === 'none') facts.push(['no shell']);
  if (base.hasBuildTools) facts.push(['tools to build with']);
  return facts.length > 0 ? [text`It has ${list(facts)}.`] : [];
}

/** What a stage is for: what ships it, what takes from it, or that nothing needs it. */
export function purposeOf(dockerfile: Dockerfile, stage: Stage): Text {
  const base = baseWords(stage);
  if (stage.isFinal) return text`Shipped: the image is made of this stage. ${base}`;
  const users = usersOf(dockerfile, stage);
  if (stage.isShipped) return text`Shipped: the image is built on top of it${users}. ${base}`;
  if (stage.isReachable) return text`Not shipped: ${users.length > 0 ? users : ['another stage needs it']}. ${base}`;
  return text`Not built: nothing in the image needs it. ${base}`;
}

function baseWords({ from, parent, base, baseReference }: Stage): Text {
  if (!from) return ['Its base is unknown: no FROM stands above.'];
  if (parent) return text`Begins with the stage ${stageCode(parent)}.`;
  if (base?.reference === 'scratch') return ['Begins empty.'];
  if (baseReference?.name) return text`Begins with ${code(baseReference.name.text)}.`;
  return ['Its base is unknown before the build.'];
}

/** Stages that are built on it or take from it, as the rest of a sentence. */
function usersOf({ stages }: Dockerfile, stage: Stage): Text {
  const needed = stages.filter(({ isReachable }) => isReachable);
  const builtOn = needed.filter(({ parent, isShipped }) => parent === stage && !isShipped);
  const takers = needed.filter(({ uses }) => uses.some((use) => use.stage === stage));
  const parts: Text[] = [];
  if (builtOn.length > 0)
    parts.push(text`${list(builtOn.map(titleCode))} ${builtOn.length === 1 ? 'is' : 'are'} built on it`);
  if (takers.length > 0)
    parts.push(text`${list(takers.map(titleCode))} ${takers.length === 1 ? 'takes' : 'take'} files from it`);
  if (parts.length === 0) return [];
  return stage.isShipped ? text`, and ${list(parts)}` : list(parts);
}

function titleCode(stage: Stage): Text {
  return stage.name === undefined && stage.isFinal ? ['the final stage'] : text`stage ${stageCode(stage)}`;
}
