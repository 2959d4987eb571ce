/** Image references: `registry/repository:tag@digest`, as distribution/reference splits them. */
import type { Span } from '../span.js';

export interface ImageName {
  /** As written, variables resolved. */
  readonly text: string;
  /** `docker.io` where none is written. */
  readonly registry: string;
  /** With the namespace, without the registry: `library/node` for `node`. */
  readonly repository: string;
  /** The repository as people write it: without `docker.io/` and `library/`. */
  readonly familiarName: string;
  readonly tag: string | undefined;
  readonly digest: string | undefined;
}

const COMPONENT = /^[a-z0-9]+(?:(?:[._]|__|-+)[a-z0-9]+)*$/;
const DOMAIN =
  /^(?:[a-zA-Z0-9](?:[a-zA-Z0-9-]*[a-zA-Z0-9])?)(?:\.[a-zA-Z0-9](?:[a-zA-Z0-9-]*[a-zA-Z0-9])?)*(?::[0-9]+)?$|^\[[0-9a-fA-F:]+\](?::[0-9]+)?$/;
const TAG = /^\w[\w.-]{0,127}$/;
const DIGEST = /^[A-Za-z][A-Za-z0-9]*(?:[-_+.][A-Za-z][A-Za-z0-9]*)*:[0-9a-fA-F]{32,}$/;

export type ImageNameProblem = 'empty' | 'invalid' | 'upper-case';

/** Splits a reference, or says what is wrong with it. */
export function parseImageName(text: string): ImageName | ImageNameProblem {
  if (text === '') return 'empty';
  const [beforeDigest = '', digest, ...more] = text.split('@');
  if (more.length > 0 || (digest !== undefined && !DIGEST.test(digest))) return 'invalid';
  const lastSlash = beforeDigest.lastIndexOf('/');
  const colon = beforeDigest.indexOf(':', lastSlash + 1);
  const path = colon === -1 ? beforeDigest : beforeDigest.slice(0, colon);
  const tag = colon === -1 ? undefined : beforeDigest.slice(colon + 1);
  if (tag !== undefined && !TAG.test(tag)) return 'invalid';
  const firstSlash = path.indexOf('/');
  const head = path.slice(0, Math.max(firstSlash, 0));
  const hasRegistry = firstSlash !== -1 && (/[.:]/.test(head) || head === 'localhost' || head !== head.toLowerCase());
  const registry = hasRegistry ? head : 'docker.io';
  const repository = hasRegistry ? path.slice(firstSlash + 1) : path;
  if (hasRegistry && !DOMAIN.test(head)) return 'invalid';
  if (repository.split('/').some((part) => !COMPONENT.test(part)))
    return COMPONENT.test(repository.toLowerCase().replaceAll('/', '-')) ? 'upper-case' : 'invalid';
  const isOfficial = (registry === 'docker.io' || registry === 'index.docker.io') && !repository.includes('/');
  const familiar = registry === 'docker.io' ? repository.replace(/^library\//, '') : `${registry}/${repository}`;
  return {
    text,
    registry: registry === 'index.docker.io' ? 'docker.io' : registry,
    repository: isOfficial ? `library/${repository}` : repository,
    familiarName: familiar,
    tag,
    digest,
  };
}

/** An image named in a FROM, a `COPY --from` or a `RUN --mount=from=`. */
export interface ImageReference {
  /** The word that names it. */
  readonly at: Span;
  readonly origin: 'FROM' | 'COPY --from' | 'RUN --mount';
  /** Undefined where it can't be known before the build (an ARG without a default) or is refused. */
  readonly name: ImageName | undefined;
  /** As written. */
  readonly raw: string;
}
