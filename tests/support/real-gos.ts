import { execa } from 'execa';
import { cp, mkdir, readdir, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { goEnv } from './go-programs.ts';

/** The GOROOT of a real Go, which the machine's own Go downloads once; null if it is not available. */
export async function realGoroot(version: string): Promise<string | null> {
  const asked = await execa('go', ['env', 'GOROOT', 'GOVERSION'], {
    reject: false,
    cwd: tmpdir(),
    env: await goEnv(version).catch(() => ({})),
  });
  const [goroot = '', found] = asked.stdout?.split('\n') ?? [];
  return asked.exitCode === 0 && found === version ? goroot : null;
}

/**
 * The same Go with its own `go.env`; null: without one. Its program is a copy, because Go finds its GOROOT by the path
 * of its program; the rest are links.
 */
export async function withGoEnv(goroot: string, folder: string, goenv: string | null): Promise<string> {
  await mkdir(join(folder, 'bin'), { recursive: true });
  await cp(join(goroot, 'bin/go'), join(folder, 'bin/go'));
  for (const name of await readdir(goroot)) {
    if (name !== 'bin' && name !== 'go.env') await symlink(join(goroot, name), join(folder, name));
  }
  if (goenv !== null) await writeFile(join(folder, 'go.env'), goenv);
  return folder;
}
