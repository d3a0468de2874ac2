import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { fileFailure } from '#core/system';
import { firstWords, linesOf } from '#core/toolchains';

/** The file that pins a version in a folder. */
export function pinFile(folder: string): string {
  return join(folder, '.go-version');
}

/**
 * The text of a version file that pins `wanted` (`go1.26.1`): the line that named a version names this one, without
 * `go`, so that every tool can read it. Comments, other lines and line ends are kept. `previous`: the file's text; null
 * if there is no file. Pure.
 */
export function pinText(wanted: string, previous: string | null = null): string {
  const word = wanted.replace(/^go/, '');
  // A file that is not text in UTF-8 is replaced.
  if (previous === null || /[\0\uFFFD]/.test(previous)) return `${word}\n`;
  const lines = previous.split('\n');
  // Below what is read of a file, nothing would find the version.
  const { text, line } = firstWords(lines.slice(0, linesOf(previous).lines.length));
  if (text === '') return `${word}\n${previous}`;
  return lines.map((each, index) => (index === line - 1 ? each.replace(text, word) : each)).join('\n');
}

/** Removes the file; if it is a link, only the link. Failures: file.no-permission. */
export async function removePinFile(file: string): Promise<void> {
  try {
    await rm(file);
  } catch (error) {
    throw fileFailure(error, file);
  }
}
