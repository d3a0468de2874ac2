import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

/** In this new home of Burrow's, the user has left the set-up: the app begins with the Overview. */
export async function leftSetup(home: string): Promise<void> {
  await mkdir(home, { mode: 0o700 });
  await writeFile(join(home, 'setup.json'), JSON.stringify({ version: 1, left: true }), { mode: 0o600 });
}
