import type { Build } from '#contract/build';

/** The part of an image's reference after its name: `v1.8.0`, `@sha256:…`; null: of a program, and without one. */
export function imageTag({ subject, image }: Pick<Build, 'subject' | 'image'>): string | null {
  if (!image?.ref.startsWith(subject)) return null;
  return image.ref.slice(subject.length).replace(/^:/, '') || null;
}
