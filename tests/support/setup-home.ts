import { execa } from 'execa';
import { existsSync } from 'node:fs';
import { chmod, mkdir, symlink, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { compiledCode } from './compiled-code.ts';
import { fakeGo, writeGoroot } from './fake-toolchains.ts';
import { commandTimeoutMs } from './limits.ts';
import { ShellHome } from './shell-home.ts';
import { testCache } from './test-cache.ts';

const launcher = join(import.meta.dirname, '../../bin/burrow');
/** What a terminal gives before any profile, with a Node that Burrow runs on. */
const plainPath = '/usr/local/bin:/usr/bin:/bin';

export const setupShells = ['zsh', 'bash', 'fish'] as const;
export type SetupShell = (typeof setupShells)[number];

/** What is in a home folder before the set-up. */
export const setupScenes = ['nothing', 'another Go', 'another manager', 'stowed dotfiles'] as const;
export type SetupScene = (typeof setupScenes)[number];

/** Where a shell is installed; null: it is not. */
export function pathOfShell(shell: SetupShell): string | null {
  return [`/usr/bin/${shell}`, `/bin/${shell}`].find((path) => existsSync(path)) ?? null;
}

/** The files that each shell reads in a terminal; the last one is where people add their own lines. */
const files: Record<SetupShell, string[]> = {
  zsh: ['.zprofile', '.zshrc'],
  bash: ['.profile', '.bashrc'],
  fish: ['.config/fish/config.fish'],
};

/** A fresh home folder in which `burrow setup` is run, from the environment of a first terminal. */
export class SetupHome implements AsyncDisposable {
  readonly home: ShellHome;
  readonly shell: SetupShell;
  readonly #shellPath: string;
  readonly #more: Record<string, string>;

  private constructor(home: ShellHome, shell: SetupShell, shellPath: string, more: Record<string, string>) {
    this.home = home;
    this.shell = shell;
    this.#shellPath = shellPath;
    this.#more = more;
  }

  /** `more`: variables of the first terminal, which new terminals do not have. */
  static async make(shell: SetupShell, scene: SetupScene, more: Record<string, string>): Promise<SetupHome> {
    const shellPath = pathOfShell(shell) ?? `/bin/${shell}`;
    const home = new SetupHome(await ShellHome.make(shellPath), shell, shellPath, more);
    await mkdir(home.path('bin'));
    await symlink(process.execPath, home.path('bin/node'));
    // So that the standard library is not compiled for each home.
    await home.write('.config/go/env', `GOCACHE=${testCache('go-build')}\nGOTELEMETRY=off\n`);
    if (scene === 'another Go') await home.#addGo();
    if (scene === 'another manager') await home.#addManager();
    if (scene === 'stowed dotfiles') await home.#stow();
    // Shells make files of their own at their first start.
    await home.terminal('true');
    return home;
  }

  path(name: string): string {
    return this.home.path(name);
  }

  write(name: string, text: string): Promise<void> {
    return this.home.write(name, text);
  }

  /** Everything in the home but Burrow's folder and what Go and shells keep there for themselves. */
  async everything(): Promise<Record<string, string>> {
    const all = Object.entries(await this.home.everything());
    return Object.fromEntries(all.filter(([name]) => !/^\.config\/go\/telemetry|fish_variables/.test(name)));
  }

  /** Runs `burrow setup` with these arguments in the first terminal. */
  start(args: readonly string[]) {
    return this.burrow(['setup', ...args]);
  }

  /** Runs Burrow in the first terminal. */
  burrow(args: readonly string[]) {
    return execa(launcher, args, {
      cwd: this.home.home,
      env: { ...this.#env(this.#more), ...compiledCode },
      extendEnv: false,
      stdin: 'ignore',
      reject: false,
      timeout: commandTimeoutMs,
    });
  }

  /** Starts another shell once, if it is installed. */
  async first(shell: SetupShell): Promise<void> {
    const path = pathOfShell(shell);
    if (path)
      await execa(path, ['-i', '-c', 'true'], { env: this.#env({}), extendEnv: false, stdin: 'ignore' });
  }

  /** Runs a line in a new terminal, without the variables of the first one. */
  async terminal(line: string): Promise<{ exitCode: number | undefined; stdout: string; stderr: string }> {
    const { exitCode, stdout, stderr } = await execa(this.#shellPath, ['-l', '-i', '-c', line], {
      cwd: this.home.home,
      env: this.#env({}),
      extendEnv: false,
      stdin: 'ignore',
      reject: false,
      timeout: commandTimeoutMs,
    });
    return { exitCode, stdout, stderr };
  }

  #env(more: Record<string, string>): Record<string, string> {
    const PATH = `${this.path('bin')}:${plainPath}`;
    return { HOME: this.home.home, SHELL: this.#shellPath, PATH, TERM: 'dumb', LANG: 'C.UTF-8', ...more };
  }

  /** A Go that someone unpacked, first in PATH. */
  async #addGo(): Promise<void> {
    await this.#addGoroot('opt/go', 'go1.20.5');
    await this.#addLines('$HOME/opt/go/bin');
  }

  /** goenv, as its README sets it up. */
  async #addManager(): Promise<void> {
    await this.#addGoroot('.goenv/versions/1.22.5', 'go1.22.5');
    const shim = this.path('.goenv/shims/go');
    await mkdir(dirname(shim), { recursive: true });
    await writeFile(shim, '#!/bin/sh\nexec "$HOME/.goenv/versions/1.22.5/bin/go" "$@"\n', { mode: 0o755 });
    await this.#addLines('$HOME/.goenv/shims');
  }

  async #addGoroot(name: string, version: string): Promise<void> {
    await writeGoroot(this.path(name), fakeGo(version));
    const go = this.path(`${name}/bin/go`);
    await writeFile(go, `#!/bin/sh\necho "go version ${version} linux/amd64"\n`);
    await chmod(go, 0o755);
  }

  async #addLines(folder: string): Promise<void> {
    const line = this.shell === 'fish' ? `set -gx PATH "${folder}" $PATH` : `export PATH="${folder}:$PATH"`;
    for (const name of files[this.shell]) await this.write(name, `# my own\n${line}\n`);
  }

  /** The profiles are links into a repository, and one of them is private. */
  async #stow(): Promise<void> {
    for (const name of files[this.shell]) {
      await this.write(
        `dotfiles/${name}`,
        '# stowed\nMINE=1\n'.replace('MINE=1', this.shell === 'fish' ? 'set MINE 1' : 'MINE=1'),
      );
      await mkdir(dirname(this.path(name)), { recursive: true });
      const up = name.split('/').length - 1;
      await symlink(`${'../'.repeat(up)}dotfiles/${name}`, this.path(name));
    }
    await chmod(this.path(`dotfiles/${files[this.shell].at(-1)}`), 0o600);
    await execa('git', ['init', '-q', this.path('dotfiles')]);
  }

  async [Symbol.asyncDispose](): Promise<void> {
    await this.home[Symbol.asyncDispose]();
  }
}
