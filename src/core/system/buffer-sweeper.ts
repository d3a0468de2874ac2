import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';

/** Bytes that pass between two collections of what is young, of which one takes about a millisecond. */
const youngEvery = 2_000_000;

type Collect = (options: { type: 'minor' | 'major'; flavor?: 'last-resort' }) => void;
let known: Collect | undefined;

/** V8's collector, in a process that was started without the flag that shows it. */
function collect(options: Parameters<Collect>[0]): void {
  if (!known) {
    setFlagsFromString('--expose-gc');
    known = runInNewContext('gc') as Collect;
  }
  known(options);
}

/**
 * Keeps memory low while buffers stream by. V8 collects when JavaScript's own objects have filled their space, and
 * there a buffer counts as the few bytes of its handle: left alone, 50 MB of dead buffers pile up, and malloc does
 * not give that much back. Measured with an install: 30 MB less at its peak.
 */
export class BufferSweeper {
  readonly #allEvery: number;
  #sweptYoung = 0;
  #sweptAll = 0;

  /**
   * `allEvery`: bytes that pass between two collections of everything, for buffers that outlive a young one. That
   * takes as long as the thread's heap is large: some ms in a worker.
   */
  constructor(allEvery = Number.POSITIVE_INFINITY) {
    this.#allEvery = allEvery;
  }

  /** So many bytes have streamed by in all. */
  passed(bytes: number): void {
    if (bytes - this.#sweptYoung < youngEvery) return;
    this.#sweptYoung = bytes;
    const all = bytes - this.#sweptAll >= this.#allEvery;
    if (all) this.#sweptAll = bytes;
    collect({ type: all ? 'major' : 'minor' });
  }
}

/**
 * Gives the memory back that V8 keeps for a heap as large as it once was: half of 30 MB after Burrow's start. Takes
 * about 20 ms, so it is for the moment before work that needs much itself.
 */
export function shrinkHeap(): void {
  collect({ type: 'major', flavor: 'last-resort' });
}
