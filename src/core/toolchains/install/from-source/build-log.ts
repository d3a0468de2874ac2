import { type FileHandle, open, rm } from 'node:fs/promises';
import { withoutControlCharacters } from '#contract/control-characters';
import { fileFailure, maskSecrets, type OutputChunk } from '#core/system';
import { namesPackage } from './make-output.ts';

/** Maximum characters of a line; the rest is dropped. */
const maxLineLength = 4000;
/** Maximum bytes of a log; a build with -v writes 100 kB. */
const maxBytes = 16 * 1024 ** 2;
/** Lines that a failure quotes, and characters of each. */
const tail = { lines: 6, length: 300 };

/** The output of a build: line by line in a file, secrets masked, and its end in memory. */
export class BuildLog implements AsyncDisposable {
  readonly path: string;
  readonly #file: FileHandle;
  #bytes = 0;
  /** The incomplete line of each stream: pieces of both may alternate. */
  readonly #rest = { stdout: '', stderr: '' };
  #last: string[] = [];

  private constructor(path: string, file: FileHandle) {
    this.path = path;
    this.#file = file;
  }

  /** Begins a log; an earlier one is replaced. Failures: disk.full, file.no-permission. */
  static async begin(path: string): Promise<BuildLog> {
    try {
      // Otherwise a link of that name would be written through.
      await rm(path, { force: true });
      return new BuildLog(path, await open(path, 'wx', 0o600));
    } catch (error) {
      throw fileFailure(error, path);
    }
  }

  /** The last lines that are more than a package's name, oldest first, without control characters. */
  get lastLines(): string[] {
    return this.#last;
  }

  /** Appends a piece of output, and returns the lines that it completes. */
  async write({ stream, text }: OutputChunk): Promise<string[]> {
    const pieces = (this.#rest[stream] + text).split('\n');
    this.#rest[stream] = (pieces.pop() ?? '').slice(0, maxLineLength);
    await this.#keep(pieces);
    return pieces;
  }

  /** Writes an incomplete last line, too: no more output will come. */
  async end(): Promise<void> {
    for (const stream of ['stdout', 'stderr'] as const) {
      if (this.#rest[stream] !== '') await this.#keep([this.#rest[stream]]);
      this.#rest[stream] = '';
    }
  }

  async [Symbol.asyncDispose](): Promise<void> {
    await this.end();
    await this.#file.close();
  }

  async #keep(lines: readonly string[]): Promise<void> {
    const isFull = this.#bytes > maxBytes;
    const masked = (isFull ? lines.slice(-tail.lines) : lines).map((line) =>
      maskSecrets(line.slice(0, maxLineLength)),
    );
    const kept = masked
      .filter((line) => line.trim() !== '' && !namesPackage(line))
      .map((line) => withoutControlCharacters(line, '\t').slice(0, tail.length));
    this.#last = [...this.#last, ...kept.slice(-tail.lines)].slice(-tail.lines);
    if (isFull || masked.length === 0) return;
    const text = masked.map((line) => `${line}\n`).join('');
    this.#bytes += Buffer.byteLength(text);
    const end = this.#bytes > maxBytes ? '(the rest was left out)\n' : '';
    // On a full disk the build itself fails with that error; the log must not fail first.
    await this.#file.appendFile(text + end).catch(() => undefined);
  }
}
