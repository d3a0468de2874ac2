import { join } from 'node:path';
import type { GoManager, TakeOverResult } from '#contract/toolchains';
import { readTextIfThere } from '#core/system';
import { managers } from './known/index.ts';

/**
 * The pins of this manager in these folders that Burrow does not read. A folder with a `.go-version` has a pin that it
 * does read. Unreadable files are skipped.
 */
export async function unreadPins(
  manager: GoManager,
  folders: readonly string[],
): Promise<TakeOverResult['pins']> {
  const found = await Promise.all(
    folders.map(async (folder) => {
      if ((await textIn(join(folder, '.go-version'))) !== null) return [];
      for (const { file: name, read } of managers[manager].pins ?? []) {
        const file = join(folder, name);
        const version = read((await textIn(file)) ?? '');
        if (version !== null) return [{ folder, file, version }];
      }
      return [];
    }),
  );
  return found.flat();
}

function textIn(file: string): Promise<string | null> {
  return readTextIfThere(file).catch(() => null);
}
