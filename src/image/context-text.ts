/** Which files of a build context are read, and not only named and measured. */

/** More files than this are no build context that anybody means. */
export const MOST_CONTEXT_FILES = 100_000;

/** Bytes of a file whose text is kept. */
const LARGEST_TEXT = 100_000;

/** Entrypoint scripts and files that name dependencies. */
const WITH_TEXT = /(?:^|\/)(?:package\.json|requirements[^/]*\.txt|[^/]*entrypoint[^/]*|[^/]+\.sh)$/i;

/** Whether a rule or the prediction looks into a file of this name and size in bytes. */
export function isReadFromContext(path: string, bytes: number): boolean {
  return bytes <= LARGEST_TEXT && WITH_TEXT.test(path);
}
