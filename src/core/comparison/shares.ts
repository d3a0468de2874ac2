import type { EmbeddedFile, PackageSize } from '#contract/binaries';
import type { Move } from '#contract/comparison';
import type { Evidence, Share } from './evidence.ts';
import type { Owned } from './owned.ts';
import { goMinor } from './go-minor.ts';
import { paddingChange } from './padding.ts';
import type { Comparable, Side } from './sides.ts';

/** The change of one package. */
interface PackageChange {
  path: string;
  bytes: number;
  /** Of `bytes`: data, where embedded files are. */
  data: number;
  /** Only B has it, or A had next to nothing of it. */
  added: boolean;
}

/**
 * Divides `change`, in bytes, among those who own what changed. What no package owns is `unowned`, so the shares add up
 * to it. Pure.
 */
export function shareOut(
  { a, b }: Comparable,
  moves: readonly Move[],
  change: number,
): Pick<Evidence, 'shares' | 'embedded' | 'standardAdded'> {
  const known = a.packages.length > 0 && b.packages.length > 0;
  const changes = known ? packageChanges(a, b) : new Map<string, PackageChange[]>();
  const added = standardAdded(
    changes.get('(standard-library)') ?? [],
    // A new minor version of Go has new packages of its own.
    goMinor(a.build.goVersion) === goMinor(b.build.goVersion) ? 0.2 : 0.5,
  );
  const isNewGo = added === null && goMinor(a.build.goVersion) !== goMinor(b.build.goVersion);
  const shares = known ? [...changes.keys()].map((key) => shareOf(key, a, b, { changes, isNewGo })) : [];
  const padding = known ? paddingChange(a, b) : 0;
  const generated = shares.find(({ key }) => key === '(generated)');
  if (generated) generated.bytes -= padding;
  const files = embeddedFiles(a, b);
  if (files) {
    const carrier = carrierOf(files.bytes, changes);
    const share = shares.find(({ key }) => key === carrier);
    if (share) share.bytes -= files.bytes;
    shares.push({
      key: '(embedded)',
      kind: 'embedded-files',
      name: null,
      a: null,
      b: null,
      bytes: files.bytes,
    });
  }
  const joined = joinMoved(shares, moves);
  const rest = change - joined.reduce((sum, { bytes }) => sum + bytes, 0);
  return {
    shares: [
      ...joined,
      { kind: 'padding' as const, name: null, a: null, b: null, bytes: padding },
      { kind: 'unowned' as const, name: null, a: null, b: null, bytes: rest - padding },
    ].filter(({ bytes }) => bytes !== 0),
    embedded: files && files.statement,
    standardAdded: added,
  };
}

type Keyed = Share & { key: string };

function packageChanges(a: Side, b: Side): Map<string, PackageChange[]> {
  const [left, right] = [a, b].map(({ packages }) => new Map(packages.map((each) => [each.path, each])));
  const paths = new Set([...(left?.keys() ?? []), ...(right?.keys() ?? [])]);
  const changes = new Map<string, PackageChange[]>();
  for (const path of paths) {
    const [before, after] = [left?.get(path), right?.get(path)];
    const change = {
      path,
      bytes: (after?.bytes ?? 0) - (before?.bytes ?? 0),
      data: dataOf(after) - dataOf(before),
      added: (before?.bytes ?? 0) * 20 < (after?.bytes ?? 0),
    };
    // A package whose module differs is counted in both: it left one and came to the other.
    const [from, to] = [before && a.ownerOf(path).key, after && b.ownerOf(path).key];
    if (from === undefined || to === undefined || from === to) add(changes, to ?? from ?? '', change);
    else {
      add(changes, from, { ...change, bytes: -(before?.bytes ?? 0), data: -dataOf(before), added: false });
      add(changes, to, { ...change, bytes: after?.bytes ?? 0, data: dataOf(after), added: true });
    }
  }
  return changes;
}

function add(changes: Map<string, PackageChange[]>, key: string, change: PackageChange): void {
  const list = changes.get(key);
  if (list) list.push(change);
  else changes.set(key, [change]);
}

function dataOf(size: PackageSize | undefined): number {
  return (size?.parts ?? []).reduce(
    (sum, { bucket, bytes }) => (bucket === 'read-only-data' || bucket === 'data' ? sum + bytes : sum),
    0,
  );
}

/** In percent: a new Go makes this much of a difference to code that is the same; the use of a module makes more. */
const maxByGo = 10;

function shareOf(
  key: string,
  a: Side,
  b: Side,
  { changes, isNewGo }: { changes: ReadonlyMap<string, PackageChange[]>; isNewGo: boolean },
): Keyed {
  const packages = changes.get(key) ?? [];
  const bytes = packages.reduce((sum, each) => sum + each.bytes, 0);
  const part = mainPart(packages, bytes);
  const share = { key, name: null, a: null, b: null, bytes };
  const [before, after] = [a.owned.get(key), b.owned.get(key)];
  const goDiffers = a.build.goVersion !== b.build.goVersion;
  switch ((after ?? before)?.kind) {
    case 'main': {
      const path = (after ?? before)?.path ?? '';
      const below = part === null ? null : part.startsWith(`${path}/`) ? part.slice(path.length + 1) : part;
      return { ...share, kind: 'own-code', ...(below === null ? {} : { part: below }) };
    }
    case 'c':
      return { ...share, kind: 'c-code', ...(part?.startsWith('(C) ') ? { part: part.slice(4) } : {}) };
    case 'generated':
      // Go generates it, for no package, out of what all packages have; a new Go generates other code.
      if (!goDiffers) return { ...share, kind: 'unowned' };
      return { ...share, kind: 'go', a: a.build.goVersion, b: b.build.goVersion };
    case 'dependency': {
      const isSame = before !== undefined && before.version === after?.version;
      // Code of the same version, which another Go has compiled.
      if (isNewGo && isSame && Math.abs(bytes) * 100 <= before.bytes * maxByGo)
        return { ...share, kind: 'go', a: a.build.goVersion, b: b.build.goVersion };
      return { ...share, ...dependencyShare(before, after, a, b) };
    }
    default:
      return { ...share, kind: 'go', a: a.build.goVersion, b: b.build.goVersion };
  }
}

