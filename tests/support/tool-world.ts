import { execa } from 'execa';
import { appendFile, copyFile, mkdir, mkdtemp, readdir, realpath, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { localSystem, type System } from '#core/system';
import { adoptToolchain } from '#core/toolchains/changes';
import { zipOf } from './archive-writers.ts';
import { removeFolder } from './folders.ts';
import { goEnv, whyNoGo } from './go-programs.ts';

/** The module that tests publish, with the program `example.com/tool/cmd/hello`. */
const module = 'example.com/tool';
const program = `${module}/cmd/hello`;

/** Tools are built with the older Go, and again with the machine's own. */
export const olderGo = 'go1.24.9';

interface Installed {
  /** `v1.0.0` */
  version: string;
  /** One of the world's Gos; by default the older. */
  goroot?: string;
  /** By default `hello`. */
  name?: string;
  args?: readonly string[];
  env?: Record<string, string>;
}

/** Why these tests cannot run here, in one line; null if they can. */
export async function whyNoTools(): Promise<string | null> {
  return (await whyNoGo()) ?? (await whyNoGo(olderGo));
}

async function gorootOf(version?: string): Promise<{ goroot: string; version: string }> {
  const { stdout } = await execa('go', ['env', 'GOROOT', 'GOVERSION'], {
    cwd: tmpdir(),
    env: await goEnv(version),
  });
  const [goroot = '', says = ''] = stdout.split('\n');
  return { goroot, version: says };
}

/**
 * A Burrow home with two real, adopted Gos, of which the newer is the default; a folder as module proxy; and a GOBIN
 * into which real tools are installed from it.
 */
export class ToolWorld implements AsyncDisposable {
  readonly folder: string;
  /** Burrow's home. */
  readonly root: string;
  readonly bin: string;
  readonly older: { goroot: string; version: string };
  readonly newer: { goroot: string; version: string };
  /** The environment of Burrow and of commands. */
  readonly env: Readonly<Record<string, string>>;
  private readonly proxy: string;
  /** Programs that Go has installed before, by what was asked for: installing one takes half a second. */
  private readonly installed = new Map<string, string>();

  private constructor(
    folder: string,
    gos: Pick<ToolWorld, 'older' | 'newer'>,
    caches: Record<string, string>,
  ) {
    this.folder = folder;
    this.root = join(folder, '.burrow');
    this.bin = join(folder, 'bin');
    this.proxy = join(folder, 'proxy');
    this.older = gos.older;
    this.newer = gos.newer;
    this.env = {
      HOME: folder,
      PATH: '/usr/bin:/bin',
      BURROW_HOME: this.root,
      GOBIN: this.bin,
      GOENV: 'off',
      GOMODCACHE: join(folder, 'mod'),
      GOPROXY: `file://${this.proxy}`,
      GONOSUMDB: 'example.com',
      ...caches,
    };
  }

  static async make(): Promise<ToolWorld> {
    const folder = await realpath(await mkdtemp(join(tmpdir(), 'burrow-tools-')));
    const { stdout } = await execa('go', ['env', 'GOCACHE']);
    const gos = { older: await gorootOf(olderGo), newer: await gorootOf() };
    const world = new ToolWorld(folder, gos, { GOCACHE: stdout });
    await mkdir(world.bin);
    const system = world.system();
    for (const { goroot } of [world.older, world.newer]) await adoptToolchain(system, { path: goroot });
    await writeFile(join(world.root, 'default'), `${world.newer.version}\n`);
    return world;
  }

  /** The real machine with another home and environment; `changes` replace more of it. */
  system(changes: Partial<System> = {}, env: Record<string, string> = {}): System {
    return {
      ...localSystem(),
      home: this.folder,
      cwd: this.folder,
      env: { ...this.env, ...env },
      ...changes,
    };
  }

  /** Publishes a version of the module. `files` replace the default ones, whose program prints its version. */
  async publish(version: string, files: Record<string, string> = {}): Promise<void> {
    const content: Record<string, string> = {
      'go.mod': `module ${module}\n\ngo 1.21\n`,
      'cmd/hello/main.go': `package main\n\nvar tag = "none"\n\nfunc main() { print("${version} ", tag) }\n`,
      ...files,
    };
    for (const key of this.installed.keys()) if (key.includes(`"${version}"`)) this.installed.delete(key);
    const folder = join(this.proxy, module, '@v');
    await mkdir(folder, { recursive: true });
    const entries = Object.entries(content).map(([name, text]) => ({
      name: `${module}@${version}/${name}`,
      content: Buffer.from(text),
    }));
    await writeFile(join(folder, `${version}.zip`), zipOf(entries));
    await writeFile(join(folder, `${version}.mod`), content['go.mod'] ?? '');
    await writeFile(join(folder, `${version}.info`), JSON.stringify({ Version: version }));
    await appendFile(join(folder, 'list'), `${version}\n`);
  }

  /** Installs a version of the tool with `go install`, for any processor into `bin`; returns its path. */
  async install({ version, goroot, name = 'hello', args = [], env = {} }: Installed): Promise<string> {
    const path = join(this.bin, name);
    const asked = JSON.stringify([version, goroot, args, env]);
    const made =
      this.installed.get(asked) ?? (await this.made(version, goroot ?? this.older.goroot, args, env));
    this.installed.set(asked, made);
    // With the times of a file that has just been installed.
    await copyFile(made, path);
    return path;
  }

  private async made(
    version: string,
    goroot: string,
    args: readonly string[],
    env: Record<string, string>,
  ): Promise<string> {
    const gopath = await mkdtemp(join(this.folder, 'gopath-'));
    const { GOBIN: _bin, ...rest } = this.env;
    await execa(join(goroot, 'bin/go'), ['install', ...args, `${program}@${version}`], {
      cwd: this.folder,
      env: { ...rest, GOPATH: gopath, GOTOOLCHAIN: 'local', ...env },
      extendEnv: false,
    });
    const [made = ''] = (await readdir(join(gopath, 'bin'), { recursive: true, withFileTypes: true }))
      .filter((entry) => entry.isFile())
      .map((entry) => join(entry.parentPath, entry.name));
    return made;
  }

  /** The sorted names in the folder of tools. */
  async names(): Promise<string[]> {
    return (await readdir(this.bin)).toSorted((a, b) => a.localeCompare(b));
  }

  async [Symbol.asyncDispose](): Promise<void> {
    await removeFolder(this.folder);
  }
}
