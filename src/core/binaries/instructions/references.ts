import { amd64References } from './amd64.ts';
import { arm64References } from './arm64.ts';
import { Damaged } from '../bytes/index.ts';
import { Found } from './found.ts';
import type { Image } from '../formats/index.ts';
import { fileOffset } from '../formats/index.ts';
import type { FunctionList } from '../functions/index.ts';

/** How much code is read at once, and more if a function is larger. */
const stepBytes = 1024 * 1024;
/** Ten times as large as the largest known functions; protects memory. */
const maxFunctionBytes = 32 * 1024 * 1024;
/** What follows the code in a step, so that looking at an instruction that is cut off stays within it. */
const paddingBytes = 64;
const readers: Partial<Record<string, typeof amd64References>> = {
  amd64: amd64References,
  arm64: arm64References,
};

/**
 * Calls `each` with the addresses that the functions' instructions refer to, those of about a megabyte of code at once.
 * Many of them are not those of data. Reads the instructions of amd64 and arm64. Throws `Damaged`.
 */
export function codeReferences(image: Image, list: FunctionList, each: (found: Found) => void): void {
  const { base, count, starts, codeBytes, packageOf } = list;
  const references = readers[image.arch];
  if (base === null || !references) return;
  const stepEnd = (first: number): number => {
    let next = first + 1;
    while (next < count && (starts[next + 1] ?? 0) - (starts[first] ?? 0) <= stepBytes) next++;
    return next;
  };
  const largest = largestStep(list);
  if (largest > maxFunctionBytes) throw new Damaged('a function is too large.');
  const code = new Uint8Array(largest + paddingBytes);
  const found = new Found(largest);
  for (let i = 0; i < count; ) {
    const next = stepEnd(i);
    const from = starts[i] ?? 0;
    const bytes = (starts[next] ?? 0) - from;
    const offset = fileOffset(image, base + from);
    if (offset !== null && offset + bytes <= image.bytes.length) {
      image.bytes.copy(offset, bytes, code);
      found.start = base + from;
      found.count = 0;
      for (; i < next; i++) {
        const start = (starts[i] ?? 0) - from;
        references(code, start, start + (codeBytes[i] ?? 0), packageOf[i] ?? 0, found);
      }
      each(found);
    }
    i = next;
  }
}

/** The size of the buffer that a step needs. */
function largestStep({ count, starts }: FunctionList): number {
  let largest = Math.min(stepBytes, (starts[count] ?? 0) - (starts[0] ?? 0));
  for (let i = 0; i < count; i++) largest = Math.max(largest, (starts[i + 1] ?? 0) - (starts[i] ?? 0));
  return largest;
}
