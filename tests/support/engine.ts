import { existsSync } from 'node:fs';
import { type Engine, type EngineCommand, startEngineProcess } from './engine-process.ts';

export type { Engine } from './engine-process.ts';

/** An engine, or the reason why this machine cannot have one, for `ctx.skip`. */
export type EngineOrReason = { engine: Engine; reason: null } | { engine: null; reason: string };

/** Starts a real Docker engine with its own socket and overlay storage, or vfs where the file system lacks support. */
export function startEngine(): Promise<EngineOrReason> {
  return firstOf('dockerd', ['/usr/sbin/dockerd', '/usr/bin/dockerd', '/usr/local/bin/dockerd'], (file) => [
    docker(file),
    docker(file, '--storage-driver=vfs'),
  ]);
}

/** Starts this Docker engine; `path` is a folder of programs that it needs. */
export function startDocker(
  file: string,
  { path, more }: { path: string; more: readonly string[] },
): Promise<EngineOrReason> {
  return firstOf('dockerd', [file], (found) => [{ ...docker(found, ...more), path }]);
}

/** Starts a real Podman, which serves Docker's API too. */
export function startPodman(): Promise<EngineOrReason> {
  return firstOf('podman', ['/usr/bin/podman', '/usr/local/bin/podman'], (file) => [podman(file)]);
}

function no(reason: string): EngineOrReason {
  return { engine: null, reason };
}

/** Starts each command in turn until one answers. */
async function firstOf(
  name: string,
  places: readonly string[],
  commands: (file: string) => EngineCommand[],
): Promise<EngineOrReason> {
  if (process.platform !== 'linux') return no(`${name} runs on Linux only`);
  if (process.getuid?.() !== 0) return no(`${name} needs root`);
  const file = places.find((place) => existsSync(place));
  if (file === undefined) return no(`${name} is not installed`);
  let reason = '';
  for (const command of commands(file)) {
    try {
      return { engine: await startEngineProcess(command), reason: null };
    } catch (error) {
      reason = error instanceof Error ? error.message : String(error);
    }
  }
  return no(`${name}: ${reason}`);
}

/** A Docker engine without bridge and firewall rules: the tests must not change the machine's network. */
function docker(file: string, ...more: string[]): EngineCommand {
  const quiet = ['--bridge=none', '--iptables=false', '--ip-forward=false', '--ip-masq=false'];
  return {
    kind: 'docker',
    file,
    args: (folder, socket) => [
      `--host=unix://${socket}`,
      `--pidfile=${folder}/d.pid`,
      `--data-root=${folder}/data`,
      `--exec-root=${folder}/exec`,
      ...quiet,
      ...more,
    ],
  };
}

function podman(file: string): EngineCommand {
  return {
    kind: 'podman',
    file,
    args: (folder, socket) => {
      const store = [`--root=${folder}/data`, `--runroot=${folder}/run`, '--storage-driver=vfs'];
      return [...store, 'system', 'service', '--time=0', `unix://${socket}`];
    },
  };
}
