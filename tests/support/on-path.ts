import { accessSync, constants } from 'node:fs';
import { delimiter, join } from 'node:path';
import process from 'node:process';

/** The first program of that name on PATH or in the folders `more`; null if there is none. */
export function onPath(name: string, more: readonly string[] = []): string | null {
  const folders = [...(process.env['PATH'] ?? '').split(delimiter), ...more].filter(
    (folder) => folder !== '',
  );
  return folders.map((folder) => join(folder, name)).find(isProgram) ?? null;
}

/** Whether this user may run a file. */
export function isProgram(path: string): boolean {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}
