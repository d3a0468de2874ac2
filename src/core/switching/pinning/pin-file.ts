import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { fileFailure } from '#core/system';

/** The file that pins a version in a folder. */
export function pinFile(folder: string): string {
  return join(folder, '.go-version');
}

/** What is written into it for Go's word for a version. Without `go`: the form that every other tool reads, too. */
export function pinText(wanted: string): string {
  return `${wanted.replace(/^go/, '')}\n`;
}

/** Removes it; of a link, the link alone. Failures: file.no-permission. */
export async function removePinFile(file: string): Promise<void> {
  try {
    await rm(file);
  } catch (error) {
    throw fileFailure(error, file);
  }
}
