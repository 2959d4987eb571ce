/** Compares versions as Debian's policy says: epoch, upstream version, revision; `~` comes before everything. */

/** Below zero where the first is older, above where it is newer. */
export function compareDebianVersions(one: string, other: string): number {
  const [first, second] = [partsOf(one), partsOf(other)];
  return (
    first.epoch - second.epoch ||
    compareParts(first.upstream, second.upstream) ||
    compareParts(first.revision, second.revision)
  );
}

function partsOf(version: string): { epoch: number; upstream: string; revision: string } {
  const [, epoch = '0', rest = ''] = /^(?:(\d+):)?(.*)$/.exec(version) ?? [];
  const dash = rest.lastIndexOf('-');
  const upstream = dash === -1 ? rest : rest.slice(0, dash);
  return { epoch: Number(epoch), upstream, revision: dash === -1 ? '' : rest.slice(dash + 1) };
}

/** Text and numbers in turn. */
function compareParts(one: string, other: string): number {
  const [first, second] = [one, other].map((text) => text.match(/\D*\d*/g) ?? []);
  const length = Math.max(first?.length ?? 0, second?.length ?? 0);
  for (let index = 0; index < length; index++) {
    const [, textOfOne = '', numberOfOne = ''] = /^(\D*)(\d*)$/.exec(first?.[index] ?? '') ?? [];
    const [, textOfOther = '', numberOfOther = ''] = /^(\D*)(\d*)$/.exec(second?.[index] ?? '') ?? [];
    const difference = compareText(textOfOne, textOfOther) || Number(numberOfOne) - Number(numberOfOther);
    if (difference !== 0) return difference;
  }
  return 0;
}

function compareText(one: string, other: string): number {
  for (let index = 0; index < Math.max(one.length, other.length); index++) {
    const difference = rankOf(one[index]) - rankOf(other[index]);
    if (difference !== 0) return difference;
  }
  return 0;
}

/** A tilde, then the end, then letters, then the rest. */
function rankOf(character: string | undefined): number {
  if (character === undefined) return 0;
  if (character === '~') return -1;
  return /[a-z]/i.test(character) ? character.charCodeAt(0) : character.charCodeAt(0) + 256;
}

/** Whether a version fulfils a condition such as `>= 1.2`. */
export function isVersion(version: string, operator: string, wanted: string): boolean {
  const difference = compareDebianVersions(version, wanted);
  if (operator === '=') return difference === 0;
  if (operator === '>=') return difference >= 0;
  if (operator === '<=') return difference <= 0;
  return operator === '>>' ? difference > 0 : difference < 0;
}
