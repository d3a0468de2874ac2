import type { Build } from '#contract/builds';

/** What an image's reference says beyond its name: `v1.8.0`, `@sha256:…`; empty for programs. */
export function imageTag({ subject, image }: Build): string {
  return image?.ref.startsWith(subject) ? image.ref.slice(subject.length).replace(/^:/, '') : '';
}
