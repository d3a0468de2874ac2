import type { InfoReply, VersionReply } from './replies.ts';

/** How an engine stores images, which determines the meaning of the `Size` that it reports. */
export interface Store {
  /** `docker`, `podman`, or the name of another engine, whose sizes have no known meaning. */
  engine: string;
  /** As named by the engine: `overlay2`, `overlayfs`, `vfs`. */
  driver: string;
  /** Docker's containerd image store; the default since Engine 29. */
  containerd: boolean;
}

/** Recognizes an engine by the components that it lists, and the containerd store by the driver type. */
export function storeOf(version: VersionReply, info: InfoReply): Store {
  return {
    engine: engineOf(version.Components.map(({ Name }) => Name)),
    driver: info.Driver,
    containerd: info.DriverStatus.some((pair) => pair[1]?.startsWith('io.containerd.snapshotter') === true),
  };
}

/** Docker lists its own part as `Engine`, Podman as `Podman Engine`; others serve Docker's API over containerd. */
export function engineOf(components: readonly string[]): string {
  if (components.some((name) => name.startsWith('Podman'))) return 'podman';
  if (components.includes('Engine')) return 'docker';
  return components[0] ?? 'unknown';
}
