import type { Build } from '#contract/build';

/** The part of an image's reference after its name: `v1.8.0`, `@sha256:…`; null: of a program, and without one. */
export function imageTag({ subject, image }: Pick<Build, 'subject' | 'image'>): string | null {
  if (!image?.ref.startsWith(subject)) return null;
  return image.ref.slice(subject.length).replace(/^:/, '') || null;
}

/** The last part of an image's reference, with its tag: `server:1.8` for `registry.example.com/shop/server:1.8`. Pure. */
export function shortRef(ref: string): string {
  return ref.slice(ref.lastIndexOf('/') + 1);
}
