import type { Build } from '#contract/build';

/** The part of an image's reference after its name: `v1.8.0`, `@sha256:…`; empty for programs. */
export function imageTag({ subject, image }: Build): string {
  return image?.ref.startsWith(subject) ? image.ref.slice(subject.length).replace(/^:/, '') : '';
}
