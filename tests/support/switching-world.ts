import { execFile, spawnSync } from 'node:child_process';
import { mkdirSync, realpathSync } from 'node:fs';
import { chmod, mkdir, mkdtemp, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { delimiter, dirname, join, resolve } from 'node:path';
import process from 'node:process';
import { burrowPaths, localSystem, type System } from '#core/system';
import { refreshShims } from '#core/switching';
import { removeFolder } from './folders.ts';
import { commandTimeoutMs } from './limits.ts';
import { onPath } from './on-path.ts';
import type { SwitchingCase } from '../fixtures/switching-cases.ts';

/** A shell that can run the shim, and the arguments that make it behave as `sh`. */
export interface PosixShell {
  name: string;
  /** null if this machine does not have it. */
  file: string | null;
  args: string[];
}

/** The shells that are `/bin/sh` on some system. */
export const posixShells: readonly PosixShell[] = [
  { name: 'dash', file: onPath('dash'), args: [] },
  { name: 'bash', file: onPath('bash'), args: ['--posix'] },
  // The sh of macOS.
  { name: 'bash in its 3.2 mode', file: onPath('bash'), args: ['--posix', '-O', 'compat32'] },
  { name: 'zsh', file: onPath('zsh'), args: ['--emulate', 'sh'] },
  { name: 'busybox', file: onPath('busybox'), args: ['sh'] },
];

/** What a fake toolchain prints when it runs, so that a test sees which one ran and in which environment. */
export interface Ran {
  exitCode: number;
  stdout: string;
  stderr: string;
  /** `go1.22.5 go`: the version and the name of the program; empty if none ran. */
  program: string;
  goroot: string | null;
  gotoolchain: string | null;
  args: string;
}

const nobody = 65_534;
const asRoot = process.getuid?.() === 0;

/** A temporary folder with a Burrow home, as a case describes it. */
export class SwitchingWorld implements AsyncDisposable {
  readonly root: string;
  readonly system: System;
  readonly dir: string;
  private readonly wanted: SwitchingCase;

  private constructor(root: string, wanted: SwitchingCase) {
    this.root = root;
    this.wanted = wanted;
    this.dir = resolve(root, wanted.dir);
    const env = {
      BURROW_HOME: join(root, wanted.home ?? 'home'),
      PATH: (wanted.path ?? []).map((folder) => join(root, folder)).join(delimiter),
      ...Object.fromEntries(
        Object.entries(wanted.env ?? {}).map(([name, value]) => [name, value.replace(/^@/, root)]),
      ),
    };
    this.system = { ...localSystem(), env, home: join(root, 'user'), cwd: root };
  }

  /** `withShims`: whether Burrow's shims are there, which take most of the time of making a world. */
  static async make(wanted: SwitchingCase, { withShims = true } = {}): Promise<SwitchingWorld> {
    const root = realpathSync(await mkdtemp(join(tmpdir(), 'burrow-switching-')));
    await chmod(root, 0o755);
    const world = new SwitchingWorld(root, wanted);
    await world.fill(withShims);
    return world;
  }

  async [Symbol.asyncDispose](): Promise<void> {
    await removeFolder(this.root);
  }

  /** The path of the shim of a tool. */
  shim(tool = 'go'): string {
    return join(burrowPaths(this.system).shims, tool);
  }

  /** The folder that the resolver is asked about: the working folder as the shell knows it. */
  get askedDir(): string {
    return this.wanted.pwd === 'unset' ? realpathSync(this.dir) : this.dir;
  }

  /** The arguments of `go`. */
  get args(): string[] {
    return (this.wanted.args ?? ['version', 'a b']).map((arg) => arg.replace(/^@/, this.root));
  }

  /** Creates a toolchain that prints its name; see `installed` of a case. */
  async install(entry: string): Promise<void> {
    const { toolchains } = burrowPaths(this.system);
    const { os, arch } = this.system;
    const [word = '', says] = entry.replace(/^[!?]/, '').split('@');
    const folder = join(
      toolchains,
      /\.[a-z][a-z0-9]*-[a-z0-9]+$/.test(word) ? word : `${word}.${os}-${arch}`,
    );
    const goroot = says === undefined ? folder : join(this.root, 'theirs', word);
    if (!entry.startsWith('?') && says !== '') {
      for (const tool of ['go', 'gofmt']) await writeProgram(join(goroot, 'bin', tool), `${word} ${tool}`);
    }
    mkdirSync(toolchains, { recursive: true });
    if (says) await write(join(goroot, 'VERSION'), `${says}\ntime 2026-01-01T00:00:00Z\n`);
    if (says !== undefined) await symlink(goroot, folder);
    if (!entry.startsWith('!')) await writeFile(`${folder}.json`, '{}');
  }

  /** Runs a shim or a launcher with a shell, with only the folders of the case on PATH. */
  run(
    shell: PosixShell,
    program: string,
    args: readonly string[] = this.args,
    env: System['env'] = this.system.env,
  ): Ran {
    const { status, stdout, stderr } = spawnSync(
      shell.file ?? '',
      [...shell.args, program, ...args],
      this.options(env),
    );
    return ranAs(status, stdout, stderr);
  }

  /** Runs the shim of Go with all of these shells at the same time. */
  async runUnder(
    shells: readonly PosixShell[],
    args: readonly string[] = this.args,
    env: System['env'] = this.system.env,
  ): Promise<Ran[]> {
    const running = shells.map(
      (shell) =>
        new Promise<Ran>((done) => {
          const child = execFile(
            shell.file ?? '',
            [...shell.args, this.shim(), ...args],
            this.options(env),
            (_, stdout, stderr) => done(ranAs(child.exitCode, stdout, stderr)),
          );
        }),
    );
    return Promise.all(running);
  }

  /** Runs `work` as a user who is restricted by file modes, because root can read everything. */
  async asUser<T>(work: () => Promise<T>): Promise<T> {
    if (!asRoot || !this.wanted.locked) return work();
    process.seteuid?.(nobody);
    try {
      return await work();
    } finally {
      process.seteuid?.(0);
    }
  }

  private options(env: System['env']): {
    cwd: string;
    env: System['env'];
    encoding: 'utf8';
    timeout: number;
    uid?: number;
  } {
    return {
      cwd: this.dir,
      env: { ...env, ...this.pwd() },
      encoding: 'utf8',
      timeout: commandTimeoutMs,
      ...(asRoot && this.wanted.locked ? { uid: nobody } : {}),
    };
  }

  private pwd(): Record<string, string> {
    if (this.wanted.pwd === 'unset') return {};
    return { PWD: this.wanted.pwd === 'wrong' ? this.root : this.dir };
  }

  private async fill(withShims: boolean): Promise<void> {
    const { files = {}, links = {}, pipes = [], locked = [] } = this.wanted;
    for (const [path, content] of Object.entries(files)) {
      const file = join(this.root, path);
      if (content === 'other') await writeProgram(file, 'other $0');
      else await write(file, content);
    }
    const paths = burrowPaths(this.system);
    await mkdir(paths.root, { recursive: true });
    if (this.wanted.default !== undefined) await write(paths.defaultFile, this.wanted.default);
    for (const entry of this.wanted.installed) await this.install(entry);
    await chmod(paths.root, 0o755);
    if (withShims) {
      await refreshShims(this.system);
      for (const folder of [paths.shims, paths.shimFunctions]) await chmod(folder, 0o755);
    }
    for (const [path, target] of Object.entries(links)) {
      await mkdir(dirname(join(this.root, path)), { recursive: true });
      await symlink(target, join(this.root, path));
    }
    for (const path of pipes) {
      await mkdir(dirname(join(this.root, path)), { recursive: true });
      spawnSync('mkfifo', [join(this.root, path)]);
    }
    for (const path of locked) await chmod(join(this.root, path), 0);
    await mkdir(this.dir, { recursive: true });
  }
}

function ranAs(status: number | null, stdout: string, stderr: string): Ran {
  const [name = '', goroot, gotoolchain, passed = ''] = stdout.split('\n');
  return {
    exitCode: status ?? -1,
    stdout,
    stderr,
    program: name,
    goroot: goroot === 'unset' ? null : (goroot ?? null),
    gotoolchain: gotoolchain === 'unset' ? null : (gotoolchain ?? null),
    args: passed,
  };
}

async function write(file: string, content: string | Uint8Array, mode = 0o644): Promise<void> {
  await mkdir(dirname(file), { recursive: true });
  await writeFile(file, content, { mode });
}

/** Writes a fake program; `says` is put into double quotes in a shell script. */
async function writeProgram(file: string, says: string): Promise<void> {
  const report = `printf '%s\\n' "${says}" "\${GOROOT-unset}" "\${GOTOOLCHAIN-unset}" "$*"`;
  await write(file, `#!/bin/sh\n${report}\n`, 0o755);
}
