import type { FileChange, ImageComparison, LayerRow } from '#contract/image-comparison';
import type { ImageContents } from '#contract/image-contents';
import { configInstructions } from '#contract/config-instructions';
import { layerLabel, stepLine } from '#contract/image-step';
import { bytesOf } from './file-changes.ts';
import type { FilePart, ImageEvidence, LayerPart } from './image-evidence.ts';
import type { ImageSide } from './side.ts';
import { type Headline, unread } from './sizes.ts';

/** As much of a step as a sentence can have, in characters. */
const maxStep = 60;

/** What two images prove about why one is larger, from their comparison and all files that differ. Pure. */
export function evidenceOfImages(
  a: ImageSide,
  b: ImageSide,
  comparison: ImageComparison,
  headline: Headline,
  changes: readonly FileChange[] | null,
): ImageEvidence {
  const { base, layers, platform } = comparison;
  // Of a base image that is another one by its label, it is not known which layers are its.
  const isOtherLowest = base.changed && !layers.some((row) => isLowest(row) && row.by === 'content');
  const ofBase = (change: FileChange) => isOtherLowest && isOfBase(change, base);
  const differing = layers.filter((row) => row.by !== 'content' && !(base.changed && isLowest(row)));
  const ownChanges = changes && changes.filter((each) => !ofBase(each));
  const baseBytes = changes
    ? changes.filter(ofBase).reduce((sum, each) => sum + bytesOf(each), 0)
    : bytesOfRows(layers.filter(isLowest));
  return {
    change: headline.change.change,
    same: sameness(a, b, layers),
    config: [...new Set((comparison.config ?? []).map(({ name }) => configInstructions[name]))],
    platform: platform.a === platform.b ? null : platform,
    stage: stageOf(comparison),
    programs: differentPrograms(comparison),
    base: base.changed ? { a: base.a, b: base.b, bytes: isOtherLowest ? baseBytes : null } : null,
    files: ownChanges && filesOf(withMovedPrograms(ownChanges, comparison), a, b, isOtherLowest),
    metadataFiles: comparison.files?.metadata.files ?? 0,
    layers: differing.map(layerPart),
    layersCountAlike: layers.every(({ measure }) => measure === headline.measure),
    go: goOf(comparison),
    packages: packagesOf(comparison),
    unread: unread(a, b),
  };
}

function isLowest({ inA, inB }: LayerRow): boolean {
  return (inA?.index ?? 0) === 0 && (inB?.index ?? 0) === 0;
}

/** null: of one it is not known. */
function bytesOfRows(rows: readonly LayerRow[]): number | null {
  return rows.reduce<number | null>(
    (sum, { change }) => (sum === null || change === null ? null : sum + change),
    0,
  );
}

/** On the sides that have it, it is from the lowest layer, and that is of a base image. */
function isOfBase({ layerA, layerB }: FileChange, { a, b }: ImageComparison['base']): boolean {
  return isInBase(layerA, a) && isInBase(layerB, b);
}

function isInBase(layer: number | null, base: string | null): boolean {
  return layer === null || (layer === 0 && base !== 'scratch');
}

function sameness(a: ImageSide, b: ImageSide, layers: readonly LayerRow[]): ImageEvidence['same'] {
  const [one, other] = [a.contents?.configDigest, b.contents?.configDigest];
  const isToldSame =
    a.told && b.told && a.told.id === b.told.id && a.told.engine.store === b.told.engine.store;
  if ((one !== undefined && one === other) || (one === undefined && other === undefined && isToldSame)) {
    return 'image';
  }
  return layers.every(({ by, inA, inB }) => by === 'content' && inA?.index === inB?.index) ? 'layers' : null;
}

function layerPart({ inA, inB, change }: LayerRow): LayerPart {
  const its = inB ?? inA;
  return { step: its ? layerLabel(its, maxStep) : '', bytes: change };
}

function stageOf({ target }: ImageComparison): ImageEvidence['stage'] {
  const { a = null, b = null } = target ?? {};
  return a === null || b === null || a === b ? null : { a, b };
}

