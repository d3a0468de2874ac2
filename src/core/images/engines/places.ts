import { readdir } from 'node:fs/promises';
import { join } from 'node:path/posix';
import type { System } from '#core/system';

type Machine = Pick<System, 'os' | 'env' | 'home'>;

/** More profiles or virtual machines of one product than anyone has. */
const maxInstances = 50;

/**
 * The paths of the sockets and pipes where the known products serve Docker's API, the most common first, whether or not
 * they exist. Each product's profiles and virtual machines are looked up in its folder.
 */
export async function usualPlaces(system: Machine): Promise<string[]> {
  if (system.os === 'windows') return windowsPipes();
  const { env, home } = system;
  const runtime = env['XDG_RUNTIME_DIR'];
  const config = env['XDG_CONFIG_HOME'] || join(home, '.config');
  const data = env['XDG_DATA_HOME'] || join(home, '.local/share');
  const temporary = env['TMPDIR'] || '/tmp';
  const colimas = env['COLIMA_HOME'] ? [env['COLIMA_HOME']] : [join(home, '.colima'), join(config, 'colima')];
  const machines = join(data, 'containers/podman/machine');
  const instances = await Promise.all([
    ...colimas.map((folder) => inEach(folder, ['docker.sock'])),
    inEach(env['LIMA_HOME'] || join(home, '.lima'), ['sock/docker.sock', 'sock/podman.sock']),
    // Older machines have a folder for the kind of virtual machine, or one of their own.
    inEach(machines, ['podman.sock']),
    namesIn(join(temporary, 'podman'), /-api\.sock$/),
  ]);
  return [
    '/var/run/docker.sock',
    // Docker Desktop on a Mac and on Linux.
    join(home, '.docker/run/docker.sock'),
    join(home, '.docker/desktop/docker.sock'),
    join(home, '.orbstack/run/docker.sock'),
    join(home, '.rd/docker.sock'),
    ...instances.flat(),
    join(machines, 'podman.sock'),
    // Rootless Docker and Podman.
    ...(runtime ? [join(runtime, 'docker.sock'), join(runtime, 'podman/podman.sock')] : []),
    '/run/podman/podman.sock',
  ];
}

/** The pipes of running engines, and those where one is usual. */
async function windowsPipes(): Promise<string[]> {
  const usual = ['docker_engine', 'dockerDesktopLinuxEngine', 'podman-machine-default'];
  const running = await namesIn('//./pipe', /^(?:docker(?:_engine|Desktop\w*Engine)|podman-[\w-]+)$/i);
  return [...new Set([...usual.map((name) => `//./pipe/${name}`), ...running])];
}

async function inEach(folder: string, paths: readonly string[]): Promise<string[]> {
  const instances = await namesIn(folder, /^[^_.]/);
  return instances.flatMap((instance) => paths.map((path) => join(instance, path)));
}

/** The paths in a folder whose names match; none if it cannot be read. */
async function namesIn(folder: string, wanted: RegExp): Promise<string[]> {
  const names = await readdir(folder).catch(() => []);
  return names
    .filter((name) => wanted.test(name))
    .toSorted()
    .slice(0, maxInstances)
    .map((name) => join(folder, name));
}
