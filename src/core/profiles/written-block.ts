import type { InEffect } from './journal/index.ts';

/** The block that stands in a file if it is as Burrow wrote it; null: none. Pure. */
export function writtenBlock(changes: readonly InEffect[], target: string): string | null {
  // Newest first.
  const last = changes.find(({ change }) => change.target === target);
  return last?.change.splice?.inserted.trim() ?? null;
}
