const mostCharacters = 8 * 1024;

/** The end of what a program writes: at most 8 kB, from the start of a line. */
export class OutputTail {
  #text = '';
  #cut = false;

  /** Takes a piece of it; the last line that is whole now, null when the piece ended none. */
  add(text: string): string | null {
    this.#text += text;
    const lines = this.#text.trimEnd().split('\n');
    if (this.#text.length > mostCharacters) {
      this.#text = this.#text.slice(-mostCharacters);
      this.#cut = true;
    }
    return text.includes('\n') ? (lines.at(text.endsWith('\n') ? -1 : -2)?.trim() ?? null) : null;
  }

  toString(): string {
    return this.#cut ? this.#text.slice(this.#text.indexOf('\n') + 1) : this.#text;
  }
}

/** Lines that say what is under way, not what is wrong. */
const quiet = /^(?:go: (?:downloading|finding|extracting)\b|#|note:|\s*$)/;

/**
 * What a failed `go install` complains about: the Go version that the module needs (`requires go >= 1.27`, from Go
 * 1.21 on, cmd/go/internal/gover/toolchain.go; before, `note: module requires Go 1.27`), and the first line that tells
 * something. Pure.
 */
export function telling(output: string): { needs: string | null; line: string } {
  const needs = /\brequires go >= (\d[\w.]*\w)|^note: module requires Go (\d[\w.]*\w)/m.exec(output);
  const line = output.split('\n').find((each) => !quiet.test(each)) ?? '';
  return { needs: needs?.[1] ?? needs?.[2] ?? null, line: line.trim() };
}
