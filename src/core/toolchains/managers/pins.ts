import { join } from 'node:path';
import type { GoManager, TakeOverResult } from '#contract/toolchains';
import { readTextIfThere } from '#core/system';
import { tomlIn } from './defaults.ts';

interface PinFile {
  name: string;
  read: (text: string) => string | null;
}

const mise = [
  'mise.local.toml',
  '.mise.local.toml',
  'mise/config.toml',
  '.mise/config.toml',
  '.config/mise.toml',
  '.config/mise/config.toml',
];

/**
 * Where a manager pins a project's Go in a file that no folder is resolved by; the files of all others are read where
 * they stand. The strongest first (https://mise.jdx.dev/configuration.html, https://moonrepo.dev/docs/proto/config,
 * vfox's internal/pathmeta).
 */
const unread: Partial<Record<GoManager, readonly PinFile[]>> = {
  mise: mise.map((name) => ({ name, read: tomlIn('tools') })),
  proto: [{ name: '.prototools', read: tomlIn(null) }],
  vfox: ['.vfox.toml', 'vfox.toml'].map((name) => ({ name, read: tomlIn('tools') })),
};

/**
 * The pins of this manager in these folders that Burrow does not go by. A folder with a `.go-version` has one that it
 * does. What cannot be read pins nothing.
 */
export async function unreadPins(
  manager: GoManager,
  folders: readonly string[],
): Promise<TakeOverResult['pins']> {
  const found = await Promise.all(
    folders.map(async (folder) => {
      if ((await textIn(join(folder, '.go-version'))) !== null) return [];
      for (const { name, read } of unread[manager] ?? []) {
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
