import { join } from 'node:path/posix';
import type { System } from '#core/system';

/** An address at which an engine may serve its API. */
export interface Endpoint {
  /** As Docker writes it: `unix:///var/run/docker.sock`, `tcp://127.0.0.1:2375`. */
  address: string;
  /** What node:http connects to. */
  to: { socketPath: string } | { host: string; port: number };
}

/**
 * Parses an address in the form of DOCKER_HOST and of Docker's contexts (docs.docker.com/reference/cli/docker,
 * "Environment variables"). null: not supported by Burrow, such as `ssh://`.
 */
export function parseAddress(address: string): Endpoint | null {
  const text = address.trim();
  const [, scheme = '', rest = ''] = /^([a-z]+):\/\/(.*)$/i.exec(text) ?? [];
  switch (scheme.toLowerCase()) {
    case 'unix':
    case 'npipe':
      return rest === '' ? null : { address: text, to: { socketPath: rest } };
    case 'tcp':
    case 'http':
      return overTcp(text, rest);
    default:
      return null;
  }
}

/** 2375 is Docker's port for plain HTTP. */
function overTcp(address: string, rest: string): Endpoint | null {
  const url = URL.canParse(`http://${rest}`) ? new URL(`http://${rest}`) : null;
  if (!url || url.hostname === '' || url.pathname !== '/') return null;
  // An explicit port 80 is the default of the scheme, so `port` omits it.
  const port = url.port === '' ? (rest.endsWith(':80') ? 80 : 2375) : Number(url.port);
  return { address, to: { host: url.hostname.replace(/^\[|\]$/g, ''), port } };
}

/** The default addresses of known engines, the most common first. */
export function wellKnownEndpoints(system: Pick<System, 'os' | 'env' | 'home'>): Endpoint[] {
  if (system.os === 'windows') return [pipe('docker_engine'), pipe('podman-machine-default')];
  const runtime = system.env['XDG_RUNTIME_DIR'];
  return [
    '/var/run/docker.sock',
    // Docker Desktop on macOS and on Linux.
    join(system.home, '.docker/run/docker.sock'),
    join(system.home, '.docker/desktop/docker.sock'),
    join(system.home, '.orbstack/run/docker.sock'),
    join(system.home, '.colima/default/docker.sock'),
    // Rancher Desktop.
    join(system.home, '.rd/docker.sock'),
    // Rootless Docker and Podman.
    ...(runtime ? [join(runtime, 'docker.sock'), join(runtime, 'podman/podman.sock')] : []),
    '/run/podman/podman.sock',
  ].map((socketPath) => ({ address: `unix://${socketPath}`, to: { socketPath } }));
}

function pipe(name: string): Endpoint {
  return { address: `npipe:////./pipe/${name}`, to: { socketPath: `//./pipe/${name}` } };
}
