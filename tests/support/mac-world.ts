import { mkdir, realpath, symlink, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { createLocalClient, type LocalClient } from '#api';
import type { InstallProgress } from '#contract/install-progress';
import type { Toolchain } from '#contract/toolchains';
import type { ProcessorReport, Replacement } from '#contract/native';
import { drain } from '#contract/streams';
import type { System } from '#core/system';
import { fakeGo, writeGoroot } from './fake-toolchains.ts';
import { type ToolchainWorld, toolchainWorld } from './toolchain-world.ts';

/**
 * A simulated Mac with Apple silicon on which Burrow itself runs under Rosetta. Go for a Mac is installed but never
 * started: starting any process fails.
 */
export class MacWorld implements AsyncDisposable {
  readonly world: ToolchainWorld;
  readonly system: System;
  readonly client: LocalClient;

  private constructor(world: ToolchainWorld, system: System) {
    this.world = world;
    this.system = system;
    this.client = createLocalClient(system);
  }

  /** `env` adds to the variables of `everywhere` or replaces them. */
  static async make(env: Record<string, string> = {}): Promise<MacWorld> {
    return MacWorld.in(await toolchainWorld(), env);
  }

  /** A Mac that gets real Gos from the real module proxy, through the test cache, with the real checksum database. */
  static async real(): Promise<MacWorld> {
    const world = await toolchainWorld();
    const { server } = world;
    return MacWorld.in(world, { BURROW_GO_DL: `${server.url}/nothing`, GOSUMDB: 'sum.golang.org' });
  }

  private static in(world: ToolchainWorld, env: Record<string, string>): MacWorld {
    const system: System = {
      ...world.everywhere(env),
      os: 'darwin',
      arch: 'arm64',
      translated: true,
      run: () => Promise.reject(new Error('nothing may be started')),
      stream: () => {
        throw new Error('nothing may be started');
      },
    };
    return new MacWorld(world, system);
  }

  /** The same home with this PATH. */
  async withPath(...folders: string[]): Promise<MacWorld> {
    const path = await Promise.all(folders.map((folder) => realpath(folder).catch(() => folder)));
    return new MacWorld(this.world, {
      ...this.system,
      env: { ...this.system.env, PATH: path.join(':') },
    });
  }

  /** Offers a fake Go for both kinds of Mac. */
  offer(version: string): void {
    for (const arch of ['amd64', 'arm64'])
      this.world.server.offerFake(fakeGo(version, { os: 'darwin', arch }));
  }

  /** Installs a version, by default for Intel. */
  async install(version: string, arch = 'amd64'): Promise<Toolchain> {
    return (await drain(this.client.toolchains.install({ version, arch }))).toolchain;
  }

  /** Adds a project with these files, and returns its folder. */
  async project(name: string, files: Record<string, string> = {}): Promise<string> {
    const folder = join(this.world.folder, name);
    await mkdir(folder, { recursive: true });
    for (const [path, content] of Object.entries(files)) await writeFile(join(folder, path), content);
    await this.client.projects.add({ path: folder });
    return folder;
  }

  /** Makes a Go for Intel as Homebrew installs it; returns its GOROOT and the folder for PATH. */
  async homebrew(version: string): Promise<{ goroot: string; bin: string }> {
    const prefix = join(this.world.folder, 'brew');
    const goroot = join(prefix, 'Cellar/go', version.slice(2), 'libexec');
    await writeGoroot(goroot, fakeGo(version, { os: 'darwin', arch: 'amd64' }));
    const bin = join(prefix, 'bin');
    await mkdir(bin, { recursive: true });
    await symlink(join(goroot, 'bin/go'), join(bin, 'go'));
    return { goroot: await realpath(goroot), bin: await realpath(bin) };
  }

  findings(): Promise<ProcessorReport> {
    return this.client.native.findings();
  }

  /** Replaces a toolchain; its progress goes to `onProgress`. */
  async replace(
    path: string,
    { signal, onProgress }: { signal?: AbortSignal; onProgress?: (event: InstallProgress) => void } = {},
  ): Promise<Replacement> {
    return drain(this.client.native.replace({ path }, signal ? { signal } : {}), onProgress);
  }

  /** Writes Burrow's default file. */
  async setDefault(text: string): Promise<void> {
    const file = join(this.world.root, 'default');
    await mkdir(dirname(file), { recursive: true });
    await writeFile(file, text);
  }

  async [Symbol.asyncDispose](): Promise<void> {
    await this.client[Symbol.asyncDispose]();
    await this.world[Symbol.asyncDispose]();
  }
}
