/** The end of a program's output, starting with a whole line; at most 8 kB by default. */
export class LogTail {
  readonly #max: number;
  #text = '';
  #cut = false;

  constructor(maxCharacters = 8 * 1024) {
    this.#max = maxCharacters;
  }

  /** Appends text; returns the last complete line, or null if the text completes none. */
  add(text: string): string | null {
    this.#text += text;
    const lines = this.#text.trimEnd().split('\n');
    if (this.#text.length > this.#max) {
      this.#text = this.#text.slice(-this.#max);
      this.#cut = true;
    }
    return text.includes('\n') ? (lines.at(text.endsWith('\n') ? -1 : -2)?.trim() ?? null) : null;
  }

  toString(): string {
    return this.#cut ? this.#text.slice(this.#text.indexOf('\n') + 1) : this.#text;
  }
}
