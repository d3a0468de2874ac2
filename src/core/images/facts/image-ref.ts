import { failure } from '#contract/failure';

/** The characters that refs may contain (distribution/reference, reference.go): names, ports, tags, digests, ids. */
const characters = /^[A-Za-z0-9[][A-Za-z0-9._:@/[\]-]*$/;

/** A full or shortened image id. */
const id = /^(sha256:)?[0-9a-f]{7,64}$/;

/**
 * The path of an image below the engine's `/images/`. The ref is not trusted and becomes part of a URL, so one that
 * could lead elsewhere is refused. Failures: image.ref-invalid.
 */
export function imagePath(ref: string): string {
  const parts = ref.split('/');
  const leadsElsewhere = parts.some((part) => part === '' || part === '.' || part === '..');
  if (ref.length > 512 || !characters.test(ref) || leadsElsewhere) {
    throw failure('image.ref-invalid', { ref: ref.slice(0, 512) });
  }
  return parts.map((part) => encodeURIComponent(part)).join('/');
}

/** Whether the ref is an image id. */
export function isImageId(ref: string): boolean {
  return id.test(ref);
}

/** The short form of a ref: without the default registry, which Podman includes (`docker.io/library/redis:7`). */
export function familiarRef(ref: string): string {
  return ref.replace(/^docker\.io\/(library\/)?/, '');
}

/** The ref without tag and digest, the same for every build: `localhost:5000/shop:1` → `localhost:5000/shop`. */
export function imageName(ref: string): string {
  const named = ref.split('@')[0] ?? ref;
  const colon = named.lastIndexOf(':');
  return colon > named.lastIndexOf('/') ? named.slice(0, colon) : named;
}
