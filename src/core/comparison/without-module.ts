import type { ModuleDelta } from '#contract/comparison';
import { partDelta } from './delta.ts';
import { bucketBytes, type Comparable, type Side } from './sides.ts';

/**
 * What no module owns, as rows of the list of modules, so that it adds up to the file: debug information and symbols that
 * only one side has, and bytes without an owner. Nothing where packages do not have all of their bytes. Pure.
 */
export function withoutModule({ a, b, codeOnly, oneSided }: Comparable): ModuleDelta[] {
  if (codeOnly || a.packages.length === 0 || b.packages.length === 0) return [];
  const apart = (['debug-info', 'symbols'] as const).filter((name) => oneSided.has(name));
  const apartOf = ({ build }: Side) => apart.map((name) => bucketBytes(build, name) ?? 0);
  const unowned = (side: Side) =>
    (side.build.artifact?.bytes ?? 0) -
    [...apartOf(side), ...side.packages.map(({ bytes }) => bytes)].reduce((sum, bytes) => sum + bytes, 0);
  const [left, right] = [apartOf(a), apartOf(b)];
  return [
    ...apart.map((name, at) => rowOf(name, left[at] ?? 0, right[at] ?? 0)),
    rowOf('unowned', unowned(a), unowned(b)),
  ].filter(({ change }) => change !== 0);
}

function rowOf(kind: ModuleDelta['kind'], a: number, b: number): ModuleDelta {
  const { name: _name, ...delta } = partDelta('', a === 0 ? null : a, b === 0 ? null : b);
  return { path: '', kind, versionA: null, versionB: null, ...delta };
}
