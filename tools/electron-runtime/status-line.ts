/** Where a status line is written: `process.stderr`. */
export interface Terminal {
  isTTY?: boolean | undefined;
  columns?: number | undefined;
  write(text: string): unknown;
}

/**
 * The last line of a terminal, which is overwritten while other output goes above it. Elsewhere, as in a log, a new line
 * is written only when `step` changes.
 */
export class StatusLine {
  readonly #terminal: Terminal;
  #shown = '';
  #step: unknown;

  constructor(terminal: Terminal) {
    this.#terminal = terminal;
  }

  show(line: string, step: unknown): void {
    const isNew = step !== this.#step;
    this.#step = step;
    if (this.#terminal.isTTY) {
      // A wrapped line could not be overwritten.
      this.#shown = line.slice(0, (this.#terminal.columns ?? 80) - 1);
      this.#terminal.write(`\r\u001B[K${this.#shown}`);
    } else if (isNew) this.#terminal.write(`${line}\n`);
  }

  /** Writes whole lines above the status. */
  above(lines: string): void {
    this.#terminal.write(this.#shown === '' ? lines : `\r\u001B[K${lines}${this.#shown}`);
  }

  /** Removes the status. */
  end(): void {
    if (this.#shown !== '') this.#terminal.write('\r\u001B[K');
    this.#shown = '';
  }
}
