import path from 'node:path';
import type { Host } from '../host.ts';
import type { Options } from '../program.ts';

/** The folder given with `--dir`, or the current one. */
export function folderOf(host: Host, options: Options): string {
  return path.resolve(host.system.cwd, String(options.dir ?? '.'));
}
