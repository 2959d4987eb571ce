/** The numbers of a table's row: in units, to three digits, without zeros at the end. */
export function tableNumbers<K extends string>(
  size: Readonly<Record<K, number>>,
  units: Readonly<Record<K, number>>,
): number[] {
  const columns = Object.keys(units) as K[];
  const numbers = columns.map((column) => Math.round(Number((size[column] / units[column]).toPrecision(3))));
  return numbers.slice(0, numbers.findLastIndex((number) => number !== 0) + 1);
}
