import { bestPairs, type Candidate, likeness } from './pairs.ts';
import type { Moved } from './package-moves.ts';

/** A package of a module, with its path below the module's; the empty text is the module's own folder. */
export interface ModulePackage {
  below: string;
  bytes: number;
  functions: number;
}

/** A dependency on each side. */
export interface MovingModule {
  path: string;
  /** What it was replaced by, if that is not a folder; else null. */
  replacementA: string | null;
  replacementB: string | null;
  /** null: it is not there. */
  a: readonly ModulePackage[] | null;
  b: readonly ModulePackage[] | null;
}

/**
 * Modules that were renamed or forked, divided or joined:
 *
 * - a `replace` by another module, or its end;
 * - one is gone and another is new, and they differ only in the major version (`/v2`, `.v3`);
 * - one is gone and another is new, their last names are the same, and so are most of their packages by name and size;
 * - packages that have the same path on both sides and belong to another module.
 *
 * None is in two moves. Pure.
 */
export function moduleMoves(modules: readonly MovingModule[]): Moved[] {
  const found = [forks, divisions, renames].reduce<{ moves: Moved[]; rest: readonly MovingModule[] }>(
    ({ moves, rest }, rule) => {
      const more = rule(rest);
      const taken = new Set(more.flatMap(({ from, to }) => [...from, ...to]));
      return { moves: [...moves, ...more], rest: rest.filter(({ path }) => !taken.has(path)) };
    },
    { moves: [], rest: modules },
  );
  return found.moves;
}

/** Where both sides are replaced, by whatever, the versions say so. */
function forks(modules: readonly MovingModule[]): Moved[] {
  return modules.flatMap(({ path, replacementA, replacementB, a, b }) => {
    const replaced = (replacementA === null) !== (replacementB === null);
    const [before, after] = [total(a ?? []), total(b ?? [])];
    if (!replaced || before === 0 || after === 0) return [];
    return [
      {
        from: [replacementA ?? path],
        to: [replacementB ?? path],
        a: before,
        b: after,
        moved: Math.min(before, after),
      },
    ];
  });
}

/** Packages that keep their path and change their module, which is new or gone. */
function divisions(modules: readonly MovingModule[]): Moved[] {
  const ownersB = new Map(
    modules.flatMap((each) => (each.b ?? []).map((part) => [pathOf(each, part), each])),
  );
  const crossing = modules.flatMap((source) =>
    (source.a ?? []).flatMap((part) => {
      const target = ownersB.get(pathOf(source, part));
      if (!target || target === source || (target.a !== null && source.b !== null)) return [];
      return [{ source, target, bytes: part.bytes }];
    }),
  );
  const taken = new Set<MovingModule>();
  return [...Map.groupBy(crossing, ({ source, target }) => `${source.path} ${target.path}`).values()].flatMap(
    (parts) => {
      const [{ source, target } = { source: null, target: null }] = parts;
      if (!source || !target || taken.has(source) || taken.has(target)) return [];
      taken.add(source).add(target);
      // The one that stays comes first.
      const both = source.b === null ? [target, source] : [source, target];
      return [
        {
          from: both.filter(({ a }) => a !== null).map(({ path }) => path),
          to: both.filter(({ b }) => b !== null).map(({ path }) => path),
          a: both.reduce((sum, { a }) => sum + total(a ?? []), 0),
          b: both.reduce((sum, { b }) => sum + total(b ?? []), 0),
          moved: parts.reduce((sum, { bytes }) => sum + bytes, 0),
        },
      ];
    },
  );
}

function renames(modules: readonly MovingModule[]): Moved[] {
  const gone = modules.filter(({ b }) => b === null);
  const added = Map.groupBy(
    modules.filter(({ a }) => a === null),
    ({ path }) => moduleName(path),
  );
  const candidates = gone.flatMap((before): Candidate<MovingModule>[] =>
    (added.get(moduleName(before.path)) ?? []).flatMap((after) => {
      const sameModule = withoutMajor(before.path) === withoutMajor(after.path);
      const [left, right] = [before.a ?? [], after.b ?? []];
      const fits = sameModule || areAlike(left, right);
      return fits ? [{ a: before, b: after, fit: [Number(sameModule), overlap(left, right)] }] : [];
    }),
  );
  return bestPairs(candidates).map(({ a, b }) => {
    const [before, after] = [total(a.a ?? []), total(b.b ?? [])];
    return { from: [a.path], to: [b.path], a: before, b: after, moved: Math.min(before, after) };
  });
}

/** Most packages are the same by name and size; of a single one, the number of functions has to fit too. */
function areAlike(a: readonly ModulePackage[], b: readonly ModulePackage[]): boolean {
  if (total(a) === 0 || total(b) === 0) return false;
  const [one, other] = [a, b].map((each) => each.filter(({ bytes }) => bytes > 0));
  if (one?.length === 1 && other?.length === 1) {
    return overlap(a, b) >= 0.7 && likeness(one[0]?.functions ?? 0, other[0]?.functions ?? 0) >= 0.7;
  }
  return overlap(a, b) >= 0.5;
}

/** The bytes that both have in packages of the same name, of the bytes that either has there; from 0 to 1. */
function overlap(a: readonly ModulePackage[], b: readonly ModulePackage[]): number {
  const [left, right] = [bytesByName(a), bytesByName(b)];
  const names = new Set([...left.keys(), ...right.keys()]);
  let [shared, all] = [0, 0];
  for (const name of names) {
    const [x, y] = [left.get(name) ?? 0, right.get(name) ?? 0];
    shared += Math.min(x, y);
    all += Math.max(x, y);
  }
  return all === 0 ? 0 : shared / all;
}

function bytesByName(packages: readonly ModulePackage[]): Map<string, number> {
  return new Map(packages.map(({ below, bytes }) => [below, bytes]));
}

function total(packages: readonly ModulePackage[]): number {
  return packages.reduce((sum, { bytes }) => sum + bytes, 0);
}

function pathOf({ path }: MovingModule, { below }: ModulePackage): string {
  return below === '' ? path : `${path}/${below}`;
}

/** `github.com/a/b` of `github.com/a/b/v3`, `gopkg.in/yaml` of `gopkg.in/yaml.v3`. */
function withoutMajor(path: string): string {
  return path.replace(/[/.]v\d+$/, '');
}

/** The last name, without the major version and what only says that it is for Go: `jwt` of `github.com/x/jwt-go/v4`. Pure. */
export function moduleName(path: string): string {
  const name = withoutMajor(path).split('/').at(-1) ?? '';
  return name.replace(/^go[-.](?=.)/, '').replace(/(?<=.)[-.]go$/, '');
}
