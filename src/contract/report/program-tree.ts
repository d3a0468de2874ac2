import type { PackageSize } from '../binaries.ts';
import type { BuildDetail } from '../build.ts';
import type { Move } from '../comparison.ts';
import { moduleOfPackage, ownerIn } from '../module-of-package.ts';
import { moduleName, type PartKind } from './part.ts';

type Side = Pick<BuildDetail, 'artifact' | 'mainModule' | 'modules' | 'packages' | 'unowned'>;

/** A part of a program: a module with its packages, a package, or what belongs to no package. */
export interface ProgramPart {
  /** Unique in its program. */
  key: string;
  kind: PartKind;
  name: string;
  bytes: number;
  /** What it was before; null: it is new. undefined: not known. */
  before: number | null | undefined;
  parts: readonly ProgramPart[];
}

/** The change in bytes; undefined: not known. */
export function changeOf({ bytes, before }: Pick<ProgramPart, 'bytes' | 'before'>): number | undefined {
  return before === undefined ? undefined : bytes - (before ?? 0);
}

/**
 * The parts of program `b`, largest first, with what they were in `a`; what moved is compared with what it was. They add
 * up to the file. Nothing is known of before without `a`, or if the packages of `a` are not known. Pure.
 */
export function programTree(b: Side, a?: Side, moves: readonly Move[] = []): ProgramPart[] {
  const known = a !== undefined && a.packages.length > 0;
  const older = known ? byModule(a) : new Map<string, PackageSize[]>();
  const packagesBefore = new Map(known ? a.packages.map(({ path, bytes }) => [path, bytes]) : []);
  const parts = [...byModule(b)].map(([name, packages]): ProgramPart => {
    const before = older.get(name) ?? older.get(cameFrom(name, moves)?.[0] ?? '');
    return {
      key: name,
      kind: 'modules',
      name,
      bytes: sumOf(packages),
      before: known ? (before ? sumOf(before) : null) : undefined,
      parts: packages.map(({ path, bytes }) => ({
        key: `${name} ${path}`,
        kind: 'packages',
        name: path,
        bytes,
        before: known ? packageBefore(path, packagesBefore, moves) : undefined,
        parts: [],
      })),
    };
  });
  const rest = unowned(b, known ? a : undefined);
  return [...parts, ...(rest ? [rest] : [])].toSorted((x, y) => y.bytes - x.bytes);
}

function byModule({ packages, modules, mainModule }: Side): Map<string, PackageSize[]> {
  const paths = new Set([...modules.map(({ path }) => path), ...(mainModule === null ? [] : [mainModule])]);
  return Map.groupBy(packages, ({ path }) =>
    moduleName(ownerIn(moduleOfPackage(path, paths, mainModule), path, mainModule)),
  );
}

/** The names that a module or package had before it was moved. */
function cameFrom(name: string, moves: readonly Move[]): string[] | undefined {
  return moves.find(({ to }) => to.includes(name))?.from;
}

/** What a package was: under its own name, that of a move, or that which it had in a module that moved. */
function packageBefore(
  path: string,
  before: ReadonlyMap<string, number>,
  moves: readonly Move[],
): number | null {
  const same = before.get(path) ?? before.get(cameFrom(path, moves)?.[0] ?? '');
  if (same !== undefined) return same;
  for (const { kind, from, to } of moves) {
    const [source, target] = [from[0], to[0]];
    if (kind !== 'module' || source === undefined || target === undefined) continue;
    if (path.startsWith(`${target}/`)) return before.get(`${source}${path.slice(target.length)}`) ?? null;
  }
  return null;
}

/** What belongs to no package, by bucket where that is known. */
function unowned(b: Side, a: Side | undefined): ProgramPart | null {
  const bytes = restOf(b);
  if (bytes <= 0) return null;
  const before = new Map(a?.unowned.map((each) => [each.name, each.bytes]));
  return {
    key: '(unowned)',
    kind: 'unowned',
    name: '(unowned)',
    bytes,
    before: a && restOf(a),
    parts: b.unowned.map((each) => ({
      key: `(unowned) ${each.name}`,
      kind: 'buckets',
      name: each.name,
      bytes: each.bytes,
      before: a && (before.get(each.name) ?? null),
      parts: [],
    })),
  };
}

function restOf({ artifact, packages, unowned: rows }: Side): number {
  return rows.length > 0 ? sumOf(rows) : (artifact?.bytes ?? 0) - sumOf(packages);
}

function sumOf(parts: readonly { bytes: number }[]): number {
  return parts.reduce((sum, { bytes }) => sum + bytes, 0);
}
