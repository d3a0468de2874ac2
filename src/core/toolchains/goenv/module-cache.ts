import { stat } from 'node:fs/promises';
import { delimiter, join } from 'node:path';
import { isFile, type System } from '#core/system';
import { goBinary } from '../store/index.ts';
import type { ToolchainId } from '../versions/index.ts';
import { goSetting } from './settings.ts';
import { modulePath, moduleVersion } from './toolchain-module.ts';

/** GOMODCACHE, computed as Go does: `pkg/mod` in the first folder of GOPATH. Empty and null both mean unset. */
export function moduleCacheFolder(
  { gomodcache, gopath }: { gomodcache: string | null; gopath: string | null },
  home: string,
): string {
  const [first] = (gopath ?? '').split(delimiter);
  return gomodcache || join(first || join(home, 'go'), 'pkg', 'mod');
}

/** This user's GOMODCACHE, from the environment and `go env -w`. */
export async function moduleCache(system: System): Promise<string> {
  const [gomodcache, gopath] = await Promise.all([
    goSetting(system, 'GOMODCACHE'),
    goSetting(system, 'GOPATH'),
  ]);
  return moduleCacheFolder({ gomodcache, gopath }, system.home);
}

/**
 * The GOROOT of a toolchain that Go downloaded into its module cache; null if it is missing or incomplete (DownloadDir
 * in cmd/go/internal/modfetch/cache.go: Go then downloads it again).
 */
export async function cachedToolchain(cache: string, id: ToolchainId): Promise<string | null> {
  // The module cache writes capitals as `!x`, because some file systems ignore case.
  const version = moduleVersion(id).replace(/[A-Z]/g, (letter) => `!${letter.toLowerCase()}`);
  const goroot = join(cache, `${modulePath}@${version}`);
  const download = join(cache, 'cache', 'download', modulePath, '@v', version);
  const [hasGo, hasHash, isPartial] = await Promise.all([
    isFile(goBinary(goroot, id.os)),
    isFile(`${download}.ziphash`),
    stat(`${download}.partial`).then(
      () => true,
      () => false,
    ),
  ]);
  return hasGo && hasHash && !isPartial ? goroot : null;
}
