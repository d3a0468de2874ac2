import type { ImageFacts } from '#contract/images';
import type { InfoReply, VersionReply } from './replies.ts';

/** How an engine stores images, which determines the meaning of the `Size` that it reports. */
export interface Store {
  engine: ImageFacts['engine']['name'];
  /** As named by the engine: `overlay2`, `overlayfs`, `vfs`. */
  driver: string;
  /** Docker's containerd image store; the default since Engine 29. */
  containerd: boolean;
}

/** Recognizes Podman by the component that it lists, and the containerd store by the driver type. */
export function storeOf(version: VersionReply, info: InfoReply): Store {
  return {
    engine: version.Components.some(({ Name }) => Name.startsWith('Podman')) ? 'podman' : 'docker',
    driver: info.Driver,
    containerd: info.DriverStatus.some((pair) => pair[1]?.startsWith('io.containerd.snapshotter') === true),
  };
}
