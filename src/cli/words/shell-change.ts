import type { ShellChange } from '#contract/shell';
import type { Host } from '../host.ts';
import { plain } from './plain.ts';

/** A line for each file that was changed. */
export function changeLines({ files }: ShellChange, { text }: Host): string[] {
  return files.map(({ path, change }) => `${plain(path)} · ${text.shell.changes[change]}`);
}
