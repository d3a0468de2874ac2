import { amd64References } from './amd64.ts';
import { arm64References } from './arm64.ts';
import type { Image } from '../formats/index.ts';
import { fileOffset } from '../formats/index.ts';
import type { FunctionList } from '../functions/index.ts';

/** How much code is read at once, and more if a function is larger. */
const stepBytes = 1024 * 1024;
const readable: ReadonlySet<string> = new Set(['amd64', 'arm64']);

/**
 * Calls `found` with every address that the functions' instructions refer to, with the package of the function, and a
 * number that may be the length of what is there (0: there is none). Many addresses are not those of data. Reads the
 * instructions of amd64 and arm64. Throws `Damaged`.
 */
export function codeReferences(
  image: Image,
  { base, count, starts, codeBytes, packageOf }: FunctionList,
  found: (address: number, owner: number, length: number) => void,
): void {
  if (base === null || !readable.has(image.arch)) return;
  for (let i = 0; i < count; ) {
    const from = starts[i] ?? 0;
    let next = i + 1;
    while (next < count && (starts[next + 1] ?? 0) - from <= stepBytes) next++;
    const offset = fileOffset(image, base + from);
    const bytes = (starts[next] ?? 0) - from;
    if (offset !== null && offset + bytes <= image.bytes.length) {
      const code = image.bytes.part(offset, bytes).buffer;
      let owner = 0;
      const each = (at: number, length: number) => found(base + from + at, owner, length);
      for (; i < next; i++) {
        const start = (starts[i] ?? 0) - from;
        const end = start + (codeBytes[i] ?? 0);
        owner = packageOf[i] ?? 0;
        if (image.arch === 'amd64') amd64References(code, start, end, each);
        else arm64References(code, start, end, (base + from) & 0xfff, each);
      }
    }
    i = next;
  }
}
