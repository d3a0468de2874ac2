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

/** A release server, and a Burrow home of its own in a temporary folder, on a Linux that has no Go. */
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

  /** The real machine but for its home and its environment; `changes` make another machine of it. */
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

  /** The server is the download site, the module proxy and the checksum database. */
  everywhere(env: Env = {}): System {
    const { dl, proxy, sumdb } = this.server;
    return this.system({ BURROW_GO_DL: dl, GOPROXY: proxy, GOSUMDB: sumdb, ...env });
  }

  /** There is no download site, only the module proxy. */
  onlyProxy(env: Env = {}): System {
    return this.everywhere({ BURROW_GO_DL: `${this.server.url}/nothing`, ...env });
  }

  /** Names in a folder of Burrow's home, sorted; a folder that is missing is empty. */
  async names(folder: 'toolchains' | 'staging' | 'locks'): Promise<string[]> {
    const names = await readdir(join(this.root, folder)).catch(() => []);
    return names.toSorted((a, b) => a.localeCompare(b));
  }

  /** The failure that an install ends with. */
  async failed(system: System, request: InstallRequest): Promise<Failure> {
    try {
      await install(system, request);
    } catch (error) {
      if (isFailure(error)) return error;
      throw error;
    }
    throw new Error('it was installed');
  }

  /** Nothing is left of an install that failed. */
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

/** `options` as for `newFolder`. */
export async function toolchainWorld(options: { inMemory?: boolean } = {}): Promise<ToolchainWorld> {
  const folder = await newFolder('toolchains', options);
  return new ToolchainWorld(await startReleaseServer(), folder);
}

/** Installs to the end and keeps what was said on the way. */
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
