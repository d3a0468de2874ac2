const maxCharacters = 8 * 1024;

/** The end of a program's output: at most 8 kB, starting with a whole line. */
export class OutputTail {
  #text = '';
  #cut = false;

  /** Appends text; returns the last complete line, or null if the text completes none. */
  add(text: string): string | null {
    this.#text += text;
    const lines = this.#text.trimEnd().split('\n');
    if (this.#text.length > maxCharacters) {
      this.#text = this.#text.slice(-maxCharacters);
      this.#cut = true;
    }
    return text.includes('\n') ? (lines.at(text.endsWith('\n') ? -1 : -2)?.trim() ?? null) : null;
  }

  toString(): string {
    return this.#cut ? this.#text.slice(this.#text.indexOf('\n') + 1) : this.#text;
  }
}

/** Lines that report progress, not errors. */
const quiet = /^(?:go: (?:downloading|finding|extracting)\b|#|note:|\s*$)/;

/**
 * Finds the cause in the output of a failed `go install`: the Go version that the module needs (`requires go >= 1.27`
 * since Go 1.21, cmd/go/internal/gover/toolchain.go; before, `note: module requires Go 1.27`), or null, and the first
 * line that describes the error. Pure.
 */
export function telling(output: string): { needs: string | null; line: string } {
  const needs = /\brequires go >= (\d[\w.]*\w)|^note: module requires Go (\d[\w.]*\w)/m.exec(output);
  const line = output.split('\n').find((each) => !quiet.test(each)) ?? '';
  return { needs: needs?.[1] ?? needs?.[2] ?? null, line: line.trim() };
}
