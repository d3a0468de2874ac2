import type { WastedFile } from '#contract/image-contents';
import { imageEntryKinds } from '#contract/image-entry-kinds';
import type { AppliedLayers } from './apply-layers.ts';
import type { LayerContent } from './layer-content.ts';

const fileKind = imageEntryKinds.indexOf('file');
/** As many as are kept and shown one by one. */
const maxFiles = 1000;

/** The stored files without a name in the final file system, each once: their number and bytes, and the largest of them. */
export function wasteOf(
  layers: readonly LayerContent[],
  applied: AppliedLayers,
): { bytes: number; count: number; files: WastedFile[] } {
  const files: WastedFile[] = [];
  for (const [layer, content] of layers.entries()) {
    // One that the image has twice is stored once.
    if (layers.indexOf(content) !== layer) continue;
    const { paths, kinds, bytes } = content;
    for (let i = 0; i < kinds.length; i++) {
      const size = bytes[i] ?? 0;
      if (kinds[i] !== fileKind || size === 0) continue;
      const hidden = applied.hidden(layer, i);
      if (!hidden) continue;
      const { by: hiddenBy, how, again } = hidden;
      files.push({ path: paths[i] ?? '', bytes: size, layer, hiddenBy, how, again });
    }
  }
  files.sort((a, b) => b.bytes - a.bytes);
  const bytes = files.reduce((sum, file) => sum + file.bytes, 0);
  return { bytes, count: files.length, files: files.slice(0, maxFiles) };
}
