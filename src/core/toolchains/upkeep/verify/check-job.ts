import type { FileFinding } from '#contract/upkeep';
import type { UnpackedFile } from '#core/system';

/** What a checking thread is asked to do: `workerData`. */
export interface CheckJob {
  goroot: string;
  files: readonly UnpackedFile[];
  /** Compare permissions too. */
  modes: boolean;
}

/** What a thread reports: bytes and findings since its last message. The last message is `done`. */
export interface CheckMessage {
  bytes: number;
  findings: FileFinding[];
  done: boolean;
}

/**
 * Distributes files to threads, so that each has about the same work. Opening a file costs as much as reading about 30
 * kB of it. Pure.
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
