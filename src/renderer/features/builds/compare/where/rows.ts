import type { FunctionSize } from '#contract/binaries';
import type { BuildDetail } from '#contract/build';
import type { Comparison, Delta, Move, NamedDelta } from '#contract/comparison';
import { moduleOfPackage, ownerIn } from '#contract/module-of-package';
import { moduleName, type PartKind } from '#contract/report/part';

/** A part of both sides in a list of changes. */
export interface GrowthRow extends Pick<Delta, 'a' | 'b' | 'change'> {
  key: string;
  kind: PartKind;
  name: string;
  /** Its names in A, of a part that moved; else empty. */
  from: readonly string[];
  /** `v1.2.0 → v1.3.0`, or one of both; null: it has none, or it is the same. */
  versions: string | null;
  /** What changed in it. */
  rows: readonly GrowthRow[];
}

/**
 * Whether the parts of both sides are known: lists are empty if they are not. Kinds of content add up to the file, so one of
 * them has changed if its size has. Pure.
 */
export function isKnown(
  view: string,
  { change, buckets, owned }: Pick<Comparison, 'change' | 'buckets' | 'owned'>,
): boolean {
  if (buckets.length === 0 && change.change !== 0) return false;
  return owned !== null || (view !== 'modules' && view !== 'packages');
}

/** The parts of one kind that changed, with those that moved, largest change first. Pure. */
export function flatRows(
  kind: PartKind,
  deltas: readonly NamedDelta[],
  moves: readonly Move[] = [],
): GrowthRow[] {
  const changed = deltas.filter(({ change }) => change !== null && change !== 0);
  return largestFirst([
    ...changed.map((delta) => rowOf(kind, delta.name, delta)),
    ...moves.map((move) => moveRow(kind, move)),
  ]);
}

/** The modules that changed or moved, with the packages in them. Pure. */
export function moduleRows({ modules, packages, moves }: Comparison): GrowthRow[] {
  const main = modules.find(({ kind }) => kind === 'main')?.path ?? null;
  const paths = new Set(modules.map(({ path }) => path).filter((path) => path !== ''));
  const within = new Map<string, GrowthRow[]>();
  const add = (owner: string, row: GrowthRow) => within.set(owner, [...(within.get(owner) ?? []), row]);
  for (const each of packages) {
    add(moduleName(ownerIn(each.module, each.name, main)), rowOf('packages', each.name, each));
  }
  const movedModules = moves.filter(({ kind }) => kind === 'module');
  for (const move of moves.filter(({ kind }) => kind === 'package')) {
    const to = move.to[0] ?? '';
    const moved = movedModules.find((each) =>
      each.to.some((path) => to === path || to.startsWith(`${path}/`)),
    );
    const owner = moved?.to[0] ?? moduleName(ownerIn(moduleOfPackage(to, paths, main), to, main));
    add(owner, moveRow('packages', move));
  }
  const listed = modules.map((each): GrowthRow => {
    const name = moduleName(each);
    return {
      ...rowOf('modules', name, each),
      versions: versionsOf(each.versionA, each.versionB),
      rows: largestFirst(within.get(name) ?? []),
    };
  });
  const moved = movedModules.map(
    (move): GrowthRow => ({
      ...moveRow('modules', move),
      rows: largestFirst(within.get(move.to[0] ?? '') ?? []),
    }),
  );
  return largestFirst([...listed, ...moved]);
}

/** The functions of a package that changed, by their machine code; `from` is what the package was called in A. Pure. */
export function functionRows(
  { a, b }: Record<'a' | 'b', readonly FunctionSize[]>,
  name: string,
  from: string = name,
): GrowthRow[] {
  const [left, right] = [sizesOf(a, from), sizesOf(b, name)];
  const rows = [...new Set([...left.keys(), ...right.keys()])].map((each) => {
    const [before, after] = [left.get(each) ?? null, right.get(each) ?? null];
    return rowOf('functions', each, { a: before, b: after, change: (after ?? 0) - (before ?? 0) });
  });
  return largestFirst(rows.filter(({ change }) => change !== 0));
}

/** By their names without that of the package; those of one name are added up. */
function sizesOf(functions: readonly FunctionSize[], name: string): Map<string, number> {
  const sizes = new Map<string, number>();
  for (const each of functions) {
    if (each.package !== name) continue;
    const short = each.name.startsWith(`${name}.`) ? each.name.slice(name.length + 1) : each.name;
    sizes.set(short, (sizes.get(short) ?? 0) + each.codeBytes);
  }
  return sizes;
}

/** The embedded files of both sides, those that changed first. Pure. */
export function embeddedRows(
  a: Pick<BuildDetail, 'embedded'>,
  b: Pick<BuildDetail, 'embedded'>,
): GrowthRow[] {
  const [left, right] = [a, b].map(
    ({ embedded }) => new Map(embedded.map((each) => [each.path, each.bytes])),
  );
  const all = new Set([...(left?.keys() ?? []), ...(right?.keys() ?? [])]);
  return largestFirst(
    [...all].map((path) => {
      const [before, after] = [left?.get(path) ?? null, right?.get(path) ?? null];
      return rowOf('embedded', path, { a: before, b: after, change: (after ?? 0) - (before ?? 0) });
    }),
  );
}

function rowOf(kind: PartKind, name: string, { a, b, change }: Pick<Delta, 'a' | 'b' | 'change'>): GrowthRow {
  return { key: `${kind} ${name}`, kind, name, from: [], versions: null, a, b, change, rows: [] };
}

function moveRow(kind: PartKind, move: Move): GrowthRow {
  const name = move.to.join(', ');
  return { ...rowOf(kind, name, move), key: `move ${move.from.join(' ')} ${name}`, from: move.from };
}

function versionsOf(a: string | null, b: string | null): string | null {
  if (a === null || b === null || a === b) return b ?? a;
  return `${a} → ${b}`;
}

/** Unknown changes last. */
function largestFirst(rows: readonly GrowthRow[]): GrowthRow[] {
  const weight = ({ change, b }: GrowthRow) => (change === null ? -1 : Math.abs(change) + (b ?? 0) / 1e12);
  return rows.toSorted((x, y) => weight(y) - weight(x) || (x.name < y.name ? -1 : 1));
}
