import { execa } from 'execa';
import { closeSync, constants, openSync } from 'node:fs';
import { chmod, mkdir, open, symlink, writeFile } from 'node:fs/promises';
import { createServer, type Server } from 'node:net';
import { dirname } from 'node:path';

const sockets: Server[] = [];
const pipes: string[] = [];

/** What may stand where a file is expected. */
export const hostileKinds: Readonly<Record<string, (path: string) => Promise<unknown>>> = {
  async 'a named pipe'(path) {
    await execa('mkfifo', [path]);
    pipes.push(path);
  },
  'a device': (path) => symlink('/dev/zero', path),
  'a folder': (path) => mkdir(path),
  async 'a socket'(path) {
    const server = createServer();
    sockets.push(server);
    await new Promise<void>((listening, failed) => {
      server.once('error', failed);
      server.listen(path, listening);
    });
  },
  async 'a sparse file of 500 MB'(path) {
    await using file = await open(path, 'w', 0o755);
    await file.truncate(500_000_000);
  },
  // Root may read every file, but nobody the memory at address 0.
  'an unreadable file': (path) =>
    process.geteuid?.() === 0
      ? symlink('/proc/self/mem', path)
      : writeFile(path, 'x').then(() => chmod(path, 0o000)),
  'a link to itself': (path) => symlink(path, path),
  'a link to an overlong name': (path) => symlink('x'.repeat(300), path),
};

/** Puts a kind of `hostileKinds` at a path; its folder is made. */
export async function plantFile(kind: string, path: string): Promise<void> {
  await mkdir(dirname(path), { recursive: true });
  await hostileKinds[kind]?.(path);
}

/** Lets go whatever still waits for one of the pipes, so that this process can end; the number of them. */
export function releasePipes(): number {
  let waiting = 0;
  for (const path of pipes.splice(0)) {
    try {
      // Without a reader, there is none to let go.
      closeSync(openSync(path, constants.O_WRONLY | constants.O_NONBLOCK));
      waiting += 1;
    } catch {
      // As it should be.
    }
  }
  for (const server of sockets.splice(0)) server.close();
  return waiting;
}
