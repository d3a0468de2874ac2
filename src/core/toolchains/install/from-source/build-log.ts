import { type FileHandle, open, rm } from 'node:fs/promises';
import { withoutControlCharacters } from '#contract/control-characters';
import { fileFailure, maskSecrets, type OutputChunk } from '#core/system';
import { namesPackage } from './make-output.ts';

/** Characters of one line that are kept; what has no line breaks is no log. */
const longestLine = 4000;
/** Bytes of a log; a build with -v writes 100 kB. */
const mostBytes = 16 * 1024 ** 2;
/** Lines that a failure repeats, and characters of each. */
const tail = { lines: 6, length: 300 };

/** What a build writes: line by line in a file, secrets masked, and its end in memory. */
export class BuildLog implements AsyncDisposable {
  readonly path: string;
  readonly #file: FileHandle;
  #bytes = 0;
  /** The begun line of each stream: pieces of both may come in turn. */
  readonly #rest = { stdout: '', stderr: '' };
  #last: string[] = [];

  private constructor(path: string, file: FileHandle) {
    this.path = path;
    this.#file = file;
  }

  /** Begins a log; one of an earlier time is replaced. Failures: disk.full, file.no-permission. */
  static async begin(path: string): Promise<BuildLog> {
    try {
      // A link of that name would be written through.
      await rm(path, { force: true });
      return new BuildLog(path, await open(path, 'wx', 0o600));
    } catch (error) {
      throw fileFailure(error, path);
    }
  }

  /** The last lines that say more than a package's name, oldest first, without what could drive a terminal. */
  get lastLines(): string[] {
    return this.#last;
  }

  /** Takes a piece of output and gives back the lines that it completes. */
  async write({ stream, text }: OutputChunk): Promise<string[]> {
    const pieces = (this.#rest[stream] + text).split('\n');
    this.#rest[stream] = (pieces.pop() ?? '').slice(0, longestLine);
    await this.#keep(pieces);
    return pieces;
  }

  /** Keeps what came after the last line break, too: no more is going to come. */
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
    const isFull = this.#bytes > mostBytes;
    const masked = (isFull ? lines.slice(-tail.lines) : lines).map((line) =>
      maskSecrets(line.slice(0, longestLine)),
    );
    const said = masked
      .filter((line) => line.trim() !== '' && !namesPackage(line))
      .map((line) => withoutControlCharacters(line, '\t').slice(0, tail.length));
    this.#last = [...this.#last, ...said.slice(-tail.lines)].slice(-tail.lines);
    if (isFull || masked.length === 0) return;
    const text = masked.map((line) => `${line}\n`).join('');
    this.#bytes += Buffer.byteLength(text);
    const end = this.#bytes > mostBytes ? '(the rest was left out)\n' : '';
    // On a full disk the build fails, and says so; its log must not say it first.
    await this.#file.appendFile(text + end).catch(() => undefined);
  }
}
