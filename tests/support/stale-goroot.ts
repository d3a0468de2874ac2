import { chmod, mkdir, readdir, symlink, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';

/** What the real one says: its version to whoever asks, and no to a Go of another. */
const compiler = `
case $* in *-V=full*) echo 'compile version go1.19.8'; exit ;; esac
echo 'compile: version "go1.19.8" does not match go tool version' >&2
exit 2`;

/**
 * Makes the GOROOT of another version out of a real one: the same files by links, with a VERSION and a compiler that
 * say `go1.19.8`. A Go that takes it for its own stops at "compile: version … does not match go tool version …".
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
