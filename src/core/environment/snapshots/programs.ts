import { isAbsolute } from 'node:path';
import type { Snapshot } from '#contract/snapshots';
import { findOnPath, isProgram, type System } from '#core/system';

type Program = NonNullable<Snapshot['git']>;

/** ms that a program may take to say its version. */
const timeoutMs = 3000;

/** git, as found on PATH; null: there is none. */
export function findGit(system: System): Promise<Program | null> {
  return describe(system, 'git');
}

export function findPkgConfig(system: System): Promise<Program | null> {
  return describe(system, system.env['PKG_CONFIG'] || 'pkg-config');
}

/** The C compiler that cgo uses: `$CC`, otherwise gcc, or clang on a Mac (https://pkg.go.dev/cmd/cgo). */
export function findCompiler(system: System): Promise<Program | null> {
  const { os, env } = system;
  const [name = ''] = (env['CC'] || (os === 'darwin' ? 'clang' : 'gcc')).trim().split(/\s+/);
  return describe(system, name);
}

async function describe(system: System, name: string): Promise<Program | null> {
  const path = isAbsolute(name) ? name : await findOnPath(system, name);
  if (path === null || !(await isProgram(path))) return null;
  const env = { ...system.env, LC_ALL: 'C' };
  const ran = await system.run({ file: path, args: ['--version'], env, timeoutMs }).catch(() => null);
  const [line = ''] = (ran?.exitCode === 0 ? ran.stdout : '').trim().split('\n');
  return { path, version: line.trim().slice(0, 200) };
}
