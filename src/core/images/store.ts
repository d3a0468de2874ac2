import type { InfoReply, VersionReply } from './replies.ts';

/** How an engine keeps images, which decides what its one number called "size" means. */
export interface Store {
  /** `docker`, `podman`, or the name of an engine whose sizes nobody here knows the meaning of. */
  engine: string;
  /** The engine's word: `overlay2`, `overlayfs`, `vfs`. */
  driver: string;
  /** Docker's containerd image store; the default from Engine 29 on. */
  containerd: boolean;
}

/** Tells an engine by the components it lists, and the containerd store by the driver type Docker states. */
export function storeOf(version: VersionReply, info: InfoReply): Store {
  return {
    engine: engineOf(version.Components.map(({ Name }) => Name)),
    driver: info.Driver,
    containerd: info.DriverStatus.some((pair) => pair[1]?.startsWith('io.containerd.snapshotter') === true),
  };
}

/** Docker lists its own part as `Engine`, Podman as `Podman Engine`; others serve Docker's API over containerd. */
function engineOf(components: readonly string[]): string {
  if (components.some((name) => name.startsWith('Podman'))) return 'podman';
  if (components.includes('Engine')) return 'docker';
  return components[0] ?? 'unknown';
}
