import { execa } from 'execa';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';

const program = fileURLToPath(new URL('../fixtures/go-sumdb', import.meta.url));

/** Checksum databases served by Go's own code, all with the same key. */
export interface GoChecksumDatabase extends AsyncDisposable {
  /** The value of GOSUMDB for one of them: name, key and address. */
  gosumdb(world: string): string;
}

/**
 * Builds and starts tests/fixtures/go-sumdb with the machine's Go. `worlds` are the records of each database in order,
 * as `path version hash`. Returns a string, the reason, if it cannot be built here.
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
