import { execFile, spawnSync } from 'node:child_process';
import { mkdir, symlink, writeFile } from 'node:fs/promises';
import { delimiter, join } from 'node:path';
import { commandTimeoutMs } from './limits.ts';

/** What a program printed, and how it ended. */
export interface Said {
  stdout: string;
  stderr: string;
  exitCode: number;
}

/** Another version manager, in its own home. */
export interface Peer {
  /** Runs `go version` through it in `folder`. */
  goVersion(folder: string): Promise<Said>;
}

interface Installed {
  /** `1.22.5` */
  version: string;
  goroot: string;
}

/** A mise in `home` that knows these toolchains; `other` is the folder of another Go on PATH. */
export function miseIn(
  home: string,
  {
    mise,
    installed,
    other,
    top,
  }: { mise: string; installed: readonly Installed[]; other: string; top: string },
): Peer {
  const env = {
    HOME: home,
    PATH: [other, '/usr/bin', '/bin'].join(delimiter),
    MISE_DATA_DIR: join(home, 'data'),
    MISE_CONFIG_DIR: join(home, 'config'),
    MISE_CACHE_DIR: join(home, 'cache'),
    MISE_STATE_DIR: join(home, 'state'),
    // Files above the folder of the forms do not count.
    MISE_CEILING_PATHS: top,
    MISE_TRUSTED_CONFIG_PATHS: top,
    MISE_OFFLINE: '1',
    MISE_YES: '1',
    MISE_AUTO_INSTALL: '0',
    MISE_EXEC_AUTO_INSTALL: '0',
    NO_COLOR: '1',
  };
  for (const { version, goroot } of installed) {
    const linked = spawnSync(mise, ['link', `go@${version}`, goroot], { cwd: top, env, encoding: 'utf8' });
    if (linked.status !== 0) throw new Error(`mise link go@${version}: ${linked.stderr}`);
  }
  return { goVersion: (folder) => run(mise, ['exec', '--', 'go', 'version'], { cwd: folder, env }) };
}

/** An asdf in `home` that knows these toolchains; `other` is the folder of another Go on PATH. */
export async function asdfIn(
  home: string,
  { asdf, installed, other }: { asdf: string; installed: readonly Installed[]; other: string },
): Promise<Peer> {
  const env = {
    HOME: home,
    PATH: [join(home, 'shims'), other, '/usr/bin', '/bin'].join(delimiter),
    ASDF_DATA_DIR: home,
    ASDF_CONFIG_FILE: join(home, 'asdfrc'),
  };
  const installs = join(home, 'installs/golang');
  // Its plugin for Go only lists the folders of programs.
  await mkdir(join(home, 'plugins/golang/bin'), { recursive: true });
  await mkdir(installs, { recursive: true });
  await writeFile(join(home, 'asdfrc'), '');
  for (const { version, goroot } of installed) await symlink(goroot, join(installs, version));
  const made = spawnSync(asdf, ['reshim', 'golang'], { cwd: home, env, encoding: 'utf8' });
  if (made.status !== 0) throw new Error(`asdf reshim golang: ${made.stderr}`);
  return { goVersion: (folder) => run(asdf, ['exec', 'go', 'version'], { cwd: folder, env }) };
}

/** Runs a program with only `env` as its environment. */
export function run(
  file: string,
  args: string[],
  options: { cwd: string; env: Readonly<Record<string, string | undefined>> },
): Promise<Said> {
  return new Promise((resolve) => {
    execFile(file, args, { ...options, timeout: commandTimeoutMs }, (error, stdout, stderr) => {
      const exitCode = error === null ? 0 : typeof error.code === 'number' ? error.code : -1;
      resolve({ stdout, stderr, exitCode });
    });
  });
}
