import { constants } from 'node:fs';
import { copyFile, mkdir, readdir, readFile, rm } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { isFailure } from '#contract/failure';
import { drain } from '#contract/streams';
import {
  burrowPaths,
  discardPart,
  downloadWithRetries,
  prepareHome,
  type System,
  withLock,
} from '#core/system';
import { isInstalled } from './installed.ts';
import type { RuntimeMessage, RuntimeOutcome } from './outcome.ts';

/** ms without data after which a connection counts as stalled. */
const idleTimeoutMs = 30_000;

/** `downloadArtifact` of @electron/get, as far as it is used here. */
type DownloadArtifact = (details: {
  version: string;
  artifactName: 'electron';
  platform: string;
  arch: string;
  checksums: Record<string, string>;
  cacheRoot: string | undefined;
  tempDirectory: string;
  downloader: { download(url: string, to: string): Promise<void> };
}) => Promise<string>;

/**
 * Installs the runtime of the electron package in `folder`. The package's own library chooses the address (it reads
 * ELECTRON_MIRROR and its relatives), checks the file against the package's checksums and keeps it in Electron's cache,
 * from which the package's own installer unpacks it. Only the download is ours, because theirs cannot go on where it
 * stopped. What has arrived is kept in Burrow's cache/electron.
 */
export async function installRuntime(
  system: System,
  folder: string,
  report: (message: RuntimeMessage) => void,
): Promise<RuntimeOutcome> {
  try {
    await prepareHome(system);
    return await installAlone(system, folder, report);
  } catch (error) {
    if (!isFailure(error)) throw error;
    const { code, params } = error;
    return { kind: 'failed', failure: { code, params } };
  }
}

/** Waits for other processes that do the same. */
async function installAlone(
  system: System,
  folder: string,
  report: (message: RuntimeMessage) => void,
): Promise<RuntimeOutcome> {
  const { cache, locks } = burrowPaths(system);
  const downloads = join(cache, 'electron');
  const onWait = () => report({ kind: 'waiting' });
  return withLock(join(locks, 'electron'), { onWait }, async () => {
    if (isInstalled(folder)) return { kind: 'installed' };
    const target = targetOf(system);
    const wrong = await fetchIntoCache(system, folder, { target, downloads, report });
    if (wrong) return wrong;
    report({ kind: 'unpacking' });
    const { force_no_cache: _, ...env } = system.env;
    const unpacked = await system.run({
      file: process.execPath,
      args: [join(folder, 'install.js')],
      env: { ...env, ELECTRON_INSTALL_PLATFORM: target.platform, ELECTRON_INSTALL_ARCH: target.arch },
      timeoutMs: 10 * 60_000,
    });
    if (unpacked.exitCode !== 0) return { kind: 'not-unpacked', detail: firstLine(unpacked.stderr) };
    await rm(downloads, { recursive: true, force: true });
    return { kind: 'installed' };
  });
}

interface Fetch {
  target: { platform: string; arch: string };
  /** The folder of unfinished downloads. */
  downloads: string;
  report: (message: RuntimeMessage) => void;
}

/** Downloads the runtime into Electron's cache, unless it is there. Returns what is wrong with the file, or null. */
async function fetchIntoCache(
  system: System,
  folder: string,
  { target, downloads, report }: Fetch,
): Promise<RuntimeOutcome | null> {
  const { version } = (await readJson(join(folder, 'package.json'))) as { version: string };
  const checksums = (await readJson(join(folder, 'checksums.json'))) as Record<string, string>;
  const part = join(downloads, `electron-${version}-${target.platform}-${target.arch}.zip`);
  await mkdir(downloads, { recursive: true, mode: 0o700 });
  await clearOthers(downloads, part);
  const downloadArtifact = await libraryOf(folder);
  let from = { url: '', resumedAt: 0 };
  const get = () =>
    downloadArtifact({
      ...target,
      version,
      artifactName: 'electron',
      checksums,
      cacheRoot: system.env['electron_config_cache'],
      tempDirectory: downloads,
      downloader: {
        async download(url, to) {
          const request = { url, to: part, resume: 'any-place' as const, idleTimeoutMs };
          const { resumedAt } = await drain(downloadWithRetries(system, request), (progress) =>
            report({ kind: 'progress', ...progress }),
          );
          from = { url, resumedAt };
          // The library moves this copy, and deletes it if its checksum is wrong. It costs no space on APFS.
          await copyFile(part, to, constants.COPYFILE_FICLONE);
        },
      },
    });
  for (;;) {
    try {
      await get();
      return null;
    } catch (error) {
      if (!isWrongChecksum(error)) throw error;
      await discardPart(part);
      // The beginning may have come from another place or time: once more, all of it from here.
      if (from.resumedAt === 0) return { kind: 'wrong-checksum', url: from.url };
    }
  }
}

/** The names that Electron's installer uses; under Rosetta it takes the native runtime as well. */
function targetOf({ env, os, arch }: System): { platform: string; arch: string } {
  const platforms = { darwin: 'darwin', linux: 'linux', windows: 'win32' };
  return {
    platform: env['ELECTRON_INSTALL_PLATFORM'] || env['npm_config_platform'] || platforms[os],
    arch: env['ELECTRON_INSTALL_ARCH'] || env['npm_config_arch'] || (arch === 'amd64' ? 'x64' : arch),
  };
}

/** The same @electron/get that the package's installer uses, so that both agree on the place in the cache. */
async function libraryOf(folder: string): Promise<DownloadArtifact> {
  const path = createRequire(join(folder, 'package.json')).resolve('@electron/get');
  const library = (await import(pathToFileURL(path).href)) as { downloadArtifact: DownloadArtifact };
  return library.downloadArtifact;
}

/** Removes downloads of other versions, and what a killed run left of its copy. */
async function clearOthers(downloads: string, part: string): Promise<void> {
  for (const name of await readdir(downloads)) {
    const path = join(downloads, name);
    if (!path.startsWith(part)) await rm(path, { recursive: true, force: true });
  }
}

/** The error of the library `sumchecker`. */
function isWrongChecksum(error: unknown): boolean {
  return error instanceof Error && error.constructor.name === 'ChecksumMismatchError';
}

async function readJson(path: string): Promise<unknown> {
  return JSON.parse(await readFile(path, 'utf8'));
}

function firstLine(text: string): string {
  return text.trim().split('\n')[0] ?? '';
}
