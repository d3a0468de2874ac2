import { chmod, mkdir, readdir, symlink, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';

/** Behaves as the real compiler: prints its version if asked, and otherwise rejects a Go of another version. */
const compiler = `
case $* in *-V=full*) echo 'compile version go1.19.8'; exit ;; esac
echo 'compile: version "go1.19.8" does not match go tool version' >&2
exit 2`;

/**
 * Makes the GOROOT of another version from a real one: links to the same files, with a VERSION and a compiler that say
 * `go1.19.8`. A Go that uses it as its GOROOT stops with "compile: version … does not match go tool version …".
 */
export async function writeStaleGoroot(folder: string, goroot: string): Promise<void> {
  await linkAllBut(goroot, folder, ['VERSION', 'pkg']);
  await writeFile(join(folder, 'VERSION'), 'go1.19.8\n');
  await linkAllBut(join(goroot, 'pkg'), join(folder, 'pkg'), ['tool']);
  for (const target of await readdir(join(goroot, 'pkg/tool'))) {
    const tools = join(folder, 'pkg/tool', target);
    await linkAllBut(join(goroot, 'pkg/tool', target), tools, ['compile']);
    await writeProgram(join(tools, 'compile'), compiler);
  }
}

async function linkAllBut(from: string, to: string, left: readonly string[]): Promise<void> {
  await mkdir(to, { recursive: true });
  for (const name of await readdir(from)) {
    if (!left.includes(name)) await symlink(join(from, name), join(to, name));
  }
}

async function writeProgram(file: string, lines: string): Promise<void> {
  await mkdir(dirname(file), { recursive: true });
  await writeFile(file, `#!/bin/sh\n${lines}\n`);
  await chmod(file, 0o755);
}
