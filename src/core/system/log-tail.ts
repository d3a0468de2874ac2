/** The end of what a program writes, from the start of a line; 8 kB unless told otherwise. */
export class LogTail {
  readonly #max: number;
  #text = '';
  #cut = false;

  constructor(maxCharacters = 8 * 1024) {
    this.#max = maxCharacters;
  }

  /** Takes a piece of it; the last line that is whole now, null when the piece ended none. */
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
