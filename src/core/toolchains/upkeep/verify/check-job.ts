import type { FileFinding } from '#contract/upkeep';
import type { UnpackedFile } from '#core/system';

/** What a checking thread is asked to do: `workerData`. */
export interface CheckJob {
  goroot: string;
  files: readonly UnpackedFile[];
  /** Compare permissions too. */
  modes: boolean;
}

/** What a thread says: bytes since the last time, and what it found meanwhile. The last message is `done`. */
export interface CheckMessage {
  bytes: number;
  findings: FileFinding[];
  done: boolean;
}

/**
 * Deals files out to so many threads, so that each has about as much to do. Opening a file costs as much as reading
 * some 30 kB of it. Pure.
 */
export function dealOut(files: readonly UnpackedFile[], threads: number): UnpackedFile[][] {
  const hands = Array.from({ length: threads }, () => ({ files: [] as UnpackedFile[], cost: 0 }));
  for (const file of files.toSorted((a, b) => b.bytes - a.bytes)) {
    const least = hands.reduce((a, b) => (b.cost < a.cost ? b : a));
    least.files.push(file);
    least.cost += file.bytes + 30_000;
  }
  return hands.map((hand) => hand.files);
}
