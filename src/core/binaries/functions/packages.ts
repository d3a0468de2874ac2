/** Numbers packages in the order in which they are met. */
export class Packages {
  readonly list: string[];
  readonly #numbers: Map<string, number>;

  /** `known` have numbers already, by their position. */
  constructor(known: readonly string[] = []) {
    this.list = [...known];
    this.#numbers = new Map(known.map((path, i) => [path, i]));
  }

  number(path: string): number {
    const known = this.#numbers.get(path);
    if (known !== undefined) return known;
    this.#numbers.set(path, this.list.length);
    return this.list.push(path) - 1;
  }
}
