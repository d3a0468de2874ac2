/** Characters. Go's own messages are far shorter; a program run by `go generate` may write without end. */
const maxLength = 200_000;

/** The output of a run, of which the end is kept. */
export class RunOutput {
  #text = '';
  /** The number of characters so far, also of those that were dropped. */
  #length = 0;

  get length(): number {
    return this.#length;
  }

  add(text: string): void {
    this.#length += text.length;
    this.#text += text;
    if (this.#text.length <= maxLength) return;
    const kept = this.#text.slice(-maxLength);
    this.#text = kept.slice(kept.indexOf('\n') + 1);
  }

  /** What follows the first `position` characters. `whole`: part of that was dropped, and this is all there is. */
  since(position: number): { text: string; whole: boolean } {
    const dropped = this.#length - this.#text.length;
    return { text: this.#text.slice(Math.max(position - dropped, 0)), whole: position < dropped };
  }
}
