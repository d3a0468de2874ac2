import { execa } from 'execa';
import { appendFile, mkdir, realpath, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { type History, openHistory } from '#core/history';
import { burrowPaths, localSystem, type System } from '#core/system';
import { zipOf } from './archive-writers.ts';
import { newFolder, removeFolder } from './folders.ts';
import { goEnv, whyNoGo } from './go-programs.ts';

type Files = Readonly<Record<string, string>>;

/**
 * A Burrow home in which the machine's own Go counts as installed, a folder as module proxy, an own module cache, and a
 * folder for projects: real Go, and no network.
 */
export class ModuleWorld implements AsyncDisposable {
  readonly root: string;
  readonly system: System;
  readonly history: History;
  readonly env: Readonly<Record<string, string>>;

  private constructor(made: Pick<ModuleWorld, 'root' | 'system' | 'history' | 'env'>) {
    this.root = made.root;
    this.system = made.system;
    this.history = made.history;
    this.env = made.env;
  }

  /** Returns why there is none, in one line, if the machine has no Go. */
  static async make(): Promise<ModuleWorld | string> {
    const missing = await whyNoGo();
    if (missing !== null) return missing;
    const names = ['GOVERSION', 'GOROOT', 'GOHOSTOS', 'GOHOSTARCH', 'GOCACHE'];
    const asked = await execa('go', ['env', '-json', ...names], { cwd: tmpdir(), env: await goEnv() });
    const said = JSON.parse(asked.stdout) as Record<string, string>;
    const root = await realpath(await newFolder('modules'));
    const env = {
      HOME: root,
      PATH: '/usr/bin:/bin',
      BURROW_HOME: join(root, 'home'),
      GOCACHE: said['GOCACHE'] ?? '',
      GOENV: 'off',
      GOFLAGS: '',
      GOMODCACHE: join(root, 'cache'),
      GOPROXY: `file://${join(root, 'proxy')}`,
      GOSUMDB: 'off',
      GOTOOLCHAIN: 'local',
    };
    const system: System = { ...localSystem(), home: root, cwd: root, env };
    const { toolchains } = burrowPaths(system);
    const toolchain = join(toolchains, `${said['GOVERSION']}.${said['GOHOSTOS']}-${said['GOHOSTARCH']}`);
    await mkdir(toolchains, { recursive: true, mode: 0o700 });
    await symlink(said['GOROOT'] ?? '', toolchain);
    await writeFile(`${toolchain}.json`, '{}');
    await writeFile(burrowPaths(system).defaultFile, `${said['GOVERSION']}\n`);
    return new ModuleWorld({ root, system, history: await openHistory(system), env });
  }

  /** Publishes a version of a module. */
  async publish(module: string, version: string, files: Files): Promise<void> {
    const folder = join(this.root, 'proxy', module, '@v');
    await mkdir(folder, { recursive: true });
    const entries = Object.entries(files).map(([name, text]) => ({
      name: `${module}@${version}/${name}`,
      content: Buffer.from(text),
    }));
    await writeFile(join(folder, `${version}.zip`), zipOf(entries));
    await writeFile(join(folder, `${version}.mod`), files['go.mod'] ?? '');
    await writeFile(join(folder, `${version}.info`), JSON.stringify({ Version: version }));
    await appendFile(join(folder, 'list'), `${version}\n`);
  }

  /** Writes a project, lets Go complete its go.mod and go.sum, and returns its folder. */
  async project(name: string, files: Files): Promise<string> {
    const folder = join(this.root, name);
    for (const [file, text] of Object.entries(files)) {
      await mkdir(dirname(join(folder, file)), { recursive: true });
      await writeFile(join(folder, file), text);
    }
    await this.go(folder, 'mod', 'tidy');
    return folder;
  }

  /** Runs Go in a folder, as the user would; returns what it prints. */
  async go(folder: string, ...args: string[]): Promise<string> {
    const env = { ...this.env, PATH: process.env['PATH'] };
    const { stdout } = await execa('go', args, { cwd: folder, env });
    return stdout;
  }

  async [Symbol.asyncDispose](): Promise<void> {
    await this.history.close();
    await removeFolder(this.root);
  }
}