function dependencyShare(
  before: Owned | undefined,
  after: Owned | undefined,
  a: Side,
  b: Side,
): Pick<Share, 'kind' | 'name' | 'a' | 'b'> {
  const names = {
    name: (after ?? before)?.path ?? null,
    a: before?.version ?? null,
    b: after?.version ?? null,
  };
  if (!a.modulesRecorded || !b.modulesRecorded) return { ...names, kind: 'unowned' };
  if (!before) return { ...names, kind: 'dependency-added' };
  if (!after) return { ...names, kind: 'dependency-removed' };
  return { ...names, kind: names.a === names.b ? 'dependency-same' : 'dependency-changed' };
}

/** The package with more than half of the change; null if there is none, or no other. */
function mainPart(packages: readonly PackageChange[], bytes: number): string | null {
  const changed = packages.filter((each) => each.bytes !== 0);
  const [largest] = changed.toSorted((x, y) => Math.abs(y.bytes) - Math.abs(x.bytes));
  if (!largest || changed.length < 2) return null;
  return Math.sign(largest.bytes) === Math.sign(bytes) && Math.abs(largest.bytes) * 2 > Math.abs(bytes)
    ? largest.path
    : null;
}

/** Modules that are one under two names have one share; one that was divided has that of its parts. */
function joinMoved(shares: readonly Keyed[], moves: readonly Move[]): Share[] {
  const modules = moves.filter(({ kind }) => kind === 'module');
  const moveOf = (name: string | null) =>
    name === null ? undefined : modules.find(({ from, to }) => from.includes(name) || to.includes(name));
  const moved = Map.groupBy(shares, ({ name }) => moveOf(name));
  return [...moved].flatMap(([move, each]): Share[] => {
    if (!move) return each.map(({ key: _key, ...share }) => share);
    const stays = move.from.find((name) => move.to.includes(name));
    const [old, now] = [stays ?? move.from[0] ?? '', stays ?? move.to[0] ?? ''];
    const versionOf = (name: string, side: 'a' | 'b') =>
      each.find((share) => share.name === name)?.[side] ?? null;
    return [
      {
        kind: 'dependency-changed',
        name: now,
        a: versionOf(old, 'a'),
        b: versionOf(now, 'b'),
        bytes: each.reduce((sum, { bytes }) => sum + bytes, 0),
        ...(old === now ? {} : { from: old }),
      },
    ];
  });
}

/** What differs in embedded files; null: nothing, or those of one side are not known. */
function embeddedFiles(a: Side, b: Side) {
  if (a.build.analysis === 0 || b.build.analysis === 0) return null;
  const [left, right] = [sizesOf(a.build.embedded), sizesOf(b.build.embedded)];
  const changes = [...new Set([...left.keys(), ...right.keys()])]
    .map((path) => ({ path, before: left.get(path), after: right.get(path) }))
    .map((each) => ({ ...each, bytes: (each.after ?? 0) - (each.before ?? 0) }))
    .filter(({ before, after }) => before !== after)
    .toSorted((x, y) => Math.abs(y.bytes) - Math.abs(x.bytes));
  const [largest] = changes;
  if (!largest) return null;
  const count = (of: (each: (typeof changes)[number]) => boolean) => changes.filter(of).length;
  return {
    bytes: changes.reduce((sum, { bytes }) => sum + bytes, 0),
    statement: {
      added: count(({ before }) => before === undefined),
      removed: count(({ after }) => after === undefined),
      changed: count(({ before, after }) => before !== undefined && after !== undefined),
      largest: largest.path,
    },
  };
}

function sizesOf(files: readonly EmbeddedFile[]): Map<string, number> {
  const sizes = new Map<string, number>();
  for (const { path, bytes } of files) sizes.set(path, (sizes.get(path) ?? 0) + bytes);
  return sizes;
}

/**
 * The owner whose data contains the embedded files: the one of the package whose data changed by just about as much.
 * null: there is none, so they are taken from the bytes of no known package.
 */
function carrierOf(bytes: number, changes: ReadonlyMap<string, PackageChange[]>): string | null {
  const candidates = [...changes].flatMap(([key, packages]) =>
    packages
      .map(({ data }) => ({ key, part: data / bytes }))
      .filter(({ part }) => part >= 0.9 && part <= 1.5),
  );
  const [closest] = candidates.toSorted((x, y) => Math.abs(x.part - 1) - Math.abs(y.part - 1));
  return closest?.key ?? null;
}

/** The largest that only B has, if it is at least `part` of the change; internal ones have names that say little. */
function standardAdded(packages: readonly PackageChange[], part: number): string | null {
  const total = packages.reduce((sum, { bytes }) => sum + bytes, 0);
  const [largest] = packages
    .filter(({ path, added }) => added && !/(^|\/)(internal|vendor)\//.test(path))
    .toSorted((x, y) => y.bytes - x.bytes);
  return largest && largest.bytes >= total * part ? largest.path : null;
}
