import { execFile } from 'node:child_process';
import { mkdir, rm, symlink, writeFile } from 'node:fs/promises';
import { delimiter, join } from 'node:path';
import { burrowPaths, localSystem, type System } from '#core/system';
import { refreshShims, resolveGo } from '#core/switching';
import { newFolder } from './folders.ts';
import { commandTimeoutMs } from './limits.ts';
import { realGoroot, withGoEnv } from './real-gos.ts';

/** What a Go's own switching depends on: files of a project, settings, variables. */
export interface Scene {
  /** Contents of files of the project: `.go-version`, `go.mod`, … */
  files?: Readonly<Record<string, string>>;
  /** What `go env -w` wrote. */
  userFile?: string;
  env?: Readonly<Record<string, string>>;
}

/** What a real `go` did. */
export interface RealRun {
  exitCode: number;
  stdout: string;
  stderr: string;
}

export interface Asked {
  resolution: Awaited<ReturnType<typeof resolveGo>>;
  runs: RealRun[];
  /** The folder that was asked about. */
  dir: string;
}

interface Options {
  goenv?: string | null;
  onPath?: string;
  path?: readonly string[];
}

/** A Burrow home with real Gos. None can be downloaded, unless a scene sets GOPROXY. */
export class GoSwitchWorld implements AsyncDisposable {
  readonly root: string;
  readonly system: System;
  private scenes = 0;

  private constructor(root: string, path: readonly string[]) {
    this.root = root;
    const env = {
      BURROW_HOME: join(root, 'home'),
      HOME: join(root, 'user'),
      PATH: [join(root, 'home/shims'), ...path.map((entry) => join(root, entry)), '/usr/bin', '/bin'].join(
        delimiter,
      ),
      GOMODCACHE: join(root, 'module-cache'),
      GOCACHE: join(root, 'cache'),
      GOPROXY: 'off',
      GOFLAGS: '',
      GOTELEMETRY: 'off',
    };
    this.system = { ...localSystem(), env, home: env.HOME, cwd: root };
  }

  /**
   * null: one of these versions is not available. The first is the default. `goenv`: the `go.env` of each; `onPath`:
   * another Go, which comes first on PATH; `path`: folders below the root, before that one in PATH.
   */
  static async make(
    versions: readonly string[],
    { goenv = 'GOTOOLCHAIN=auto\n', onPath, path = [] }: Options = {},
  ): Promise<GoSwitchWorld | null> {
    const all = onPath === undefined ? versions : [...versions, onPath];
    const goroots = await Promise.all(all.map(realGoroot));
    if (goroots.includes(null)) return null;
    const more = onPath === undefined ? [] : [`gos/${onPath}/bin`];
    const world = new GoSwitchWorld(await newFolder('go-switch', { inMemory: true }), [...path, ...more]);
    for (const [index, version] of all.entries()) {
      await withGoEnv(goroots[index] ?? '', world.goroot(version), goenv);
      if (index < versions.length) await world.adopt(version);
    }
    if (versions[0]) await writeFile(burrowPaths(world.system).defaultFile, `${versions[0]}\n`);
    await refreshShims(world.system);
    return world;
  }

  /** Resolves the scene, and runs the real `go` there through the shim, once with each list of arguments. */
  async ask(scene: Scene, ...commands: string[][]): Promise<Asked> {
    const dir = await this.folder(scene.files);
    const user = join(dir, 'user.env');
    const GOENV = scene.userFile === undefined ? {} : { GOENV: user };
    if (scene.userFile !== undefined) await writeFile(user, scene.userFile);
    const env = { ...this.system.env, ...GOENV, ...scene.env, PWD: dir };
    const resolution = await resolveGo({ ...this.system, env }, dir);
    const runs: RealRun[] = [];
    for (const args of commands) runs.push(await run(this.shim, args, { cwd: dir, env }));
    return { resolution, runs, dir };
  }

  /** Creates a project. */
  async folder(files: Scene['files'] = {}): Promise<string> {
    this.scenes += 1;
    const dir = join(this.root, `project-${this.scenes}`);
    await mkdir(dir);
    for (const [name, text] of Object.entries(files)) await writeFile(join(dir, name), text);
    return dir;
  }

  /** The GOROOT of one of its Gos. */
  goroot(version: string): string {
    return join(this.root, 'gos', version);
  }

  private get shim(): string {
    return join(burrowPaths(this.system).shims, 'go');
  }

  private async adopt(version: string): Promise<void> {
    const { os, arch } = this.system;
    const { toolchains } = burrowPaths(this.system);
    await mkdir(toolchains, { recursive: true });
    const link = join(toolchains, `${version}.${os}-${arch}`);
    await symlink(this.goroot(version), link);
    await writeFile(`${link}.json`, '{}');
  }

  async [Symbol.asyncDispose](): Promise<void> {
    // Go makes the folders of its module cache read-only.
    const env = { ...this.system.env, GOTOOLCHAIN: 'local' };
    await run(this.shim, ['clean', '-modcache'], { cwd: this.root, env });
    await rm(this.root, { recursive: true, force: true, maxRetries: 5 });
  }
}

function run(
  file: string,
  args: readonly string[],
  { cwd, env }: { cwd: string; env: System['env'] },
): Promise<RealRun> {
  return new Promise((done) => {
    const options = { cwd, env: env as Record<string, string>, timeout: commandTimeoutMs };
    execFile(file, args, options, (error, stdout, stderr) => {
      done({ exitCode: error === null ? 0 : Number(error.code ?? -1), stdout, stderr });
    });
  });
}
