import { readFileSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { request } from 'node:http';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { execa } from 'execa';
import { commandTimeoutMs } from './limits.ts';

/** A container engine that a test has started, with its own socket. */
export interface Engine {
  kind: 'docker' | 'podman';
  socket: string;
  /** For DOCKER_HOST: `unix:///tmp/be-x1/d.sock`. */
  host: string;
  /** Stops the engine and removes everything it made; may be called twice. */
  stop(): Promise<void>;
}

/** How to start an engine that serves its API at `socket` and keeps its files in `folder`. */
export interface EngineCommand {
  kind: Engine['kind'];
  file: string;
  /** A folder of programs that it needs, before those of the machine. */
  path?: string;
  args(folder: string, socket: string): string[];
}

/** Starts an engine in a new folder. Throws with the end of its log if it does not answer. */
export async function startEngineProcess(command: EngineCommand): Promise<Engine> {
  // The path is short because that of a Unix socket has at most 108 bytes, and containerd makes one three levels down.
  const folder = await mkdtemp('/tmp/be-');
  const socket = join(folder, 'd.sock');
  const child = run(command, command.args(folder, socket));
  const stop = () => end(child, folder);
  try {
    await answering(socket, child);
  } catch (error) {
    await stop();
    throw error;
  }
  return { kind: command.kind, socket, host: `unix://${socket}`, stop };
}

type Running = ReturnType<typeof run>;

function run({ file, path }: EngineCommand, args: readonly string[]) {
  const folders = [path, process.env['PATH'], '/usr/sbin', '/sbin'].filter(Boolean);
  return execa(file, args, {
    stdin: 'ignore',
    all: true,
    buffer: false,
    reject: false,
    env: { PATH: folders.join(':') },
  });
}

/** Waits until the engine answers. */
async function answering(socket: string, child: Running): Promise<void> {
  let log = '';
  child.all.on('data', (chunk: Buffer) => {
    log = (log + chunk.toString()).slice(-2000);
  });
  const ended = child.then(() => true);
  const deadline = Date.now() + commandTimeoutMs;
  while (!(await pings(socket))) {
    const over = await Promise.race([ended, sleep(100, false)]);
    if (over || Date.now() > deadline) throw new Error(`the engine does not answer: ${log.trim()}`);
  }
}

function pings(socket: string): Promise<boolean> {
  return new Promise((resolve) => {
    const asked = request({ socketPath: socket, path: '/_ping', timeout: commandTimeoutMs }, (answer) => {
      answer.resume();
      resolve(answer.statusCode === 200);
    });
    asked.on('timeout', () => asked.destroy());
    asked.on('error', () => resolve(false));
    asked.end();
  });
}

async function end(child: Running, folder: string): Promise<void> {
  child.kill('SIGTERM');
  const killer = setTimeout(() => child.kill('SIGKILL'), commandTimeoutMs);
  await child;
  clearTimeout(killer);
  for (const mount of mountsUnder(folder)) await execa('umount', ['-l', mount], { reject: false });
  await rm(folder, { recursive: true, force: true, maxRetries: 5 });
}

/** The mount points below a folder, deepest first. */
function mountsUnder(folder: string): string[] {
  return readFileSync('/proc/self/mounts', 'utf8')
    .split('\n')
    .map((line) => line.split(' ')[1] ?? '')
    .filter((path) => path.startsWith(`${folder}/`))
    .toSorted((a, b) => b.length - a.length);
}
