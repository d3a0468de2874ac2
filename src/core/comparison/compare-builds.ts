import type { Build, BuildDetail } from '#contract/build';
import type { Comparison, Move } from '#contract/comparison';
import { failure } from '#contract/failure';
import type { ImageFacts } from '#contract/images';
import { summaryOf } from '#core/history';
import { compareModules } from './compare-modules.ts';
import { delta, partDeltas } from './delta.ts';
import { evidenceOf } from './evidence.ts';
import { compareImages, type ImageSide } from './images/index.ts';
import { findMoves } from './moves/index.ts';
import { judge } from './rules.ts';
import { comparableSides, type Side } from './sides.ts';

/** What is known besides the two builds. */
export interface Known {
  /** The packages of B's own that import a module, by the module's path. */
  importers?: ReadonlyMap<string, readonly string[]>;
  /** What was read of two images; without it, only what engines tell of them is compared. */
  images?: { a: ImageSide; b: ImageSide };
}

/**
 * Compares two programs or two images: what changed from `a` to `b`, and why. Sizes in bytes, times in ms.
 * Failures: compare.different-kinds, compare.nothing-built (one of them has no artifact).
 */
export function compareBuilds(
  a: BuildDetail,
  b: BuildDetail,
  { importers = new Map(), images }: Known = {},
): Comparison {
  if (a.kind !== b.kind) throw failure('compare.different-kinds', { a: a.id, b: b.id });
  const common = {
    a: summaryOf(a),
    b: summaryOf(b),
    durationMs: delta(a.durationMs, b.durationMs),
    settings: compareSettings(a, b),
    sections: partDeltas(a.sections, b.sections, nameOf, bytesOf),
    owned: b.owned,
  };
  if (a.kind === 'image') {
    const { a: left = toldOf(a), b: right = toldOf(b) } = images ?? {};
    return { ...common, ...noParts, ...compareImages(left, right) };
  }
  const change = delta(programBytes(a), programBytes(b));
  return { ...common, measure: 'artifactBytes', change, ...comparePrograms(a, b, importers), images: null };
}

/** Failures: compare.nothing-built. */
function toldOf({ id, image }: BuildDetail): ImageSide {
  if (!image) throw failure('compare.nothing-built', { id });
  return { told: image, contents: null, entries: new Map() };
}

/** Failures: compare.nothing-built. */
function programBytes({ id, artifact }: BuildDetail): number {
  if (!artifact) throw failure('compare.nothing-built', { id });
  return artifact.bytes;
}

type Parts = Pick<Comparison, 'verdict' | 'modules' | 'unchangedModules' | 'moves' | 'buckets' | 'packages'>;

/** Of an image, whose parts are layers and files. */
const noParts: Omit<Parts, 'verdict'> = {
  modules: [],
  unchangedModules: 0,
  moves: [],
  buckets: [],
  packages: [],
};

function comparePrograms(a: BuildDetail, b: BuildDetail, importers: NonNullable<Known['importers']>): Parts {
  const sides = comparableSides(a, b);
  const moves = findMoves(sides);
  const { modules, unchangedModules } = compareModules(sides);
  const isMoved = (kind: Move['kind']) => {
    const names = new Set(
      moves.filter((each) => each.kind === kind).flatMap(({ from, to }) => [...from, ...to]),
    );
    return (name: string) => names.has(name);
  };
  const [movedModule, movedPackage, movedBucket] = [isMoved('module'), isMoved('package'), isMoved('bucket')];
  const inB = new Set(b.packages.map(({ path }) => path));
  return {
    verdict: judge(evidenceOf(sides, moves, importers)),
    modules: modules.filter(({ path, kind }) => kind !== 'dependency' || !movedModule(path)),
    unchangedModules,
    moves,
    buckets: partDeltas(a.buckets, b.buckets, nameOf, bytesOf).filter(({ name }) => !movedBucket(name)),
    packages: partDeltas(sides.a.packages, sides.b.packages, (each) => each.path, bytesOf)
      .filter(({ name }) => !movedPackage(name))
      .map((each) => ({ ...each, module: moduleIn(inB.has(each.name) ? sides.b : sides.a, each.name) })),
  };
}

/** The empty text for the standard library; null for what belongs to no recorded module. */
function moduleIn(side: Side, path: string): string | null {
  const owner = side.ownerOf(path);
  if (owner.kind === 'standard-library') return '';
  return owner.recorded && owner.path !== '' ? owner.path : null;
}

type SettingName = Comparison['settings'][number]['name'];

/** Every setting in the order of the result, as text that is equal if and only if the setting is. */
const readSetting: Record<SettingName, (side: Build) => string | null> = {
  goVersion: (side) => side.goVersion,
  target: (side) => side.target,
  cgo: (side) => (side.cgo === null ? null : side.cgo ? '1' : '0'),
  // The order of different flags does not matter to `go build`. Quoted as in GOFLAGS.
  flags: (side) =>
    side.flags
      .map((each) => (/\s/.test(each) ? `"${each}"` : each))
      .toSorted()
      .join(' '),
  // Go's notation for a commit with uncommitted changes.
  commit: (side) => side.vcs && `${side.vcs.commit}${side.vcs.dirty ? '+dirty' : ''}`,
  platform: (side) => side.image?.platform ?? null,
  store: ({ image }) => image && storeOf(image.engine),
};

/** `docker overlay2`; of an archive `archive`, of a folder `folder`. */
function storeOf({ name, store }: ImageFacts['engine']): string {
  return name === 'archive' ? store : `${name} ${store}`;
}

function compareSettings(a: Build, b: Build): Comparison['settings'] {
  return (Object.keys(readSetting) as SettingName[])
    .map((name) => ({ name, a: readSetting[name](a), b: readSetting[name](b) }))
    .filter((setting) => setting.a !== setting.b);
}

const nameOf = (part: { name: string }) => part.name;
const bytesOf = (part: { bytes: number }) => part.bytes;
