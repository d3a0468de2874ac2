import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
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

/** A file of `resources`, which belongs to this Burrow. `name`: from there: `shims/go.sh`. */
export async function readResource(name: string): Promise<string> {
  return readFile(join(installation(), 'resources', name), 'utf8');
}