/** The largest programs, if no program of A is one of B. */
function differentPrograms({ programs }: ImageComparison): ImageEvidence['programs'] {
  if (programs === null || programs.some(({ a, b }) => a && b)) return null;
  const [mine] = programs.flatMap(({ a }) => a ?? []);
  const [other] = programs.flatMap(({ b }) => b ?? []);
  if (!mine || !other) return null;
  return { a: mine.module ?? mine.path, b: other.module ?? other.path };
}

function goOf({ programs }: ImageComparison): ImageEvidence['go'] {
  const differing = (programs ?? []).find(
    ({ a, b }) => a?.goVersion && b?.goVersion && a.goVersion !== b.goVersion,
  );
  return differing ? { a: differing.a?.goVersion ?? '', b: differing.b?.goVersion ?? '' } : null;
}

function packagesOf({ packages }: ImageComparison): ImageEvidence['packages'] {
  const [first] = (packages ?? []).toSorted((x, y) => Math.abs(y.bytes ?? 0) - Math.abs(x.bytes ?? 0));
  if (!packages || !first) return null;
  const added = packages.filter(({ a }) => a === null).length;
  const removed = packages.filter(({ b }) => b === null).length;
  const { name, a, b } = first;
  return { added, removed, changed: packages.length - added - removed, first: { name, a, b } };
}

/** A program that moved and changed is one file, at its place in B. */
function withMovedPrograms(
  changes: readonly FileChange[],
  { programs }: ImageComparison,
): readonly FileChange[] {
  const origins = new Map(
    (programs ?? []).flatMap(({ a, b }) => (a && b && a.path !== b.path ? [[b.path, a.path] as const] : [])),
  );
  const removed = new Map(changes.filter(({ how }) => how === 'removed').map((each) => [each.path, each]));
  const joined = new Set<FileChange>();
  const all = changes.map((change): FileChange => {
    const from = removed.get(change.how === 'added' ? (origins.get(change.path) ?? '') : '');
    if (!from) return change;
    joined.add(from);
    return { ...change, how: 'changed', from: from.path, a: from.a, layerA: from.layerA };
  });
  return all.filter((each) => !joined.has(each));
}

interface Hidden {
  bytes: number;
  again: boolean;
  step: string | null;
}

/** What differs of each file: as it is seen, and as it is stored without being seen. */
function filesOf(
  changes: readonly FileChange[],
  a: ImageSide,
  b: ImageSide,
  withoutBase: boolean,
): FilePart[] {
  const hidden = new Map<string, Hidden>();
  addHidden(hidden, a.contents, -1, withoutBase);
  addHidden(hidden, b.contents, 1, withoutBase);
  const parts = changes
    .filter(({ how }) => how !== 'metadata')
    .map((change): FilePart => {
      const its = hidden.get(change.path);
      hidden.delete(change.path);
      const how = change.how === 'added' || change.how === 'removed' ? change.how : 'changed';
      return { path: change.path, how, bytes: bytesOf(change), ...hiddenPart(its) };
    });
  const others = [...hidden].map(
    ([path, its]): FilePart => ({ path, how: 'changed', bytes: 0, ...hiddenPart(its) }),
  );
  return [...parts, ...others.filter((part) => part.hidden !== 0)];
}

function hiddenPart(its: Hidden | undefined): Pick<FilePart, 'hidden' | 'again' | 'step'> {
  return { hidden: its?.bytes ?? 0, again: its?.again ?? false, step: its?.step ?? null };
}

function addHidden(
  to: Map<string, Hidden>,
  contents: ImageContents | null,
  sign: 1 | -1,
  withoutBase: boolean,
): void {
  for (const { path, bytes, layer, hiddenBy, how, again } of contents?.waste.files ?? []) {
    if (withoutBase && layer === 0) continue;
    const name = `/${again ?? path}`;
    const before = to.get(name)?.bytes ?? 0;
    const step = contents?.layers[hiddenBy]?.step?.text;
    to.set(name, {
      bytes: before + bytes * sign,
      again: how !== 'removed',
      step: step ? stepLine(step, maxStep) : null,
    });
  }
}
