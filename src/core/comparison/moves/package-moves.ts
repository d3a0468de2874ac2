import { bestPairs, type Candidate, likeness } from './pairs.ts';

/** A package with the bytes that it has on each side; null: it is not there. */
export interface MovingPackage {
  path: string;
  /** What it belongs to: packages move only within it. */
  owner: string;
  a: number | null;
  b: number | null;
}

/** Parts of A that are parts of B; those that stay are in both. */
export interface Moved {
  from: string[];
  to: string[];
  a: number;
  b: number;
  moved: number;
}

/** Of smaller packages, an equal size says nothing. */
const minBytes = 1000;

/**
 * Packages that were renamed, divided or joined. Renamed: one is gone, another is new, the ends of their paths and their
 * sizes are alike, and no other fits as well. Divided: a package lost about as many bytes as new packages have that are
 * below it, or below `internal` with its name. Joined is the reverse. Pure.
 */
export function packageMoves(packages: readonly MovingPackage[]): Moved[] {
  const large = packages.filter(({ a, b }) => Math.max(a ?? 0, b ?? 0) >= minBytes);
  const renamed = renames(large);
  const named = new Set(renamed.flatMap(({ from, to }) => [...from, ...to]));
  const rest = large.filter(({ path }) => !named.has(path));
  const divided = divisions(rest);
  const taken = new Set(divided.flatMap(({ to }) => to));
  const joined = divisions(rest.filter(({ path }) => !taken.has(path)).map(turned)).map(turnedMove);
  return [...renamed, ...divided, ...joined];
}

function turned({ path, owner, a, b }: MovingPackage): MovingPackage {
  return { path, owner, a: b, b: a };
}

function turnedMove({ from, to, a, b, moved }: Moved): Moved {
  return { from: to, to: from, a: b, b: a, moved };
}

function renames(packages: readonly MovingPackage[]): Moved[] {
  const gone = packages.filter(({ b }) => b === null);
  const added = Map.groupBy(
    packages.filter(({ a }) => a === null),
    ({ owner, path }) => `${owner} ${lastElement(path)}`,
  );
  const candidates = gone.flatMap((before): Candidate<MovingPackage>[] =>
    (added.get(`${before.owner} ${lastElement(before.path)}`) ?? []).flatMap((after) => {
      const size = likeness(before.a ?? 0, after.b ?? 0);
      const tail = commonTail(before.path, after.path);
      // One common element, such as `util`, is common by chance more often than two.
      return size >= (tail > 1 ? 0.6 : 0.8) ? [{ a: before, b: after, fit: [tail, size] }] : [];
    }),
  );
  return bestPairs(candidates).map(({ a, b }) => {
    const [before, after] = [a.a ?? 0, b.b ?? 0];
    return { from: [a.path], to: [b.path], a: before, b: after, moved: Math.min(before, after) };
  });
}

function divisions(packages: readonly MovingPackage[]): Moved[] {
  const kept = new Map(
    packages.filter(({ a, b }) => a !== null && b !== null).map((each) => [each.path, each]),
  );
  const added = packages.filter(({ a }) => a === null);
  const parts = Map.groupBy(added, (each) => sourceOf(each, kept));
  return [...parts].flatMap(([source, into]): Moved[] => {
    if (source === null) return [];
    const lost = (source.a ?? 0) - (source.b ?? 0);
    const gained = into.reduce((sum, { b }) => sum + (b ?? 0), 0);
    if (lost < minBytes || likeness(lost, gained) < 0.5) return [];
    return [
      {
        from: [source.path],
        to: [source.path, ...into.map(({ path }) => path)],
        a: source.a ?? 0,
        b: (source.b ?? 0) + gained,
        moved: Math.min(lost, gained),
      },
    ];
  });
}

/** The package that a new one may have been a part of: the one it is an internal one of, else the nearest above it. */
function sourceOf(added: MovingPackage, kept: ReadonlyMap<string, MovingPackage>): MovingPackage | null {
  const ofOwner = (path: string) => {
    const found = kept.get(path);
    return found?.owner === added.owner ? found : undefined;
  };
  const internal = ofOwner(outsideInternal(added.path));
  if (internal) return internal;
  for (let end = added.path.lastIndexOf('/'); end > 0; end = added.path.lastIndexOf('/', end - 1)) {
    const above = ofOwner(added.path.slice(0, end));
    if (above) return above;
  }
  return null;
}

/** `crypto/aes` of `crypto/internal/fips140/aes`, `strconv` of `internal/strconv`; of others the path itself. */
function outsideInternal(path: string): string {
  return path.replace(/(^|\/)internal\/(?:.*\/)?([^/]+)$/, '$1$2');
}

function lastElement(path: string): string {
  return path.slice(path.lastIndexOf('/') + 1);
}

/** The number of equal elements at the end of two paths. */
function commonTail(x: string, y: string): number {
  const [left, right] = [x.split('/').toReversed(), y.split('/').toReversed()];
  const at = left.findIndex((element, index) => element !== right[index]);
  return at < 0 ? left.length : at;
}
