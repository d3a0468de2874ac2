import type { ManifestReply } from '../engines/index.ts';

/** `linux`, `arm64`, `v8`, as in an image's configuration. */
export interface Platform {
  os: string;
  architecture: string;
  variant?: string | null | undefined;
}

/** `linux/arm64/v8` */
export function platformName({ os, architecture, variant }: Platform): string {
  return [os, architecture, variant].filter(Boolean).join('/');
}

/** Whether this is the name of a platform: `linux/arm64`, `linux/arm64/v8`. */
export function isPlatform(platform: Platform, name: string): boolean {
  const [os = '', architecture = '', variant] = name.split('/');
  return isSame({ os, architecture, variant }, platform);
}

/** What containerd takes a missing variant for (containerd/platforms, database.go). */
const usualVariant: Readonly<Record<string, string>> = { arm: 'v7', arm64: 'v8', amd64: 'v1' };

/**
 * The manifest of an image for a platform, as the engine's containerd store lists them: attestations are no images, and
 * platforms that were not pulled have no content. Of several for one platform containerd takes the first. null: there is none.
 */
export function manifestFor(manifests: readonly ManifestReply[], wanted: Platform): ManifestReply | null {
  return images(manifests).find(({ ImageData }) => isSame(ImageData?.Platform, wanted)) ?? null;
}

/** The manifest that the engine would run on this platform: the one for it, else the first that is there. */
export function manifestToRun(manifests: readonly ManifestReply[], here: Platform): ManifestReply | null {
  return manifestFor(manifests, here) ?? images(manifests)[0] ?? null;
}

function images(manifests: readonly ManifestReply[]): ManifestReply[] {
  return manifests.filter(({ Kind, Available }) => Kind === 'image' && Available !== false);
}

function isSame(a: Platform | undefined, b: Platform): boolean {
  return (
    a !== undefined && a.os === b.os && a.architecture === b.architecture && variantOf(a) === variantOf(b)
  );
}

function variantOf({ architecture, variant }: Platform): string {
  return variant || (usualVariant[architecture] ?? '');
}
