import { lstat, readdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { failure } from '#contract/failure';
import type { BurrowPaths } from './paths.ts';

/** In a folder that one of Burrow's links leads to: it was empty then, so everything in it is Burrow's. */
const mark = '.burrow';

/**
 * Makes sure that everything in staging/ and toolchains/ is Burrow's, which deletes unfinished work there, if the user
 * has put links to other folders in their places. Such a folder must be empty at first, or hold nothing but toolchains
 * with their records. Failures: home.unusable.
 */
export async function claimLinkedFolders({ staging, toolchains }: BurrowPaths): Promise<void> {
  for (const path of [staging, toolchains]) {
    const found = await lstat(path).catch(() => null);
    if (!found?.isSymbolicLink()) continue;
    const names: string[] = await readdir(path).catch(() => []);
    if (names.includes(mark)) continue;
    const isOwn = path === toolchains && names.every((name) => isRecorded(name, names));
    if (names.length > 0 && !isOwn) {
      throw failure('home.unusable', { path, reason: 'leads-elsewhere' });
    }
    await writeFile(join(path, mark), "Burrow's: everything in this folder belongs to it.\n", {
      mode: 0o600,
    });
  }
}

/** Whether a name is that of a toolchain with its record, `go1.26.1.linux-amd64` and the same with `.json`, or the record. */
function isRecorded(name: string, names: readonly string[]): boolean {
  const toolchain = name.replace(/\.json$/, '');
  return toolchain.startsWith('go') && names.includes(`${toolchain}.json`);
}
