import {
  type BaseImage,
  type Dockerfile,
  type Instruction,
  lastOf,
  lineage,
  type Span,
  type Stage,
  startCommandOf,
  type User,
} from '../model/index.js';
import { insertAt, insertLineAfter, lineBreakOf, replace } from './edits.js';
import { inCaseOf } from './keyword-case.js';
import { code, text } from './message.js';
import { dropsPrivileges } from './privilege-drop.js';
import { isRoot } from './root-user.js';
import { defineRule, type Edit } from './rule.js';
import { isToolbox } from './stage-purpose.js';

/** An id that no distribution gives away, for images that bring no user of their own. */
const FREE_ID = '10001:10001';

/** The account without rights in each of Windows' images. */
const WINDOWS_USER = 'ContainerUser';

export const runsAsRoot = defineRule({
  id: 'runs-as-root',
  topic: 'security',
  stages: 'final',
  severity: 'warning',
  variants: {
    'no-user': { aliases: ['DS-0002', 'CKV_DOCKER_3', 'fd54f200', 'S6471'] },
    root: { aliases: ['DL3002', 'CKV_DOCKER_8', '67fd0c4a', 'S6471'] },
    'distroless-tag': {},
  },
  summary: 'End with a USER other than root.',

  *find(context) {
    const { dockerfile, stages } = context;
    for (const stage of stages) {
      const last = lastOf(stage, 'USER');
      if (!(last ? isRoot(valueOf(last)) : startsAsRoot(stage)) || dropsPrivileges(dockerfile, stage)) continue;
      const at = last ? last.word?.at : stage.from?.image?.at;
      const image = stage.baseReference?.name?.text ?? 'scratch';
      const weight = !last && isToolbox(stage, context) ? ({ severity: 'info' } as const) : {};
      if (last && at) yield { variant: 'root', at, last, stage, image };
      else if (at && stage.baseReference && stage.base?.distribution === 'distroless')
        yield { variant: 'distroless-tag', at: stage.baseReference.at, last, stage, image };
      else if (at) yield { ...weight, variant: 'no-user', at, last, stage, image };
    }
  },

  explain: ({ variant, image, last, stage }) => ({
    what:
      variant === 'root'
        ? text`${code(`${last?.keywordText} ${last?.word?.raw}`)} is the last word on it, so the container runs ${isWindows(stage) ? 'with all rights' : 'as root'}.`
        : text`${code(image)} starts as root, and nothing here changes that.`,
    why: isWindows(stage)
      ? text`Whoever takes the program over may change everything in the container.`
      : text`Whoever takes the program over is root in the container, and user 0 on the host as well, unless user ids are mapped.`,
    todo:
      variant === 'distroless-tag'
        ? text`Take the tag ${code('nonroot')} of the same image, which runs as user 65532.`
        : needsRootToStart(stage)
          ? text`Take an image of the server that is made to run without root, or set ${code('USER')} and give it the folders that the server writes to.`
          : isWindows(stage)
            ? text`Set ${code(`USER ${WINDOWS_USER}`)} behind the last step that needs more.`
            : text`Set ${code('USER')} to a number other than 0 behind the last step that needs root.`,
  }),

  *repair({ variant, stage, last }, { dockerfile }) {
    const tagged = variant === 'distroless-tag' ? nonrootTag(stage) : undefined;
    if (tagged) yield { title: 'Take the tag nonroot', safety: 'suggested', edits: [tagged] };
    if (needsRootToStart(stage)) return;
    const user = userFor(stage);
    yield { title: `Run as ${user}`, safety: 'suggested', edits: [switchUser(dockerfile, stage, last, user)] };
  },
});

/** Servers that open files as root before they hand over to their workers; another user alone stops them from starting. */
const STARTED_AS_ROOT = /^(?:nginx|httpd|apache2|php-fpm|crond?$|supervisord|sshd|dockerd|systemd|init$)/;

function needsRootToStart(stage: Stage): boolean {
  const { script, baseCmd, baseEntrypoint } = startCommandOf(stage);
  const names = script?.commands.map(({ name }) => name) ?? [...(baseEntrypoint ?? []), ...(baseCmd ?? [])];
  return names.some((name) => name !== undefined && STARTED_AS_ROOT.test(name));
}

/** Variables resolved; `null` where one is not known. */
function valueOf({ scope, word }: User): string | null {
  return word ? scope.expand(word) : null;
}

/** The empty image counts where something runs in it: otherwise it is only files on their way out. */
function startsAsRoot(stage: Stage): boolean {
  const { base } = stage;
  if (!isRoot(base?.defaultUser)) return false;
  const { entrypoint, cmd } = startCommandOf(stage);
  return base?.distribution !== 'scratch' || entrypoint !== undefined || cmd !== undefined;
}

/** `static-debian13` to `static-debian13:nonroot`, `:debug` to `:debug-nonroot`. */
function nonrootTag({ baseReference }: Stage): Edit | undefined {
  const name = baseReference?.name;
  if (!name || name.digest || name.text !== baseReference.raw) return undefined;
  const plain = name.tag === undefined ? name.text : name.text.slice(0, -name.tag.length - 1);
  const tag = name.tag === undefined || name.tag === 'latest' ? 'nonroot' : `${name.tag}-nonroot`;
  return replace(baseReference.at, `${plain}:${tag}`);
}

/** The user that the stage had before, that the base brings or starts as, or a free id. */
function userFor(stage: Stage): string {
  const earlier = [...lineage(stage)]
    .flatMap(({ instructions }) => instructions.toReversed())
    .find((instruction): instruction is User => instruction.keyword === 'USER' && !isRoot(valueOf(instruction)));
  const { base } = stage;
  const ofBase = base?.users[0] ?? (isRoot(base?.defaultUser) ? undefined : base?.defaultUser);
  return earlier?.word?.raw ?? ofBase ?? idIn(base);
}

function isWindows({ base }: Stage): boolean {
  return base?.distribution === 'windows';
}

function idIn(base: BaseImage | undefined): string {
  if (base?.distribution === 'windows') return WINDOWS_USER;
  return base?.distribution === 'distroless' ? '65532:65532' : FREE_ID;
}

/** Exchanges the word where nothing behind it could need root, and else adds a USER before the start command. */
function switchUser(dockerfile: Dockerfile, stage: Stage, last: User | undefined, user: string): Edit {
  const needsRoot = (instruction: Instruction) => /^(?:RUN|COPY|ADD|WORKDIR)$/.test(instruction.keyword);
  const behind = stage.instructions.slice(last?.stage === stage ? stage.instructions.indexOf(last) + 1 : 0);
  if (last?.word && last.stage === stage && !behind.some(needsRoot)) return replace(last.word.at, user);
  const start = behind
    .slice(behind.findLastIndex(needsRoot) + 1)
    .find(({ keyword }) => /^(?:CMD|ENTRYPOINT)$/.test(keyword));
  const model = start ?? stage.instructions.at(-1) ?? stage.from;
  const keyword = inCaseOf(model?.keywordText ?? '', 'USER');
  if (!start) return insertLineAfter(dockerfile, model as Instruction, `${keyword} ${user}`);
  return insertAt(
    lineStart(dockerfile, start.commentsAbove[0]?.at ?? start.at),
    `${keyword} ${user}${lineBreakOf(dockerfile.text)}`,
  );
}

function lineStart({ text: source }: Dockerfile, { start }: Span): number {
  return source.lastIndexOf('\n', start - 1) + 1;
}
