import type { InEffect } from './journal/index.ts';
import type { Profile } from './startup/index.ts';

/**
 * The block that stands in a file if it is as Burrow wrote it; null: none. The file may have been moved since, and be
 * behind a link now. Pure.
 */
export function writtenBlock(
  changes: readonly InEffect[],
  { path, target }: Pick<Profile, 'path' | 'target'>,
): string | null {
  // Newest first.
  const last = changes.find(({ change }) => change.target === target || change.path === path);
  return last?.change.splice?.inserted.trim() ?? null;
}
