import type { Move } from '#contract/comparison';
import { delta } from '../delta.ts';
import type { Comparable, Side } from '../sides.ts';
import { bucketMoves } from './bucket-moves.ts';
import { moduleMoves, type ModulePackage, type MovingModule } from './module-moves.ts';
import { type Moved, type MovingPackage, packageMoves } from './package-moves.ts';

/** What moved between two programs: modules, their packages, other packages, buckets; largest first. Pure. */
export function findMoves({ a, b }: Comparable): Move[] {
  if (a.packages.length === 0 || b.packages.length === 0) return bucketMoves(a.build, b.build);
  const [left, right] = [modulesOf(a), modulesOf(b)];
  const modules = moduleMoves(
    [...new Set([...left.keys(), ...right.keys()])].map(
      (path): MovingModule => ({
        path,
        replacementA: replacementOf(a, path),
        replacementB: replacementOf(b, path),
        a: left.get(path) ?? null,
        b: right.get(path) ?? null,
      }),
    ),
  );
  const withModules = modules.flatMap((move) => packagesOfMove(move, left, right));
  const named = new Set(withModules.flatMap(({ from, to }) => [...from, ...to]));
  const others = packageMoves(bothSides(a, b).filter(({ path }) => !named.has(path)));
  return [
    ...modules.map((each) => moveOf('module', each)),
    ...withModules.map((each) => moveOf('package', each, true)),
    ...others.map((each) => moveOf('package', each)),
    ...bucketMoves(a.build, b.build),
  ].toSorted((x, y) => y.moved - x.moved);
}

function moveOf(kind: Move['kind'], { a, b, ...move }: Moved, withModule = false): Move {
  return { kind, ...move, ...delta(a, b), withModule };
}

/** The packages of every dependency; of one that is recorded and has none in the program, an empty list. */
function modulesOf({ packages, ownerOf, versions }: Side): Map<string, ModulePackage[]> {
  const found = new Map<string, ModulePackage[]>([...versions.keys()].map((path) => [path, []]));
  for (const { path, bytes, functions } of packages) {
    const owner = ownerOf(path);
    if (owner.kind !== 'dependency' || !owner.recorded) continue;
    const below = path.slice(owner.path.length + 1);
    const known = found.get(owner.path);
    if (known) known.push({ below, bytes, functions });
    else found.set(owner.path, [{ below, bytes, functions }]);
  }
  return found;
}

function replacementOf({ build }: Side, path: string): string | null {
  const replacement = build.modules.find((each) => each.path === path)?.replacedBy?.path ?? null;
  return replacement === null || /^\.{0,2}\//.test(replacement) || replacement === path ? null : replacement;
}

/** The packages of a renamed module that have the same path below it. */
function packagesOfMove(
  { from, to }: Moved,
  left: ReadonlyMap<string, ModulePackage[]>,
  right: ReadonlyMap<string, ModulePackage[]>,
): Moved[] {
  const [before = '', after = ''] = [from[0], to[0]];
  if (from.length > 1 || to.length > 1 || !left.has(before) || !right.has(after)) return [];
  const targets = new Map(right.get(after)?.map((each) => [each.below, each]));
  return (left.get(before) ?? []).flatMap(({ below, bytes }): Moved[] => {
    const target = targets.get(below);
    const [one, other] = [before, after].map((module) => (below === '' ? module : `${module}/${below}`));
    if (!target || one === undefined || other === undefined || one === other) return [];
    return [{ from: [one], to: [other], a: bytes, b: target.bytes, moved: Math.min(bytes, target.bytes) }];
  });
}

function bothSides(a: Side, b: Side): MovingPackage[] {
  const [left, right] = [a, b].map(
    ({ packages }) => new Map(packages.map((each) => [each.path, each.bytes])),
  );
  return [...new Set([...(left?.keys() ?? []), ...(right?.keys() ?? [])])].flatMap((path) => {
    const side = right?.has(path) ? b : a;
    const { key, kind } = side.ownerOf(path);
    if (kind === 'generated' || kind === 'c') return [];
    return [{ path, owner: key, a: left?.get(path) ?? null, b: right?.get(path) ?? null }];
  });
}
