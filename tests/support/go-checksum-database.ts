import { execa } from 'execa';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';

const program = fileURLToPath(new URL('../fixtures/go-sumdb', import.meta.url));

/** Checksum databases that Go's own code serves, in worlds that all bear the same signature. */
export interface GoChecksumDatabase extends AsyncDisposable {
  /** For GOSUMDB: name, key and the address of a world. */
  gosumdb(world: string): string;
}

/**
 * Builds and starts tests/fixtures/go-sumdb with the machine's Go. `worlds`: the records of each in their order,
 * `path version hash`. A string: why it cannot be had here.
 */
export async function goChecksumDatabase(
  worlds: Readonly<Record<string, readonly string[]>>,
): Promise<GoChecksumDatabase | string> {
  const folder = await mkdtemp(join(tmpdir(), 'burrow-go-sumdb-'));
  const binary = join(folder, 'go-sumdb');
  const built = await execa('go', ['build', '-o', binary, '.'], { cwd: program, reject: false });
  if (built.exitCode !== 0) {
    await rm(folder, { recursive: true, force: true });
    return `golang.org/x/mod/sumdb cannot be built here: ${built.stderr || built.shortMessage}`;
  }
  const child = spawn(binary, [], { stdio: ['pipe', 'pipe', 'inherit'] });
  child.stdin.end(JSON.stringify(worlds));
  const [line] = (await once(createInterface(child.stdout), 'line')) as [string];
  const { key, url } = JSON.parse(line) as { key: string; url: string };
  return {
    gosumdb: (world) => `${key} ${url}/${world}`,
    [Symbol.asyncDispose]: async () => {
      child.kill();
      await once(child, 'close');
      await rm(folder, { recursive: true, force: true });
    },
  };
}
