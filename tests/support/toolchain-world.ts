import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { expect } from 'vitest';
import { type Failure, isFailure } from '#contract/failure';
import type { InstallProgress } from '#contract/install-progress';
import { drain } from '#contract/streams';
import type { InstallRequest, InstallResult } from '#contract/toolchains';
import { localSystem, type System } from '#core/system';
import { installToolchain } from '#core/toolchains/changes';
import { newFolder, removeFolder } from './folders.ts';
import { type ReleaseServer, startReleaseServer } from './release-server.ts';

type Env = Record<string, string>;

/** A release server, and a Burrow home in a temporary folder, on a Linux machine without a Go. */
export class ToolchainWorld implements AsyncDisposable {
  readonly server: ReleaseServer;
  readonly folder: string;
  /** Burrow's home. */
  readonly root: string;

  constructor(server: ReleaseServer, folder: string) {
    this.server = server;
    this.folder = folder;
    this.root = join(folder, '.burrow');
  }

  /** The real machine with another home and environment; `changes` replace more of it. */
  system(env: Env = {}, changes: Partial<System> = {}): System {
    return {
      ...localSystem(),
      os: 'linux',
      arch: 'amd64',
      home: this.folder,
      cwd: this.folder,
      env: { PATH: '/nothing/here', BURROW_HOME: this.root, ...env },
      ...changes,
    };
  }

  /** A system for which the server is download site, module proxy and checksum database. */
  everywhere(env: Env = {}): System {
    const { dl, proxy, sumdb } = this.server;
    return this.system({ BURROW_GO_DL: dl, GOPROXY: proxy, GOSUMDB: sumdb, ...env });
  }

  /** The same without a download site. */
  onlyProxy(env: Env = {}): System {
    return this.everywhere({ BURROW_GO_DL: `${this.server.url}/nothing`, ...env });
  }

  /** The sorted names in a folder of Burrow's home; none if the folder does not exist. */
  async names(folder: 'toolchains' | 'staging' | 'locks'): Promise<string[]> {
    const names = await readdir(join(this.root, folder)).catch(() => []);
    // The mark of a folder that a link leads to.
    return names.filter((name) => name !== '.burrow').toSorted((a, b) => a.localeCompare(b));
  }

  /** Returns the failure of an install. */
  async failed(system: System, request: InstallRequest): Promise<Failure> {
    try {
      await install(system, request);
    } catch (error) {
      if (isFailure(error)) return error;
      throw error;
    }
    throw new Error('it was installed');
  }

  /** Expects that nothing is left of a failed install. */
  async expectNothing(): Promise<void> {
    expect(await this.names('toolchains')).toEqual([]);
    expect(await this.names('staging')).toEqual([]);
    expect(await this.names('locks')).toEqual([]);
  }

  async [Symbol.asyncDispose](): Promise<void> {
    await this.server.close();
    await removeFolder(this.folder);
  }
}

/**
 * Creates a world, in memory if possible: each install flushes everything to the disk before it ends, which takes
 * seconds on a busy disk.
 */
export async function toolchainWorld({ inMemory = true } = {}): Promise<ToolchainWorld> {
  const folder = await newFolder('toolchains', { inMemory });
  return new ToolchainWorld(await startReleaseServer(), folder);
}

/** Installs a toolchain, and returns its progress with the result. */
export async function install(
  system: System,
  request: InstallRequest,
  options: { signal?: AbortSignal; onProgress?: (progress: InstallProgress) => void } = {},
): Promise<InstallResult & { progress: InstallProgress[] }> {
  const progress: InstallProgress[] = [];
  const result = await drain(installToolchain(system, request, options.signal), (step) => {
    progress.push(step);
    options.onProgress?.(step);
  });
  return { ...result, progress };
}
