import { type Bytes, Damaged } from '../bytes/index.ts';
import { type FunctionList, functionData } from '../functions/index.ts';
import { fileOffset, type Image } from '../formats/index.ts';

/** Where inlined calls are described (internal/abi/symtab.go and, before, runtime/symtab.go). */
interface Layout {
  /** The first Go 1 release that has it. */
  since: number;
  /** `PCDATA_InlTreeIndex`. */
  pcTable: number;
  /** `FUNCDATA_InlTree`. */
  functionData: number;
  /** The size of an entry (`inlinedCall`), and where in it the offset of the function's name is. */
  callBytes: number;
  name: number;
}

const old = { pcTable: 2, callBytes: 20, name: 12 };

/** By the Go 1 release that changed something, newest first. */
const layouts: readonly Layout[] = [
  { since: 20, pcTable: 2, functionData: 3, callBytes: 16, name: 4 },
  { ...old, since: 16, functionData: 3 },
  { ...old, since: 13, functionData: 4 },
  { ...old, since: 12, pcTable: 1, functionData: 2 },
];

/** null: the release is not known, or has none that can be read. */
export function layoutOf(list: FunctionList, release: number | null): Layout | null {
  const { layout } = list.table;
  const known = release ?? { 'go1.20': 20, 'go1.18': 18, 'go1.16': 16, 'go1.2': null }[layout];
  return known === null ? null : (layouts.find((each) => each.since <= known) ?? null);
}

/** The calls that were inlined, of all functions. */
export interface CallTrees {
  /** The offset of each function's calls in `content`; -1: it has none. */
  offsets: Int32Array;
  content: Bytes;
}

/** After the start of the last function's calls. */
const lastTreeBytes = 1024 * 1024;

/**
 * Finds the calls that were inlined into each function. `base` is what offsets of function data are relative to (see
 * `ModuleData`). null: there are none. Throws `Damaged`.
 */
export function readCallTrees(
  image: Image,
  list: FunctionList,
  base: number | null,
  kind: number,
): CallTrees | null {
  if (base === null && !list.table.pointerEntries) return null;
  const addresses = new Float64Array(list.count);
  let [first, last] = [Number.POSITIVE_INFINITY, 0];
  for (let i = 0; i < list.count; i++) {
    const data = functionData(list, i, kind);
    if (data === null) continue;
    const address = (base ?? 0) + data;
    addresses[i] = address;
    first = Math.min(first, address);
    last = Math.max(last, address);
  }
  if (last === 0) return null;
  const section = image.sections.find((s) => first >= s.address && last < s.address + s.fileBytes);
  const start = fileOffset(image, first);
  if (!section || start === null) throw new Damaged('its inlined calls are outside of its data.');
  const end = section.offset + section.fileBytes;
  const content = image.bytes.part(start, Math.min(last - first + lastTreeBytes, end - start));
  const offsets = new Int32Array(list.count).fill(-1);
  for (let i = 0; i < list.count; i++) {
    const address = addresses[i] ?? 0;
    if (address !== 0) offsets[i] = address - first;
  }
  return { offsets, content };
}
