/** Another name for a stage. */
import type { Dockerfile } from '../model/index.js';
import type { Named } from './navigate.js';
import type { RenameAnswer } from './rename.js';

type NamedStage = Extract<Named, { kind: 'stage' }>;

/** As the builder has it (instructions/parse.go), in lower case, in which FROM looks for it. */
const STAGE_NAME = /^[a-z][a-z0-9-_.]*$/;

/** Why the stage can't be renamed at all. */
export function stageObstacle(dockerfile: Dockerfile, { mention, mentions }: NamedStage): string | undefined {
  const { stage } = mention;
  if (stage.name === undefined) return 'This stage has no name; it is called by its number.';
  if (!mention.isByName)
    return `Here the stage is called by ${dockerfile.text.slice(mention.at.start, mention.at.end)}. Rename it at its FROM.`;
  const line = (at: number) => dockerfile.lines.lineAt(at);
  const trigger = mentions.find(({ instruction }) => instruction.onbuild);
  if (trigger) return `The ONBUILD in line ${line(trigger.at.start)} means a stage of other builds.`;
  const indirect = mentions.find(
    ({ isByName, at }) => !isByName && !/^\d+$/.test(dockerfile.text.slice(at.start, at.end)),
  );
  if (indirect) return `Line ${line(indirect.at.start)} does not spell the name out, so it would be missed.`;
  if (dockerfile.input.target?.toLowerCase() === stage.name) return 'The target of the build is set to this name.';
  return undefined;
}

/** The edits that rename the stage, or why it can't have that name. */
export function renameStage(dockerfile: Dockerfile, named: NamedStage, name: string): RenameAnswer {
  const reason = stageObstacle(dockerfile, named) ?? nameProblem(dockerfile, named, name);
  if (reason) return { kind: 'refused', reason };
  const edits = named.mentions.filter(({ isByName }) => isByName).map(({ at }) => ({ ...at, text: name }));
  return { kind: 'edits', edits };
}

function nameProblem(dockerfile: Dockerfile, { mention }: NamedStage, name: string): string | undefined {
  if (!STAGE_NAME.test(name))
    return 'A stage’s name begins with a lower-case letter and holds lower-case letters, digits, and - _ . only.';
  if (name === 'scratch' || name === 'context') return `The builder means something else by ${name}.`;
  const other = dockerfile.stages.find((stage) => stage !== mention.stage && stage.name === name);
  if (other) return `Stage ${other.index} has this name already.`;
  const image = dockerfile.imageReferences.find(({ raw }) => raw.toLowerCase() === name);
  if (image) return `Line ${dockerfile.lines.lineAt(image.at.start)} means an image of this name.`;
  return undefined;
}
