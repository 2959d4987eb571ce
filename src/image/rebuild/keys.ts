/** Numbers for descriptions: two of the same description have the same number. */
export class Keys {
  private readonly numbers = new Map<string, number>();

  of(...parts: readonly (string | number | null)[]): number {
    const text = JSON.stringify(parts);
    const known = this.numbers.get(text) ?? this.numbers.size;
    this.numbers.set(text, known);
    return known;
  }
}
