import { baseName, cover, type Dockerfile, lineage, type Stage } from '../model/index.js';
import type { RuleContext } from './context.js';
import { imageOf } from './copied-artifact.js';
import { insertAt, insertLineBefore, replace } from './edits.js';
import { getsLibraries, type LinkedBinary, linkedBinariesIn } from './linked-binary.js';
import { code, text } from './message.js';
import { defineRule, type Edit } from './rule.js';

export const dynamicBinaryWithoutLibc = defineRule({
  id: 'dynamic-binary-without-libc',
  topic: 'distroless',
  stages: 'final',
  severity: 'warning',
  variants: { go: {}, rust: {} },
  summary: 'Link a program statically before it goes into an image without a C library.',

  *find(context) {
    for (const stage of context.stages)
      for (const { binary, copied } of binariesWithoutLibc(context, stage)) {
        const { toolAt, subcommand } = binary.call;
        const at = subcommand ? cover(toolAt, subcommand.at) : toolAt;
        yield { variant: binary.language, at, binary, stage, copied };
      }
  },

  explain({ variant, binary, stage, copied }) {
    const built = code(imageOf(binary.run.stage) ?? '');
    const target = code(imageOf(stage) ?? '');
    if (variant === 'rust')
      return {
        what: text`${code('cargo build')} links with the C library of ${built}; ${code(copied)} goes into ${target}, which has none.`,
        why: text`The gnu targets of Rust load glibc at the start, so the container stops with “no such file or directory” although the program is there.`,
        todo: text`Ship it in an image with glibc, such as distroless cc, or build for a musl target.`,
      };
    return {
      what: binary.isAsked
        ? text`${code('CGO_ENABLED=1')} links with the C library of ${built}; ${code(copied)} goes into ${target}, which has none.`
        : text`cgo is on in ${built}, so ${code(copied)} may need its C library; ${target} has none.`,
      why: text`A program that uses cgo, or ${code('net')} or ${code('os/user')} while cgo is on, stops with “no such file or directory” although it is there.`,
      todo: binary.isAsked
        ? text`Ship it in an image with that C library, such as distroless base, or link it with ${code('-ldflags "-extldflags -static"')}.`
        : text`Set ${code('CGO_ENABLED=0')}; where the program needs C code, ship it in an image with that C library.`,
    };
  },

  *repair({ variant, binary, stage }, { dockerfile }) {
    if (variant === 'go' && !binary.isAsked)
      yield { title: 'Switch cgo off', safety: 'suggested', edits: [withoutCgo(dockerfile, binary)] };
    const edit = variant === 'rust' ? withGlibc(stage, binary) : undefined;
    if (edit) yield { title: 'Ship it in distroless cc, which has glibc', safety: 'suggested', edits: [edit] };
  },
});

function* binariesWithoutLibc(context: RuleContext, stage: Stage): Iterable<{ binary: LinkedBinary; copied: string }> {
  const { base } = stage;
  if (base?.libc !== 'none' || base.distribution === 'windows' || [...lineage(stage)].some(getsLibraries)) return;
  const reported = new Set<number>();
  for (const use of stage.uses)
    for (const binary of linkedBinariesIn(context, use)) {
      if (use.instruction.keyword !== 'COPY' || reported.has(binary.call.toolAt.start)) continue;
      reported.add(binary.call.toolAt.start);
      yield { binary, copied: baseName(use.instruction.sources[0]?.text ?? '') };
    }
}

function withoutCgo(dockerfile: Dockerfile, { call, run }: LinkedBinary): Edit {
  const { at } = call.command;
  const isPlaced = run.command.form === 'shell' && at.start <= call.toolAt.start && at.end > call.toolAt.end;
  return isPlaced ? insertAt(at.start, 'CGO_ENABLED=0 ') : insertLineBefore(dockerfile, run, 'ENV CGO_ENABLED=0');
}

const STATIC = /^gcr\.io\/distroless\/static(?:-debian\d+)?(?=[:@]|$)/;

/** distroless cc of the Debian release in which the program was built. */
function withGlibc(stage: Stage, { run }: LinkedBinary): Edit | undefined {
  const [root] = [...lineage(stage)].reverse();
  const image = root?.from?.image;
  const built = run.scope.base;
  if (
    !image ||
    image.variables.length > 0 ||
    built?.distribution !== 'debian' ||
    !['12', '13'].includes(built.release ?? '')
  )
    return undefined;
  const name = `gcr.io/distroless/cc-debian${built.release}`;
  if (image.text === 'scratch') return replace(image.at, `${name}:nonroot`);
  const isStatic = STATIC.test(image.text) && !image.text.includes('@');
  return isStatic ? replace(image.at, image.text.replace(STATIC, name)) : undefined;
}
