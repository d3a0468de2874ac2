import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { fileFailure } from '#core/system';
import { firstWords, linesOf } from '#core/toolchains';

/** The file that pins a version in a folder. */
export function pinFile(folder: string): string {
  return join(folder, '.go-version');
}

/**
 * What a version file says once it pins `wanted` (Go's word for a version): the line that named a version names this
 * one, without `go`, as every other tool reads it; comments, other lines and line ends stay. Pure. `previous`: its
 * text, null where there is none.
 */
export function pinText(wanted: string, previous: string | null = null): string {
  const word = wanted.replace(/^go/, '');
  // What is not text (UTF-16, say) is no place to write a line into.
  if (previous === null || /[\0\uFFFD]/.test(previous)) return `${word}\n`;
  const lines = previous.split('\n');
  // Below what is read of a file, nothing would find the version.
  const { text, line } = firstWords(lines.slice(0, linesOf(previous).lines.length));
  if (text === '') return `${word}\n${previous}`;
  return lines.map((each, index) => (index === line - 1 ? each.replace(text, word) : each)).join('\n');
}

/** Removes it; of a link, the link alone. Failures: file.no-permission. */
export async function removePinFile(file: string): Promise<void> {
  try {
    await rm(file);
  } catch (error) {
    throw fileFailure(error, file);
  }
}
