import type { WastedFile } from '#contract/image-contents';

/** The bytes below each of `count` layers that it hides. Pure. */
export function hiddenByLayer(wasted: readonly WastedFile[], count: number): number[] {
  const bytes = Array.from({ length: count }, () => 0);
  for (const { hiddenBy, bytes: more } of wasted) bytes[hiddenBy] = (bytes[hiddenBy] ?? 0) + more;
  return bytes;
}
