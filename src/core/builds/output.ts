import type { BuildEvent } from '#contract/builds';
import { maskSecrets, type OutputChunk } from '#core/system';

type OutputEvent = Extract<BuildEvent, { type: 'output' }>;

/** Longer lines are passed on in pieces, so that a process that never ends a line does not fill the memory. */
const longestLine = 64 * 1024;

/** Passes a process's output on in whole lines (a secret could be cut by a chunk's border), secrets masked. */
export async function* maskedLines<R>(
  chunks: AsyncGenerator<OutputChunk, R>,
): AsyncGenerator<OutputEvent, R> {
  const pending = { stdout: '', stderr: '' };
  try {
    for (;;) {
      const next = await chunks.next();
      if (next.done) {
        for (const stream of ['stdout', 'stderr'] as const) {
          if (pending[stream]) yield { type: 'output', stream, text: maskSecrets(pending[stream]) };
        }
        return next.value;
      }
      const { stream, text } = next.value;
      const all = pending[stream] + text;
      const end = all.length > longestLine ? all.length : all.lastIndexOf('\n') + 1;
      pending[stream] = all.slice(end);
      if (end > 0) yield { type: 'output', stream, text: maskSecrets(all.slice(0, end)) };
    }
  } finally {
    // Whoever stops listening stops the process.
    await chunks.return(undefined as R);
  }
}

const tailCharacters = 8 * 1024;

/** The end of a text that grows, at most 8 kB and from the start of a line. */
export class LogTail {
  #text = '';
  #cut = false;

  add(text: string): void {
    this.#text += text;
    if (this.#text.length <= tailCharacters) return;
    this.#text = this.#text.slice(-tailCharacters);
    this.#cut = true;
  }

  toString(): string {
    return this.#cut ? this.#text.slice(this.#text.indexOf('\n') + 1) : this.#text;
  }
}
