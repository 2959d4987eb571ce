/** What a COPY takes from another stage or image, as far as it depends on the image that it was made in. */

import { absolutePath } from '../image/files/container-path.js';
import { upwards } from '../image/files/copied-files.js';
import {
  type BaseImage,
  baseName,
  knowBaseImage,
  knowledgeOf,
  type PackageCall,
  parseImageName,
  type Run,
  SharedMap,
  type ShellCommand,
  type Stage,
  type StageUse,
  type Word,
} from '../model/index.js';
import { ByStage } from './by-stage.js';
import type { RuleContext } from './context.js';
import { linkedBinariesIn } from './linked-binary.js';

/** `node`, `python`, `ruby`: packages of that language. `program`: something that is linked with libraries. */
export type ArtifactKind = 'node' | 'python' | 'ruby' | 'program';

export interface CopiedArtifact {
  readonly kind: ArtifactKind;
  readonly source: Word;
  /** The image that it was made in. */
  readonly base: BaseImage;
  readonly baseName: string;
}

/** Programs of official images that are linked with the libraries of their distribution. */
const LINKED_RUNTIMES = new Set(['node', 'python', 'ruby', 'php', 'nginx', 'perl']);
const FOLDERS: readonly (readonly [RegExp, ArtifactKind])[] = [
  [/(?:^|\/)node_modules(?:\/|$)/, 'node'],
  [/(?:^|\/)(?:\.?venv|virtualenv|site-packages|dist-packages)(?:\/|$)/, 'python'],
  [/^\/usr\/local\/bundle(?:\/|$)|(?:^|\/)vendor\/bundle(?:\/|$)/, 'ruby'],
];

export function* artifactsIn(context: RuleContext, use: StageUse): Iterable<CopiedArtifact> {
  const { instruction, stage, from } = use;
  if (instruction.keyword !== 'COPY') return;
  const image = stage ? undefined : parseImageName(from.text);
  const base = stage ? stage.base : typeof image === 'object' ? knowBaseImage(image) : undefined;
  if (!base) return;
  for (const source of instruction.sources) {
    const path = absolutePath({ workdir: '/' }, instruction.scope.expand(source));
    const kind =
      path === undefined
        ? undefined
        : (kindOf(context, stage, base, path) ??
          (linkedBinariesIn(context, use, source).length > 0 ? 'program' : undefined));
    if (kind) yield { kind, source, base, baseName: imageOf(stage) ?? from.text };
  }
}

/** The image that a stage's chain begins with, as the file writes it. */
export function imageOf(stage: Stage | undefined): string | undefined {
  return stage?.root.from?.image?.raw;
}

function kindOf(
  context: RuleContext,
  stage: Stage | undefined,
  base: BaseImage,
  path: string,
): ArtifactKind | undefined {
  const named = FOLDERS.find(([pattern]) => pattern.test(path))?.[1];
  if (named) return named;
  const name = baseName(path).replace(/^python3$/, 'python');
  if (base.runtime?.name === name && LINKED_RUNTIMES.has(name) && /\/s?bin\//.test(path)) return 'program';
  return stage && path !== '/' ? foldersMade.at(stage, context).get(path) : undefined;
}

interface MadeFolder {
  readonly path: string;
  readonly kind: ArtifactKind;
}

/** What the commands of a stage make, by the folders of packages and those around them; a stage goes before those below. */
const foldersMade = new ByStage<SharedMap<ArtifactKind>, RuleContext>((stage, below = SharedMap.empty(), context) => {
  const own = new Map<string, ArtifactKind>();
  for (const { path, kind } of madeFolders(context, stage))
    for (const folder of upwards(path)) if (!own.has(folder)) own.set(folder, kind);
  return [...own].reduce((made, [folder, kind]) => made.with(folder, kind), below);
});

function madeFolders(context: RuleContext, { instructions }: Stage): MadeFolder[] {
  const runs = instructions.filter((instruction) => instruction.keyword === 'RUN');
  return runs.flatMap((run) => [
    ...context.packageCallsOf(run).flatMap(({ call }) => madeByCall(run, call)),
    ...(run.command.script?.commands ?? []).flatMap((command) => madeByVenv(run, command)),
  ]);
}

function madeByCall(run: Run, call: PackageCall): MadeFolder[] {
  const { manager, action, options } = call;
  if (action !== 'install' || call.isGlobal) return [];
  const folders = knowledgeOf(manager).dependencyFolders;
  const below = (name: string) => absolutePath(run.scope, call.folder ? `${call.folder.text}/${name}` : name);
  if (folders.includes('node_modules')) return placed(below('node_modules'), 'node');
  if (manager === 'uv' && call.installsProject)
    return placed(
      absolutePath(run.scope, run.scope.variable('UV_PROJECT_ENVIRONMENT')?.value ?? below('.venv') ?? null),
      'python',
    );
  const target = options.value('--target', '-t', '--prefix');
  return manager === 'pip' && target !== undefined ? placed(absolutePath(run.scope, target), 'python') : [];
}

/** `python -m venv /opt/venv`, `virtualenv venv`, `uv venv` */
function madeByVenv(run: Run, { name = '', args }: ShellCommand): MadeFolder[] {
  const words = args.map(({ text }) => text);
  const isModule = /^python[\d.]*$/.test(name) && words[0] === '-m' && words[1] === 'venv';
  const isVenv = isModule || name === 'virtualenv' || (name === 'uv' && words[0] === 'venv');
  const folder = words.slice(isModule ? 2 : name === 'uv' ? 1 : 0).findLast((word) => !word.startsWith('-'));
  return isVenv ? placed(absolutePath(run.scope, folder ?? '.venv'), 'python') : [];
}

function placed(path: string | undefined, kind: ArtifactKind): MadeFolder[] {
  return path === undefined ? [] : [{ path, kind }];
}
