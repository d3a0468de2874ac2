import type { ImageFacts } from '#contract/images';
import type { InfoReply, VersionReply } from './replies.ts';

/** How an engine keeps images, which decides what its one number called "size" means. */
export interface Store {
  engine: ImageFacts['engine']['name'];
  /** The engine's word: `overlay2`, `overlayfs`, `vfs`. */
  driver: string;
  /** Docker's containerd image store; the default from Engine 29 on. */
  containerd: boolean;
}

/** Tells Podman by the component it lists, and the containerd store by the driver type Docker states. */
export function storeOf(version: VersionReply, info: InfoReply): Store {
  return {
    engine: version.Components.some(({ Name }) => Name.startsWith('Podman')) ? 'podman' : 'docker',
    driver: info.Driver,
    containerd: info.DriverStatus.some((pair) => pair[1]?.startsWith('io.containerd.snapshotter') === true),
  };
}
