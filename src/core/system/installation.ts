import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';

/**
 * The top folder of the checkout or of the packaged app, which has `resources`. How deep this file is below it depends
 * on the bundler.
 */
export function installation(): string {
  let top = import.meta.dirname;
  while (!existsSync(join(top, 'resources/shims'))) {
    if (dirname(top) === top) throw new Error('resources/shims is missing from this installation');
    top = dirname(top);
  }
  return top;
}
