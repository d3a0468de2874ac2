import type { Build, BuildDetail, Comparison } from '#contract/builds';
import { failure } from '#contract/failure';
import { compareLayers, imageMeasure } from './compare-images.ts';
import { compareModules } from './compare-modules.ts';
import { delta, partDeltas } from './delta.ts';
import { moduleOfPackage } from '#core/binaries';
import { summaryOf } from '#core/history';

/**
 * Compares two programs or two images: what changed from `a` to `b`. Sizes in bytes, times in ms.
 * Failures: compare.different-kinds, compare.nothing-built (one of them has no artifact).
 */
export function compareBuilds(a: BuildDetail, b: BuildDetail): Comparison {
  if (a.kind !== b.kind) throw failure('compare.different-kinds', { a: a.id, b: b.id });
  for (const side of [a, b]) {
    if (!side.artifact && !side.image) throw failure('compare.nothing-built', { id: side.id });
  }
  const measure = a.image && b.image ? imageMeasure(a.image, b.image) : 'artifactBytes';
  const paths = new Set(
    [a, b].flatMap((side) => [
      ...side.modules.map(({ path }) => path),
      ...(side.mainModule ? [side.mainModule] : []),
    ]),
  );
  return {
    a: summaryOf(a),
    b: summaryOf(b),
    measure,
    change: measure === null ? delta(null, null) : delta(sizeOf(a, measure), sizeOf(b, measure)),
    durationMs: delta(a.durationMs, b.durationMs),
    settings: compareSettings(a, b),
    verdict: null,
    ...compareModules(a, b),
    moves: [],
    buckets: partDeltas(a.buckets, b.buckets, nameOf, bytesOf),
    sections: partDeltas(a.sections, b.sections, nameOf, bytesOf),
    packages: partDeltas(a.packages, b.packages, (each) => each.path, bytesOf).map((each) => ({
      ...each,
      module: moduleOfPackage(each.name, paths, b.mainModule ?? a.mainModule),
    })),
    owned: b.owned,
    layers: a.image && b.image ? compareLayers(a.image.layers, b.image.layers) : [],
  };
}

function sizeOf(side: Build, measure: NonNullable<Comparison['measure']>): number | null {
  return measure === 'artifactBytes' ? (side.artifact?.bytes ?? null) : (side.image?.sizes[measure] ?? null);
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
  store: (side) => side.image && `${side.image.engine.name} ${side.image.engine.store}`,
};

function compareSettings(a: Build, b: Build): Comparison['settings'] {
  return (Object.keys(readSetting) as SettingName[])
    .map((name) => ({ name, a: readSetting[name](a), b: readSetting[name](b) }))
    .filter((setting) => setting.a !== setting.b);
}

const nameOf = (part: { name: string }) => part.name;
const bytesOf = (part: { bytes: number }) => part.bytes;
