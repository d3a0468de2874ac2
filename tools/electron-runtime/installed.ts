import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** Whether the electron package in `folder` has its runtime. Its installer writes path.txt last. */
export function isInstalled(folder: string): boolean {
  const path = join(folder, 'path.txt');
  return existsSync(path) && existsSync(join(folder, 'dist', readFileSync(path, 'utf8')));
}
