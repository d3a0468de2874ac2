/** What serves an engine's API, by its own name. */
export interface Product {
  /** `Docker Desktop`, `Colima`; null: not known. */
  product: string | null;
  /** Which of several: Colima's profile, Lima's instance, Podman's machine. */
  instance: string | null;
}

const unknown: Product = { product: null, instance: null };

/** Where products put their sockets; a group is the instance. */
const places: readonly [RegExp, string][] = [
  [/\/\.docker\/(?:run|desktop)\/docker\.sock$/, 'Docker Desktop'],
  [/\/\.orbstack\/run\/docker\.sock$/, 'OrbStack'],
  [/\/\.?colima\/([^/]+)\/docker\.sock$/, 'Colima'],
  [/\/\.rd\/docker\.sock$/, 'Rancher Desktop'],
  [/\/\.lima\/([^/]+)\/sock\/(?:docker|podman)\.sock$/, 'Lima'],
  [
    /\/podman\/machine\/(?:(?!qemu\/|applehv\/|libkrun\/)([^/]+)\/)?(?:[^/]+\/)?podman\.sock$/,
    'Podman machine',
  ],
  [/\/podman\/([^/]+)-api\.sock$/, 'Podman machine'],
  [/\/podman\/podman\.sock$/, 'Podman'],
  [/^nerdctl:.*\/\.rd\//, 'Rancher Desktop (nerdctl)'],
  [/^nerdctl:.*nerdctl\.lima$/, 'Lima (nerdctl)'],
  [/^nerdctl:/, 'containerd (nerdctl)'],
  // Docker Desktop's pipes on Windows; docker_engine is also that of Docker on a Windows server.
  [/[\\/]pipe[\\/]dockerDesktop\w*Engine$/i, 'Docker Desktop'],
  [/[\\/]pipe[\\/](podman-[\w-]+)$/i, 'Podman machine'],
];

/** By the path of the socket or pipe, which should be without links. */
export function productAt(path: string): Product {
  for (const [place, product] of places) {
    const found = place.exec(path);
    if (found) return { product, instance: found[1] ?? null };
  }
  return unknown;
}

/** The names that an engine says: the components and the platform of its version, and its operating system. */
export interface SaidNames {
  components: readonly string[];
  platform: string | null;
  operatingSystem: string | null;
}

/** By what the engine says; where it serves is known better, because a virtual machine runs a plain Docker Engine. */
export function productSaid({ components, platform, operatingSystem }: SaidNames): string | null {
  const names = [platform, operatingSystem].filter((name) => name !== null);
  const known = ['Docker Desktop', 'OrbStack', 'Rancher Desktop'];
  const desktop = known.find((product) => names.some((name) => name.startsWith(product)));
  if (desktop !== undefined) return desktop;
  if (components.some((name) => name.startsWith('Podman'))) return 'Podman';
  if (components.includes('Engine')) return 'Docker Engine';
  return components[0] ?? null;
}
