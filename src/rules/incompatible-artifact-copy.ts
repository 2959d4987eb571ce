import type { BaseImage, Stage } from '../model/index.js';
import type { RuleContext } from './context.js';
import { type ArtifactKind, artifactsIn, imageOf } from './copied-artifact.js';
import { code, type Text, text } from './message.js';
import { defineRule } from './rule.js';

export const incompatibleArtifactCopy = defineRule({
  id: 'incompatible-artifact-copy',
  topic: 'multi-stage',
  stages: 'final',
  severity: 'warning',
  variants: { libc: {}, 'runtime-version': {}, distribution: {} },
  summary: 'Build in the same kind of image as you run in.',

  *find(context) {
    for (const stage of context.stages) {
      const fitted = differencesMadeGood(context, stage);
      for (const use of stage.uses)
        for (const { kind, source, base, baseName } of artifactsIn(context, use)) {
          const variant = stage.base && differenceOf(kind, base, stage.base);
          if (!variant || fitted.has(variant)) continue;
          yield {
            variant,
            at: source.at,
            kind,
            source: source.raw,
            from: base,
            fromName: baseName,
            to: stage.base as BaseImage,
            toName: imageOf(stage) ?? '',
          };
        }
    }
  },

  explain: ({ variant, kind, source, from, fromName, to, toName }) => ({
    what: text`${code(source)} was made in ${code(fromName)} with ${factOf(variant, from)}, and goes into ${code(toName)} with ${factOf(variant, to)}.`,
    why: whyOf(variant, kind),
    todo:
      variant === 'runtime-version'
        ? text`Use the same version in both stages.`
        : text`Build in a stage of the same distribution and release that you ship.`,
  }),
});

type Difference = 'libc' | 'runtime-version' | 'distribution';

/** How many parts of a version packages with native code are made for. */
const VERSION_DEPTH: Partial<Record<ArtifactKind, number>> = { node: 1, python: 2, ruby: 2 };

function differenceOf(kind: ArtifactKind, from: BaseImage, to: BaseImage): Difference | undefined {
  if (hasLibc(from) && hasLibc(to) && from.libc !== to.libc) return 'libc';
  if (versionFor(kind, from) !== versionFor(kind, to) && versionFor(kind, from) && versionFor(kind, to))
    return 'runtime-version';
  return from.libc === 'glibc' && to.libc === 'glibc' && isNewer(from, to) ? 'distribution' : undefined;
}

function hasLibc({ libc }: BaseImage): boolean {
  return libc === 'glibc' || libc === 'musl';
}

/** The version that packages are made for; undefined where the image is for something else or its tag does not say. */
function versionFor(kind: ArtifactKind, { runtime }: BaseImage): string | undefined {
  const parts = runtime?.version?.split('.') ?? [];
  const depth = VERSION_DEPTH[kind] ?? 0;
  return depth > 0 && runtime?.name === kind && parts.length >= depth ? parts.slice(0, depth).join('.') : undefined;
}

/** A later release of the same distribution: its glibc is newer. distroless is made of Debian's packages. */
function isNewer(from: BaseImage, to: BaseImage): boolean {
  const familyOf = ({ distribution }: BaseImage) => (distribution === 'distroless' ? 'debian' : distribution);
  const isOrdered = familyOf(from) === 'debian' || familyOf(from) === 'ubuntu';
  return isOrdered && familyOf(from) === familyOf(to) && Number(from.release) > Number(to.release);
}

/** Packages are built again, or Alpine gets a layer that stands in for glibc. */
function differencesMadeGood({ packageCallsOf }: RuleContext, { instructions }: Stage): ReadonlySet<Difference> {
  const calls = instructions.flatMap((one) => (one.keyword === 'RUN' ? packageCallsOf(one) : []));
  const isRebuilt = calls.some(
    ({ call }) => call.action === 'build' && /^(?:rebuild|rb)$/.test(call.subcommand?.text ?? ''),
  );
  if (isRebuilt) return new Set(['libc', 'runtime-version', 'distribution']);
  const standsIn = calls.some(({ call }) =>
    call.packages.some(({ name }) => name === 'gcompat' || name === 'libc6-compat'),
  );
  return new Set(standsIn ? ['libc'] : []);
}

function factOf(variant: Difference, { libc, runtime, distribution, release }: BaseImage): string {
  if (variant === 'libc') return libc ?? '';
  if (variant === 'runtime-version') return `${NAMES[runtime?.name ?? ''] ?? runtime?.name} ${runtime?.version}`;
  return `${distribution === 'ubuntu' ? 'Ubuntu' : 'Debian'} ${release}`;
}

const NAMES: Readonly<Record<string, string>> = { node: 'Node.js', python: 'Python', ruby: 'Ruby' };

function whyOf(variant: Difference, kind: ArtifactKind): Text {
  if (variant === 'libc')
    return kind === 'program'
      ? text`A program that is linked with one C library does not start with the other: “no such file or directory”, or “symbol not found”.`
      : text`A package with native code that was made for one C library does not load with the other.`;
  if (variant === 'distribution')
    return kind === 'program'
      ? text`A program that is linked with a newer glibc stops on an older one: “version GLIBC_… not found”.`
      : text`A package with native code that was compiled against a newer glibc does not load with an older one.`;
  return kind === 'python'
    ? text`Python looks for packages in a folder that has its version in the name, and compiled modules are made for one version.`
    : text`A package with native code is made for one version.`;
}
