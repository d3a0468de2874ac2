import { stat } from 'node:fs/promises';
import { delimiter, join } from 'node:path';
import { isFile, type System } from '#core/system';
import type { ToolchainId } from '../versions/index.ts';
import { goSetting } from './settings.ts';
import { modulePath, moduleVersion } from './toolchain-module.ts';

/** GOMODCACHE, as Go works it out: `pkg/mod` in the first folder of GOPATH. Empty and null are both unset. */
export function moduleCacheFolder(
  { gomodcache, gopath }: { gomodcache: string | null; gopath: string | null },
  home: string,
): string {
  const [first] = (gopath ?? '').split(delimiter);
  return gomodcache || join(first || join(home, 'go'), 'pkg', 'mod');
}

/** GOMODCACHE of this user, from the environment and what `go env -w` wrote. */
export async function moduleCache(system: System): Promise<string> {
  const [gomodcache, gopath] = await Promise.all([
    goSetting(system, 'GOMODCACHE'),
    goSetting(system, 'GOPATH'),
  ]);
  return moduleCacheFolder({ gomodcache, gopath }, system.home);
}

/**
 * The GOROOT of a toolchain that Go downloaded into its module cache; null if it is not there, or not completely
 * (DownloadDir in cmd/go/internal/modfetch/cache.go: Go then downloads it again).
 */
export async function cachedToolchain(cache: string, id: ToolchainId): Promise<string | null> {
  // The module cache writes capitals as `!x`, because some file systems do not tell them apart.
  const version = moduleVersion(id).replace(/[A-Z]/g, (letter) => `!${letter.toLowerCase()}`);
  const goroot = join(cache, `${modulePath}@${version}`);
  const download = join(cache, 'cache', 'download', modulePath, '@v', version);
  const [hasGo, hasHash, isPartial] = await Promise.all([
    isFile(join(goroot, 'bin', id.os === 'windows' ? 'go.exe' : 'go')),
    isFile(`${download}.ziphash`),
    stat(`${download}.partial`).then(
      () => true,
      () => false,
    ),
  ]);
  return hasGo && hasHash && !isPartial ? goroot : null;
}
