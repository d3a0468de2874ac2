import type { Saving } from '#contract/modules';
import type { CallGraph } from '#core/binaries';
import { type ImportGraph, type LeftOut, reached } from './graph.ts';

/** What a package takes in a program, in bytes. */
export interface PackageBytes {
  bytes: number;
  /** Of `bytes`: its part of what several packages share. */
  byShare: number;
  /** Of `bytes`: machine code, and what goes with it: function tables, debug information and symbols. */
  withCode: number;
}

/** The sizes of a program; `unowned` belongs to no package. */
export interface ProgramBytes {
  packages: ReadonlyMap<string, PackageBytes>;
  /** The key in `packages` of an import path: the program itself is `main`. */
  keyOf: (path: string) => string;
  unowned: number;
}

/**
 * Bounds of what a program loses without the packages that are left out, in bytes. `min`: the packages that are lost, as
 * far as their bytes are theirs alone. `max`: these, every package that they share with the rest, as if nothing else used
 * it, and what belongs to no package; but not what the runtime needs, which every program has. With a call graph, `min`
 * also has the code that only they reach, and `max` at most what is not certainly reached without them. Code that replaces
 * what is left out is not counted. Pure.
 */
export function savingOf(
  graph: ImportGraph,
  outside: LeftOut,
  sizes: ProgramBytes,
  calls: CallGraph | null,
): Saving {
  const byImports = boundsOfImports(graph, outside, sizes);
  if (!calls) return { ...byImports, basis: 'imports' };
  const byCalls = boundsOfCalls(outside, sizes, calls);
  return {
    min: Math.max(byImports.min, byCalls.min),
    max: Math.max(byImports.min, byCalls.min, Math.min(byImports.max, byCalls.max)),
    basis: 'calls',
  };
}

type Bounds = Pick<Saving, 'min' | 'max'>;

function boundsOfImports(graph: ImportGraph, { lost, shared }: LeftOut, sizes: ProgramBytes): Bounds {
  const always = reached(graph, ['runtime']);
  const bytesOf = (path: string) => sizes.packages.get(sizes.keyOf(path))?.bytes ?? 0;
  let { min, max } = boundsOfLost(lost, sizes);
  for (const path of shared) if (!always.has(path)) max += bytesOf(path);
  return { min, max };
}

/** What the lost packages have, and what belongs to none. */
function boundsOfLost(lost: ReadonlySet<string>, { packages, keyOf, unowned }: ProgramBytes): Bounds {
  let [min, max] = [0, unowned];
  for (const path of lost) {
    const { bytes, byShare } = packages.get(keyOf(path)) ?? { bytes: 0, byShare: 0 };
    min += bytes - byShare;
    max += bytes;
  }
  return { min, max };
}

/**
 * Of the packages that stay, the code that is not reached any more, with what goes with it. Their data is not followed: of those
 * that are shared, all of it may be lost, of the others as much as of their code; and what belongs to all packages, such as
 * code that Go generates, as much as of all code.
 */
function boundsOfCalls({ lost, shared }: LeftOut, sizes: ProgramBytes, calls: CallGraph): Bounds {
  const lostKeys = new Set([...lost].map(sizes.keyOf));
  const sharedKeys = new Set([...shared].map(sizes.keyOf));
  const before = calls.reached(() => false, 'possibly');
  const possible = calls.reached((key) => lostKeys.has(key), 'possibly');
  const certain = calls.reached((key) => lostKeys.has(key), 'certainly');
  let { min, max } = boundsOfLost(lost, sizes);
  for (const [key, code] of before) if (!lostKeys.has(key)) min += code - (possible.get(key) ?? 0);
  const total = sum(calls.code);
  const ofAll = total === 0 ? 0 : 1 - sum(certain) / total;
  for (const [key, { bytes, withCode }] of sizes.packages) {
    if (lostKeys.has(key)) continue;
    const code = calls.code.get(key) ?? 0;
    const part = code === 0 ? 1 : 1 - (certain.get(key) ?? 0) / code;
    if (key.startsWith('(')) max += bytes * ofAll;
    else max += withCode * part + (bytes - withCode) * (sharedKeys.has(key) ? 1 : part);
  }
  return { min: Math.round(min), max: Math.round(max) };
}

function sum(code: ReadonlyMap<string, number>): number {
  return code.values().reduce((total, bytes) => total + bytes, 0);
}
