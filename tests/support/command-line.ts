import { execa } from 'execa';
import { mkdir, readdir, symlink, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { compiledCode } from './compiled-code.ts';
import { newFolder, removeFolder } from './folders.ts';
import { commandTimeoutMs } from './limits.ts';

const launcher = join(import.meta.dirname, '../../bin/burrow');

/** The exit code and output of one command. */
export interface Said {
  exitCode: number | undefined;
  stdout: string;
  stderr: string;
}

export interface HowToRun {
  /** Added to the variables of this command line; undefined removes one. */
  env?: Record<string, string | undefined>;
  cwd?: string;
}

/** The built command line with temporary folders, and nothing but Node on its PATH. */
export class CommandLine implements AsyncDisposable {
  /** The user's home, which is also the default working directory of commands. */
  readonly root: string;
  /** Burrow's home; it does not exist until Burrow creates it. */
  readonly home: string;
  readonly env: Readonly<Record<string, string>>;

  private constructor(root: string, more: Record<string, string>, isSetUp: boolean) {
    this.root = root;
    this.home = join(root, '.burrow');
    const path = [...(isSetUp ? [join(this.home, 'shims')] : []), join(root, 'bin')];
    const own = { HOME: root, PATH: path.join(':'), BURROW_HOME: this.home, LANG: 'C.UTF-8' };
    this.env = { ...compiledCode, ...own, ...more };
  }

  /** `more` are variables for every command. `isSetUp`: Burrow's shims are first on PATH. */
  static async make(more: Record<string, string> = {}, { isSetUp = false } = {}): Promise<CommandLine> {
    const root = await newFolder('cli', { inMemory: true });
    await mkdir(join(root, 'bin'));
    await symlink(process.execPath, join(root, 'bin/node'));
    return new CommandLine(root, more, isSetUp);
  }

  /** Starts a command without standard input; `await` it to wait for its end. */
  start(args: readonly string[], { env, cwd }: HowToRun = {}) {
    return execa(launcher, args, {
      cwd: cwd ?? this.root,
      env: { ...this.env, ...env },
      extendEnv: false,
      stdin: 'ignore',
      reject: false,
      timeout: commandTimeoutMs,
    });
  }

  /** Runs a command to its end. */
  async run(args: readonly string[], how: HowToRun = {}): Promise<Said> {
    const { exitCode, stdout, stderr } = await this.start(args, how);
    return { exitCode, stdout, stderr };
  }

  /** Runs a line in a POSIX shell, where `burrow` is the command line. */
  async sh(line: string, { env }: Pick<HowToRun, 'env'> = {}): Promise<Said> {
    const script = `burrow() { '${launcher}' "$@"; }\n${line}`;
    const said = await execa('/bin/sh', ['-c', script], {
      cwd: this.root,
      env: { ...this.env, PATH: `${this.env['PATH']}:/usr/bin:/bin`, ...env },
      extendEnv: false,
      stdin: 'ignore',
      reject: false,
      timeout: commandTimeoutMs,
    });
    return { exitCode: said.exitCode, stdout: said.stdout, stderr: said.stderr };
  }

  /** Runs a command with `--json`; throws if stdout is not exactly one document. */
  async json(
    args: readonly string[],
    how: HowToRun = {},
  ): Promise<{ exitCode: number | undefined; document: unknown }> {
    const { exitCode, stdout } = await this.run(['--json', ...args], how);
    return { exitCode, document: JSON.parse(stdout) as unknown };
  }

  /** Writes a file below `root` and returns its path. */
  async write(path: string, content: string, mode = 0o644): Promise<string> {
    const file = join(this.root, path);
    await mkdir(dirname(file), { recursive: true });
    await writeFile(file, content, { mode });
    return file;
  }

  /** The names in a folder of Burrow's home; none if the folder does not exist. */
  names(folder: 'toolchains' | 'staging' | 'locks'): Promise<string[]> {
    return readdir(join(this.home, folder)).catch(() => []);
  }

  async [Symbol.asyncDispose](): Promise<void> {
    await removeFolder(this.root);
  }
}
