import { execa } from 'execa';
import { lstat, mkdir, readdir, readFile, readlink, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import type { ShellName } from '#contract/shell';
import { planShells } from '#core/profiles';
import { localSystem, type System } from '#core/system';
import { newFolder, removeFolder } from './folders.ts';

/** What a plain login gives. */
const plainPath = '/usr/local/bin:/usr/bin:/bin';

/** A person's home folder with profiles, on this system. */
export class ShellHome implements AsyncDisposable {
  readonly system: System;
  readonly home: string;

  private constructor(home: string, shell: string) {
    this.home = home;
    const env = { HOME: home, PATH: plainPath, SHELL: shell, LANG: 'C.UTF-8' };
    this.system = { ...localSystem(), home, cwd: home, env };
  }

  /** `shell`: the login shell. `onDisk`: where the file system keeps more than memory does. */
  static async make(shell = '/usr/bin/zsh', { onDisk = false } = {}): Promise<ShellHome> {
    return new ShellHome(await newFolder('shell', { inMemory: !onDisk }), shell);
  }

  get shims(): string {
    return join(this.home, '.burrow/shims');
  }

  path(name: string): string {
    return join(this.home, name);
  }

  async write(name: string, text: string): Promise<void> {
    await mkdir(dirname(this.path(name)), { recursive: true });
    await writeFile(this.path(name), text, 'latin1');
  }

  read(name: string): Promise<string> {
    return readFile(this.path(name), 'latin1');
  }

  /** What would be done to each profile: the action, or the code of the refusal. */
  async planned(shells?: ShellName[]): Promise<Record<string, string>> {
    const { files } = await planShells(this.system, shells);
    const name = (path: string) => path.slice(this.home.length + 1);
    return Object.fromEntries(
      files.map(({ path, action, reason }) => [name(path), reason ? reason.code : action]),
    );
  }

  /** Everything in the home but Burrow's own: content, mode, owner and time of change, by path. */
  async everything(): Promise<Record<string, string>> {
    const found: Record<string, string> = {};
    for (const entry of await readdir(this.home, { withFileTypes: true, recursive: true })) {
      const path = join(entry.parentPath, entry.name);
      const name = path.slice(this.home.length + 1);
      if (/^\.(?:burrow|local|zcompdump|cache)/.test(name)) continue;
      const { mode, uid, gid, mtimeMs } = await lstat(path);
      const facts = [mode.toString(8), uid, gid].join(' ');
      if (entry.isSymbolicLink()) found[name] = `-> ${await readlink(path)}`;
      else if (entry.isDirectory()) found[name] = facts;
      else found[name] = `${facts} ${Math.round(mtimeMs)} ${await readFile(path, 'latin1')}`;
    }
    return found;
  }

  /** The folders of PATH that a shell ends up with; `flags`: `-l`, `-i`, … */
  async pathIn(shell: string, flags: readonly string[]): Promise<string[]> {
    const print = shell === 'fish' ? 'string join : $PATH' : 'printf "%s\\n" "$PATH"';
    const { stdout } = await execa(shell, [...flags, '-c', `echo; ${print}`], {
      cwd: this.home,
      env: this.system.env as Record<string, string>,
      extendEnv: false,
      stdin: 'ignore',
    });
    return (stdout.split('\n').at(-1) ?? '').split(':');
  }

  [Symbol.asyncDispose](): Promise<void> {
    return removeFolder(this.home);
  }
}
