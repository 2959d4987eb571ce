/** Which versions a specifier of Python's packages allows: `==1.2.3`, `~=1.4`, `>=1,<2`, `!=1.5.*`. */

type Numbers = readonly number[];

export function allows(specifiers: string, version: string): boolean {
  const found = [...specifiers.matchAll(/(===|==|~=|!=|>=|<=|>|<)\s*([^\s,;)]+)/g)];
  return found.every(([, operator = '', wanted = '']) => isAllowed(operator, wanted, version));
}

export function isNewerPython(one: string, other: string): boolean {
  return order(numbersOf(one), numbersOf(other)) > 0;
}

function isAllowed(operator: string, wanted: string, version: string): boolean {
  const [want, have] = [numbersOf(wanted), numbersOf(version)];
  const isPrefix = wanted.endsWith('.*');
  const begins = isPrefix && want.every((number, index) => (have[index] ?? 0) === number);
  switch (operator) {
    case '===':
    case '==':
      return isPrefix ? begins : order(have, want) === 0;
    case '!=':
      return isPrefix ? !begins : order(have, want) !== 0;
    case '~=':
      return order(have, want) >= 0 && want.slice(0, -1).every((number, index) => (have[index] ?? 0) === number);
    case '>=':
      return order(have, want) >= 0;
    case '<=':
      return order(have, want) <= 0;
    case '>':
      return order(have, want) > 0;
    default:
      return order(have, want) < 0;
  }
}

/** The release numbers; what marks a version before or after a release is left out. */
function numbersOf(text: string): Numbers {
  const [release = ''] = /\d+(?:\.\d+)*/.exec(text.replace(/^\d+!/, '')) ?? [];
  return release.split('.').map(Number);
}

function order(one: Numbers, other: Numbers): number {
  for (let index = 0; index < Math.max(one.length, other.length); index++) {
    const difference = (one[index] ?? 0) - (other[index] ?? 0);
    if (difference !== 0) return difference;
  }
  return 0;
}
