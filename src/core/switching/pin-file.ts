import { join } from 'node:path';

/** The file that pins a version in a folder. */
export function pinFile(folder: string): string {
  return join(folder, '.go-version');
}

/** What is written into it for Go's word for a version. Without `go`: the form that every other tool reads, too. */
export function pinText(wanted: string): string {
  return `${wanted.replace(/^go/, '')}\n`;
}
