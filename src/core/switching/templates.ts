import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';

/**
 * A template of resources/shims. The folder lies at the top of the checkout and of the packaged app alike; this
 * file lies deeper, and how deep depends on the bundler.
 */
export async function shimTemplate(name: 'go.sh' | 'launcher.sh'): Promise<string> {
  let top = import.meta.dirname;
  while (!existsSync(join(top, 'resources/shims', name))) {
    if (dirname(top) === top) throw new Error(`resources/shims/${name} is missing from this installation`);
    top = dirname(top);
  }
  return readFile(join(top, 'resources/shims', name), 'utf8');
}
