import type { Image } from '../formats/index.ts';
import { type FunctionFacts, functionName } from '../functions/index.ts';
import { codeReferences } from '../instructions/index.ts';
import { eachCall } from './calls.ts';
import { DataSpace } from './data-space.ts';
import { Marks } from './marks.ts';
import { Pairs } from './pairs.ts';

const maxEdges = 16_000_000;
const wordBytes = 8;
const moduleDataBytes = 56 * wordBytes;

/** The machine code of packages that a program reaches, in bytes. */
export type ReachedCode = ReadonlyMap<string, number>;

/** What in a program reaches what. */
export interface CallGraph {
  /** All machine code, by package. */
  code: ReachedCode;
  /**
   * What is reached without the packages that `isLeftOut` names, from the start of the program and the initialisation of the
   * other packages. `possibly`: a type that is reached reaches all of its methods, which is more than what is needed; otherwise
   * only calls, function values, and tables of methods do, which is less, because methods are also found by name.
   */
  reached: (isLeftOut: (path: string) => boolean, how: 'certainly' | 'possibly') => ReachedCode;
}

/**
 * Reads which functions refer to which: by calls, and by data that points to functions. null: it is not known, as for other
 * processors than amd64 and arm64. Throws `Damaged`.
 */
export function readCallGraph(image: Image, { list, moduleData, inside }: FunctionFacts): CallGraph | null {
  if (!list || list.base === null || !moduleData || !['amd64', 'arm64'].includes(image.arch)) return null;
  const { base, count, starts, codeBytes, packages, packageOf } = list;
  const space = new DataSpace(image, inside);
  const begins = new Map(Array.from({ length: count }, (_, i) => [starts[i] ?? 0, i]));
  const marks = new Marks(space.length);
  const references = new Pairs(maxEdges);
  const calls = new Pairs(maxEdges);
  // With its number for its package, each function has its own references.
  const functions = { ...list, packageOf: Uint32Array.from({ length: count }, (_, i) => i) };
  codeReferences(image, functions, ({ start, count: found, places, owners }) => {
    for (let i = 0; i < found; i++) {
      const [address, owner] = [start + (places[i] ?? 0), owners[i] ?? 0];
      const place = space.place(address);
      const callee = place < 0 ? begins.get(address - base) : undefined;
      if (place >= 0) references.add(owner, place);
      if (callee !== undefined) calls.add(owner, callee);
    }
  });
  eachCall(
    image,
    list,
    (offset) => begins.get(offset),
    (from, to) => calls.add(from, to),
  );
  const { data, code } = readWords(space, base, begins, [
    { start: space.place(moduleData.address), bytes: moduleDataBytes },
    // Before Go 1.27, a list of pointers to all of them, which keeps none of them.
    ...(moduleData.itabs && moduleData.typeBytes === null
      ? [{ start: space.place(moduleData.itabs.address), bytes: moduleData.itabs.bytes }]
      : []),
  ]);
  const methods = readMethods(space, begins, moduleData);
  for (const place of references.lists().to) marks.mark(place);
  for (const place of data.lists().to) marks.mark(place);
  for (const { start } of space.regions) marks.mark(start);
  const nodes = count + marks.cut();
  const piece = (place: number) => count + marks.pieceAt(place);
  const edges = new Pairs(maxEdges * 2);
  const add = (pairs: Pairs, from: (n: number) => number, to: (n: number) => number) => {
    for (let i = 0; i < pairs.length; i++) edges.add(from(pairs.from(i)), to(pairs.to(i)));
  };
  const same = (n: number) => n;
  add(calls, same, same);
  add(references, same, piece);
  add(data, piece, piece);
  add(code, piece, same);
  const certain = edges.groupByFrom(nodes);
  add(methods, piece, same);
  const possible = edges.groupByFrom(nodes);
  const roots = Array.from({ length: count }, (_, i) =>
    rootOf(functionName(list, i), packages[packageOf[i] ?? 0] ?? ''),
  );
  const sum = (isCounted: (i: number) => boolean): ReachedCode => {
    const sums = new Map<string, number>();
    for (let i = 0; i < count; i++) {
      const path = packages[packageOf[i] ?? 0] ?? '';
      if (isCounted(i)) sums.set(path, (sums.get(path) ?? 0) + (codeBytes[i] ?? 0));
    }
    return sums;
  };
  return {
    code: sum(() => true),
    reached: (isLeftOut, how) => {
      const out = packages.map(isLeftOut);
      const { begins: from, to } = how === 'possibly' ? possible : certain;
      const seen = new Uint8Array(nodes);
      const waiting: number[] = [];
      const meet = (node: number) => {
        if (seen[node] === 1 || (node < count && out[packageOf[node] ?? 0] === true)) return;
        seen[node] = 1;
        waiting.push(node);
      };
      for (let i = 0; i < count; i++)
        if (roots[i] === 'always' || (roots[i] === 'possibly' && how === 'possibly')) meet(i);
      for (let node = waiting.pop(); node !== undefined; node = waiting.pop())
        for (let i = from[node] ?? 0; i < (from[node + 1] ?? 0); i++) meet(to[i] ?? 0);
      return sum((i) => seen[i] === 1);
    },
  };
}

/** Where a program begins: its entry, and the initialisation of its packages. The runtime is called by the compiler too. */
function rootOf(name: string, path: string): 'always' | 'possibly' | null {
  if (name === 'main.main' || name.startsWith('_rt0') || /\.init(\.\d+)?$/.test(name)) return 'always';
  if (path.startsWith('(')) return 'always';
  return path === 'runtime' ? 'possibly' : null;
}

/** What aligned words of the data point to: `data` is (place, place), `code` (place, function). */
function readWords(
  space: DataSpace,
  base: number,
  begins: ReadonlyMap<number, number>,
  skipped: readonly { start: number; bytes: number }[],
): { data: Pairs; code: Pairs } {
  const [data, code] = [new Pairs(maxEdges), new Pairs(maxEdges)];
  for (const { start, bytes } of space.regions) {
    const end = start + bytes - wordBytes;
    for (let place = Math.ceil(start / wordBytes) * wordBytes; place <= end; place += wordBytes) {
      const address = space.pointer(place);
      if (address === 0 || skipped.some((each) => place >= each.start && place < each.start + each.bytes))
        continue;
      const callee = begins.get(address - base);
      if (callee !== undefined) {
        code.add(place, callee);
        continue;
      }
      const target = space.place(address);
      if (target >= 0) data.add(place, target);
    }
  }
  return { data, code };
}

/**
 * The methods in the types of a program, as (place, function): two offsets of functions in the code, one behind the other
 * (internal/abi/type.go, `Method`).
 */
function readMethods(
  space: DataSpace,
  begins: ReadonlyMap<number, number>,
  { typesStart, typesEnd }: NonNullable<FunctionFacts['moduleData']>,
): Pairs {
  const methods = new Pairs(maxEdges);
  const start = space.place(typesStart ?? 0);
  if (start < 0 || typesStart === null || typesEnd === null) return methods;
  const end = Math.min(start + typesEnd - typesStart, space.length) - wordBytes;
  for (let place = start; place <= end; place += 4) {
    const [first, second] = [space.content.readUInt32LE(place), space.content.readUInt32LE(place + 4)];
    if (first === 0 || second === 0) continue;
    const [viaInterface, direct] = [begins.get(first), begins.get(second)];
    if (viaInterface === undefined || direct === undefined) continue;
    methods.add(place, viaInterface);
    methods.add(place, direct);
  }
  return methods;
}
