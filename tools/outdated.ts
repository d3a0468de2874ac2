import { type Dirent, readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';

/** Whether a built file is missing, or older than any of its sources (files or whole folders). */
export function isOutdated(built: string, sources: readonly string[]): boolean {
  const builtAt = changedAt(built);
  return builtAt === null || sources.some((source) => newest(source) > builtAt);
}

function newest(path: string): number {
  const own = changedAt(path) ?? 0;
  return entriesOf(path).reduce((latest, entry) => Math.max(latest, newest(join(path, entry.name))), own);
}

function entriesOf(path: string): Dirent[] {
  return statSync(path, { throwIfNoEntry: false })?.isDirectory()
    ? readdirSync(path, { withFileTypes: true })
    : [];
}

/** The modification time in ms; null if there is no such file. */
function changedAt(path: string): number | null {
  return statSync(path, { throwIfNoEntry: false })?.mtimeMs ?? null;
}
